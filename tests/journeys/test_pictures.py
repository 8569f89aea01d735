"""The pictures of the README, taken of the demo city: `TEST_PICTURES=1 make test-browser`."""

import os
import re
import subprocess

import pytest

from lingong.accounts.staff_sign_in import totp_code
from lingong.demo.staff import PASSWORD, totp_secret
from tests.cast import SENTENCE

from .coming_in import sign_in
from .product import EVENING, LINGONG, ROOT, environment, served, set_clock
from .someone import PHONE, Someone

FOLDER = ROOT / "docs" / "pictures"
MOST = 150_000  # bytes of one picture
SATURDAY = EVENING.replace(day=21, hour=8, minute=30)

pytestmark = pytest.mark.skipif("TEST_PICTURES" not in os.environ, reason="TEST_PICTURES=1 takes pictures")


def test_pictures_of_the_three_desks(browser, tmp_path):
    """A worker looks for work, an employer writes a sentence, a clerk reviews, on a Saturday morning."""
    city = tmp_path / "city"
    city.mkdir()
    set_clock(city, SATURDAY)
    demo = subprocess.run(
        [*LINGONG, "demo", "--no-serve"], env=environment(city), capture_output=True, text=True, check=False
    )
    assert demo.returncode == 0, demo.stderr[-2000:]
    with served(city, tmp_path / "served") as product:
        people = {
            what: Someone(browser, product, "pictures", PHONE) for what in ("worker", "employer", "desk")
        }
        _looking(people["worker"], _who(demo.stdout, "今天有班"))
        _writing(people["employer"], _who(demo.stdout, "今日用工、结算"))
        _reviewing(people["desk"])


def _who(listed: str, what: str) -> tuple[str, str]:
    """Phone and second fact of somebody the demo names."""
    found = re.search(rf"(\d{{11}})\s+(\S{{4}})\s+.*{what}", listed)
    assert found, listed
    return found[1], found[2]


def _enter(one: Someone, phone: str, fact: str) -> None:
    one.go("/sign-in/")
    sign_in(one, phone)
    one.fill("您证件号的最后 4 位", fact)
    one.press("就是我，登录")


def _keep(one: Someone, name: str) -> None:
    one.page.evaluate("document.activeElement.blur()")
    one.page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")
    assert (FOLDER / f"{name}.png").stat().st_size <= MOST


def _looking(worker: Someone, who: tuple[str, str]) -> None:
    _enter(worker, *who)
    worker.go("/")
    _keep(worker, "worker")


def _writing(employer: Someone, who: tuple[str, str]) -> None:
    _enter(employer, *who)
    employer.go("/employer/?new=1")
    employer.fill("招什么人、给多少钱、几点到哪里", SENTENCE)
    employer.press("看看写全没有")
    employer.sees("还差 1 处没写，黄色的请补上。")
    _keep(employer, "employer")


def _reviewing(clerk: Someone) -> None:
    clerk.page.set_viewport_size({"width": 1280, "height": 640})
    clerk.go("/staff/sign-in/")
    clerk.fill("用户名", "reviewer")
    clerk.fill("密码", PASSWORD)
    clerk.fill("动态口令", totp_code(totp_secret("reviewer"), clerk.product.now()))
    clerk.press("登录")
    clerk.go("/desk/review/")
    _keep(clerk, "desk")
