"""Coming in: what is said when it does not work, large letters for those who want them, a number that moved."""

from datetime import date

from playwright.sync_api import expect

from tests.cast import PASSWORD

from .coming_in import join_as_worker, later, sign_in
from .someone import BOTH


def test_sign_in_says_what_is_wrong(meet, product):
    one = meet(BOTH)
    one.go("/sign-in/")
    one.press("发验证码给我")
    one.sees("这里还没填")
    one.fill("手机号", "1380000")
    one.press("发验证码给我")
    one.look("sign-in-refused")
    expect(one.page.get_by_label("手机号")).to_have_value("1380000")
    one.fill("手机号", "13800000001")
    one.press("发验证码给我")
    one.sees("填验证码")
    code = product.code_for("13800000001")
    one.fill("短信里的 6 位数字", f"{(int(code) + 1) % 1_000_000:06d}")
    one.press("登录")
    one.sees("验证码不对或已过期，请再看一眼短信，或重新发送。")
    one.look("code-refused")
    one.press("没收到，再发一次")
    one.sees("刚发过验证码，请等 1 分钟再发。")
    one.look("code-too-soon")
    one.fill("短信里的 6 位数字", code)
    one.press("登录")
    one.sees("您来找活还是招人？")


def test_staff_are_locked_out_after_five_wrong_tries(meet):
    one = meet(BOTH)
    one.go("/staff/sign-in/")
    for _ in range(5):
        one.fill("用户名", "clerk")
        one.fill("密码", PASSWORD)
        one.fill("动态口令", "000000")
        one.press("登录")
        one.sees("连错 5 次")
    one.look("staff-locked")
    one.sign_in_as_staff("clerk")
    one.sees("已经锁定")


def test_a_new_device_is_asked_for_a_second_fact(meet, product):
    """The SMS alone opens no record: the number may have a new owner."""
    old, new = meet(BOTH), meet(BOTH)
    join_as_worker(old, "13800000001", "王建国", "小工", born=date(1971, 5, 6))
    later(product, hour=22)
    new.go("/sign-in/")
    sign_in(new, "13800000001")
    new.sees("再核对一下是您本人")
    new.look("second-fact")
    new.fill("您证件号的最后 4 位", "9999")
    new.press("就是我，登录")
    new.sees("还可以试 2 次")
    new.look("second-fact-refused")
    new.press("这个号码以前不是我用的")
    new.sees("不是我的，我从头登记")
    new.look("not-mine-before")
    new.press("不是我的，我从头登记")
    new.sees("您来找活还是招人？")


def test_large_letters_go_along_and_back(meet):
    one = meet(BOTH)
    one.go("/")
    small = one.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    with one.page.expect_navigation():
        one.page.get_by_role("button", name="长辈版").click()
    expect(one.page.locator("html")).to_have_class("elder")
    assert one.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 20 > small
    low = one.page.evaluate(
        """() => [...document.querySelectorAll("main a.btn, main button.btn, .tabs a, .search input, .chip")]
          .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 59.5)
          .map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert not low, low
    one.go("/stations/")
    expect(one.page.locator("html")).to_have_class("elder")
    one.page.get_by_role("button", name="标准版").click()
    expect(one.page.locator("html")).not_to_have_class("elder")
