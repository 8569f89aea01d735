"""实名 on the phone: the number is checked, sealed, masked; the roles hear of it."""

import re
from datetime import date

import pytest

from lingong.employers.register import register_household
from lingong.journal.actor import Side
from lingong.lib.identity import demo_id
from lingong.markets.models import Market, MarketState, Tier
from lingong.people.models import Person, RealName
from tests.cast import COUNTY, Cast, actor

pytestmark = pytest.mark.django_db
PAGE = "/me/identity/"
NUMBER = demo_id(COUNTY, date(1988, 3, 9))
FACTS = {"number": NUMBER, "agree": "on"}


class Says:
    """A provider that answers no."""

    def matches(self, *, name, number):
        return False


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def worker(client):
    worker = Cast().worker("周小满", phone="13900000011", verified=False)
    client.force_login(worker.person.account)
    return worker


def test_the_page_says_why_and_what_is_kept(client, worker):
    text = text_of(client.get(PAGE))
    assert "加密" in text
    assert "不存证件照片" in text
    assert "周小满" in text


def test_without_a_provider_the_counter_is_the_next_step(client, worker):
    Market.objects.create(
        code="M1", name="宿豫驿站", tier=Tier.STATION, region=COUNTY, state=MarketState.OPEN
    )
    page = client.post(PAGE, FACTS, follow=True)
    assert "工作人员看一眼就好" in text_of(page)
    assert "宿豫驿站" in text_of(page)
    assert NUMBER not in page.content.decode()
    assert f"{NUMBER[0]}{'*' * 16}{NUMBER[-1]}" in page.content.decode()
    worker.refresh_from_db()
    assert worker.born_month_date == date(1988, 4, 1)


def test_with_a_provider_worker_and_household_are_verified_at_once(client, worker, settings):
    settings.REAL_NAME_PROVIDER = "lingong.people.identify.DemoProvider"
    by = actor(worker.person.account, Side.EMPLOYER)
    household = register_household(person=worker.person, by=by, now=worker.created_at)
    after = client.post(f"{PAGE}?next=/employer/", FACTS)
    assert after.headers["Location"] == "/employer/"
    household.refresh_from_db()
    assert household.is_verified
    page = client.get(PAGE)
    assert "您已经实名" in text_of(page)
    assert NUMBER not in page.content.decode()
    assert "number" not in re.findall(r'<input[^>]*name="(\w+)"', page.content.decode())


def test_a_provider_that_says_no_is_told_in_words(client, worker, settings):
    settings.REAL_NAME_PROVIDER = f"{__name__}.Says"
    page = client.post(PAGE, FACTS, follow=True)
    assert "没有对上" in text_of(page)
    assert Person.objects.get().real_name_level == RealName.STATED


@pytest.mark.parametrize(
    ("number", "said"), [("", "这里还没填"), ("12345", "应为 18 位"), (NUMBER[:17] + "?", "最后一位")]
)
def test_a_number_with_a_slip_keeps_what_was_typed(client, worker, number, said):
    page = client.post(PAGE, {"number": number, "agree": "on"})
    assert said in text_of(page)
    assert f'value="{number}"' in page.content.decode() or not number


def test_no_number_without_consent(client, worker):
    assert "请勾选" in text_of(client.post(PAGE, {"number": NUMBER}))
    assert not Person.objects.get().id_number


def test_demo_numbers_are_refused_outside_the_demo(client, worker, settings):
    settings.DEMO = False
    assert "演示用" in text_of(client.post(PAGE, FACTS))


def test_a_number_of_somebody_else_is_refused_and_the_way_told(client, worker):
    other = Cast().person("别人", phone="13900000012", verified=False)
    client.force_login(other.account)
    client.post(PAGE, FACTS)
    client.force_login(worker.person.account)
    assert "请到窗口合并档案" in text_of(client.post(PAGE, FACTS))


def test_who_is_not_registered_registers_first(client):
    client.force_login(Cast().stranger)
    assert client.get(PAGE).headers["Location"] == "/welcome/"
