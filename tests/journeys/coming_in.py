"""The first minutes of somebody new: signing in, registering, showing a paper. Each walks real pages."""

import re
from datetime import date

from lingong.lib.identity import demo_id
from tests.cast import COUNTY, USCC

from .product import Product
from .someone import Someone

FIRM = "宿城建材有限公司"


def sign_in(one: Someone, phone: str, *, look: bool = False) -> None:
    """From the page that asks for the number to the one after the code."""
    one.fill("手机号", phone)
    one.press("发验证码给我")
    one.sees("填验证码")
    if look:
        one.look("code")
    one.fill("短信里的 6 位数字", one.product.code_for(phone))
    one.press("登录")


def join_as_worker(one: Someone, phone: str, name: str, *trades: str, born: date, look: bool = False) -> None:
    """A new number becomes a worker of 宿豫区, verified by the provider."""
    one.first = look
    one.go("/join/worker/")
    sign_in(one, phone)
    one.press("我来找活")
    if look:
        one.look("join-worker")
        one.press("登记，去看活")
        one.look("join-worker-refused")
    fill_worker(one, name, *trades)
    one.press("登记，去看活")
    one.sees("登记好了")
    verify(one, born, look=look)


def fill_worker(one: Someone, name: str, *trades: str) -> None:
    one.fill("您的姓名", name)
    one.fill("在哪个区县", "宿豫区")
    for trade in trades:
        box = one.page.get_by_label(trade, exact=True)
        if not box.is_visible():
            one.page.locator("details", has=box).locator("summary").click()
        box.check()
    one.page.get_by_label("我看过了，同意").check()


def verify(one: Someone, born: date, *, look: bool = False) -> None:
    """实名 on the phone."""
    one.go("/me/identity/")
    if look:
        one.look("identity")
    one.fill("证件号码", demo_id(COUNTY, born))
    one.page.get_by_label("我同意用证件号核对身份").check()
    one.press("核对")
    one.sees("您已经实名")


def join_as_firm(one: Someone, name: str) -> None:
    """The form behind 单位用工, filled from the licence."""
    one.choose("企业")
    one.fill("单位名称", FIRM)
    one.fill("统一社会信用代码", USCC)
    one.fill("您的姓名", name)
    one.fill("在哪个区县", "宿豫区")
    one.page.get_by_label("我看过了，同意").check()
    one.press("登记")


def staff(one: Someone, name: str, *, look: bool = False) -> None:
    """A clerk with password and authenticator, up to the desk."""
    one.go("/staff/sign-in/")
    if look:
        one.look("staff-sign-in")
    one.sign_in_as_staff(name)
    one.page.wait_for_url(re.compile("/desk/"))


def see_licence(clerk: Someone) -> None:
    """The counter looks at the firm's licence: found by name, one key."""
    clerk.go("/desk/")
    clerk.page.locator("#search").fill(FIRM)
    clerk.key("Enter")
    clerk.press(FIRM)
    clerk.press("营业执照原件已看，相符")
    clerk.sees("已核验")


def later(product: Product, **parts: int) -> None:
    """The same evening or another day, at the hour given: `later(product, day=21, hour=5, minute=40)`."""
    product.turn_clock(product.now().replace(second=0, microsecond=0, **parts))
