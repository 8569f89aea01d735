"""(b) A worker without a phone goes the same way at the counter: the clerk's hands stay on the keyboard."""

from datetime import date

import pytest
from playwright.sync_api import expect

from lingong.lib.identity import demo_id
from tests.cast import COUNTY, SENTENCE, USCC

from .coming_in import FIRM, later, staff
from .someone import PHONE, WIDE


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_counter(meet, product, width):
    clerk, reviewer = meet(width), meet(width)
    staff(clerk, "clerk")
    clerk.look("desk-empty", elder=False)
    _register_employer(clerk)
    _post(clerk)
    _review(reviewer)
    _register_worker(clerk)
    _match(clerk)
    _agree(clerk)
    _slip(clerk)
    later(product, day=21, hour=5, minute=40)
    _arrive(clerk)
    later(product, day=21, hour=17, minute=5)
    _finish(clerk)
    _nobody_to_call(clerk)


def _register_employer(clerk):
    """陈经理 stands at the counter with the licence."""
    clerk.key("e")
    clerk.look("register-employer", elder=False)
    clerk.tab_to("家庭")
    clerk.turn_to("企业")
    clerk.type_into("单位名称", FIRM)
    clerk.type_into("统一社会信用代码", USCC)
    clerk.tick("营业执照")
    clerk.type_into("姓名", "陈经理")
    clerk.type_into("证件号", demo_id(COUNTY, date(1980, 1, 2)))
    clerk.tick("证件原件")
    clerk.type_into("手机", "13800000005")
    clerk.tick("同意")
    clerk.key("Enter")
    clerk.sees(FIRM, "已核验")


def _post(clerk):
    """The employer says the sentence; the cursor then stands in the one field it did not answer."""
    clerk.key("p")
    clerk.type_into("原话", SENTENCE)
    clerk.press("读一读")
    clerk.sees("原文没写，请补上")
    clerk.look("post-read", elder=False)
    expect(clerk.page.get_by_label("几点收工")).to_be_focused()
    clerk.key("Enter")
    clerk.sees("几点收工：")
    clerk.look("post-refused", elder=False)
    clerk.tab_to("几点收工").fill("17:00")
    clerk.key("Enter")
    clerk.sees("审核")
    clerk.look("posting-in-review", elder=False)


def _review(reviewer):
    """Never the clerk who wrote it."""
    staff(reviewer, "reviewer")
    reviewer.sees("审核")
    reviewer.key("r")
    reviewer.sees(SENTENCE)
    reviewer.key("a")
    reviewer.sees("都审完了")


def _register_worker(clerk):
    """李大山 has no phone; his paper is seen and he hears what is kept of him."""
    clerk.go("/desk/")
    clerk.page.keyboard.type("李大山")
    clerk.key("Enter")
    clerk.look("find-nobody", elder=False)
    clerk.key("n")
    clerk.look("register-worker", elder=False)
    clerk.key("Enter")
    clerk.sees("还差一点")
    clerk.look("register-refused", elder=False)
    clerk.type_into("姓名", "李大山")
    clerk.type_into("证件号", demo_id(COUNTY, date(1966, 3, 4)))
    clerk.tick("证件原件")
    clerk.type_into("会干什么", "小工 搬运")
    clerk.tick("同意")
    clerk.key("Enter")
    clerk.sees("李大山", "已实名", "合适的活", "180 元/天")
    clerk.look("person", elder=False)


def _match(clerk):
    """The counter proposes him; 陈经理 hears of it on the telephone and says yes, and so does he."""
    clerk.press("小工 · 宿城建材有限公司")
    clerk.sees("合适的人")
    clerk.look("posting", elder=False)
    clerk.key("1")
    clerk.key("c")
    clerk.comes_to_see("要打 1 个")
    clerk.sees("13800000005", "窗口给您介绍了李师傅")
    clerk.look("calls", elder=False)
    clerk.key("d")
    clerk.sees("已电话告知", "没有要打的电话。")
    clerk.look("calls-empty", elder=False)
    clerk.go("/desk/")
    clerk.press("李大山 · 小工", within=clerk.page.locator(".need"))
    clerk.look("engagement-proposed", elder=False)
    clerk.key("y")
    clerk.sees("雇主愿意要")
    clerk.key("q")
    clerk.sees("双方都确认了")
    clerk.look("engagement-confirmed", elder=False)


def _agree(clerk):
    """Each signs the printed paper by his own hand; nobody signs for anybody."""
    clerk.key("x")
    clerk.look("agreement", elder=False)
    for side in ("工人李大山本人已在纸上签字", "雇主陈经理本人已在纸上签字"):
        clerk.press(side)
    clerk.sees("已签约", "协议：工人已签，雇主已签")
    clerk.look("engagement-agreed", elder=False)


def _slip(clerk):
    """A strip of paper to take along; printed it shows nothing of the desk around it."""
    clerk.key("p")
    clerk.sees("李大山", "11月21日", "180 元/天", "城东建材市场南门", "13800000005")
    clerk.look("slip", elder=False)
    clerk.page.emulate_media(media="print")
    clerk.misses("登记工人", "需要我办", "热线")
    clerk.sees("李大山", "不收任何费用")
    assert clerk.paper("slip-printed") == 1


def _arrive(clerk):
    clerk.go("/desk/")
    clerk.sees("还有 1 人没到")
    clerk.look("desk-morning", elder=False)
    clerk.page.keyboard.type("李大山")
    clerk.key("Enter")
    clerk.look("found", elder=False)
    clerk.key("1")
    clerk.sees("今天：")
    clerk.press("小工")
    clerk.key("d")
    clerk.sees("已记到岗")
    clerk.look("engagement-working", elder=False)


def _finish(clerk):
    """Both stand at the counter in the evening: hours, pay, stars, key by key."""
    clerk.page.reload()
    clerk.type_into("几小时", "25")
    clerk.key("Enter")
    clerk.sees("一个班最多 24 小时，请核对。")
    clerk.look("hours-refused", elder=False)
    clerk.tab_to("几小时").fill("11")
    for key, said in (
        ("u", "等另一方也报"),
        ("i", "工时认可了"),
        ("f", "雇主说付了 180 元"),
        ("k", "工人收到 180 元"),
    ):
        clerk.key(key)
        clerk.sees(said)
    clerk.look("engagement-received", elder=False)
    for stars, side in (("5", "工人打了 5 星"), ("4", "雇主打了 4 星")):
        clerk.key(stars)
        clerk.sees(side)
    clerk.sees("双方已评价")
    clerk.look("engagement-rated", elder=False)


def _nobody_to_call(clerk):
    """All was said face to face: no call is left over."""
    clerk.key("c")
    clerk.sees("没有要打的电话。")
