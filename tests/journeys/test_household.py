"""(c) A household hires a cleaner for Saturday morning; where it lives stays private until both signed."""

from datetime import date

import pytest
from playwright.sync_api import expect

from .coming_in import join_as_worker, later, sign_in, staff, verify
from .someone import PHONE, WIDE

SENTENCE = "家里打扫卫生，三室两厅，大概4个小时，35元每小时，周六上午，地址翠湖花园3号楼2单元501"


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_household(meet, product, width):
    lady, clerk, cleaner = meet(width), meet(width), meet(width)
    _write_then_register(lady)
    _review(clerk)
    join_as_worker(cleaner, "13800000011", "周秀英", "保洁", born=date(1975, 4, 6))
    _apply(cleaner)
    _choose(lady)
    _sign(cleaner, lady)
    later(product, day=21, hour=7, minute=50)
    _clean(cleaner, lady)
    later(product, day=21, hour=12, minute=10)
    _pay(cleaner, lady)
    _rate(cleaner, lady)


def _write_then_register(lady):
    """She writes before anybody asks who she is; nothing is lost on the way through sign-in and 实名."""
    lady.go("/employer/")
    lady.fill("招什么人、给多少钱、几点到哪里", SENTENCE)
    lady.press("看看写全没有")
    lady.look("read")
    expect(lady.page.locator(".is-missing")).to_have_count(4)
    lady.press("提交审核")
    lady.look("read-refused")
    lady.fill("要几个人", "1")
    lady.choose("日结")
    lady.fill("几点开工", "08:00")
    lady.fill("几点收工", "12:00")
    lady.fill("在别的区县", "宿豫区")
    lady.press("提交审核")
    lady.sees("您写的都记着呢。先用手机号登录")
    sign_in(lady, "13800000010")
    lady.press("我来招人")
    lady.press("我家里请人")
    lady.look("join-household")
    lady.fill("您的姓名", "刘芳")
    lady.fill("在哪个区县", "宿豫区")
    lady.page.get_by_label("我看过了，同意").check()
    lady.press("登记")
    lady.sees("发布前还要实名")
    lady.look("identity")
    verify(lady, date(1985, 8, 9))
    lady.go("/employer/")
    expect(lady.page.locator("#text")).to_have_value(SENTENCE)
    expect(lady.page.locator("[name=end]")).to_have_value("12:00")
    lady.press("提交审核")
    lady.sees("已送去审核")


def _review(clerk):
    staff(clerk, "clerk")
    clerk.key("r")
    clerk.sees("家里打扫卫生")
    clerk.look("review", elder=False)
    clerk.key("a")
    clerk.sees("都审完了")


def _apply(cleaner):
    cleaner.go("/")
    cleaner.sees("保洁", "35 元/小时")
    cleaner.look("home")
    cleaner.page.get_by_role("link", name="保洁").filter(visible=True).last.click()
    cleaner.sees("我要报名", "刘师傅家")
    cleaner.misses("刘芳", "501", "3号楼", "13800000010")
    cleaner.look("gig")
    cleaner.press("我要报名")
    cleaner.sees("报名送到了")


def _choose(lady):
    lady.go("/employer/candidates/")
    lady.sees("周师傅")
    lady.misses("周秀英", "13800000011")
    lady.press("选用")
    lady.look("candidates")


def _sign(cleaner, lady):
    """Address, name and phone are there for both, once both have signed and not before."""
    cleaner.go("/work/")
    cleaner.press("看清条件，确认")
    cleaner.press("我确认，要去干")
    cleaner.press("看协议，签字")
    cleaner.misses("刘芳", "13800000010")
    cleaner.look("agreement")
    cleaner.page.get_by_label("我看清楚了，同意按这些条件干").check()
    cleaner.press("我同意并签字")
    cleaner.misses("刘芳", "13800000010", "501")
    lady.go("/employer/candidates/")
    lady.press("看协议，签字")
    lady.page.get_by_label("我看过了，同意按这些条件用工，并签字").check()
    lady.press("签字")
    lady.sees("周秀英")
    lady.look("candidate-agreed")
    cleaner.page.reload()
    cleaner.sees("翠湖花园3号楼2单元501", "刘芳")
    expect(cleaner.page.get_by_role("link", name="打电话")).to_have_attribute("href", "tel:13800000010")
    cleaner.look("engagement-agreed")


def _clean(cleaner, lady):
    """She opens the door and sees who came: no code is needed where the employer says so himself."""
    lady.go("/employer/today/")
    lady.look("today")
    lady.press("到了")
    lady.sees("到了 1 人")
    cleaner.go("/work/")
    cleaner.sees("收工后报工时")


def _pay(cleaner, lady):
    """The two do not say the same at first; then they agree on four and a half hours."""
    cleaner.go("/work/")
    cleaner.press("报工时")
    cleaner.fill("干了几个小时", "5")
    cleaner.press("报上去")
    lady.go("/employer/today/")
    lady.press("报别的数")
    lady.look("hours")
    lady.fill("小时", "4")
    lady.fill("分", "30")
    lady.press("报上去")
    cleaner.go("/work/")
    cleaner.sees("工时和雇主报的不一样")
    cleaner.press("看工时")
    cleaner.look("hours-differ")
    cleaner.press("雇主报的对，就这么多")
    cleaner.sees("工时双方都认可了")
    lady.go("/employer/settle/")
    lady.sees("157.5")
    lady.look("settle")
    lady.press("已付")
    cleaner.go("/work/")
    cleaner.press("去确认收钱")
    cleaner.press("收到了")


def _rate(cleaner, lady):
    cleaner.press("去评价")
    cleaner.choose("5")
    cleaner.press("评好了")
    cleaner.sees("评价记下了")
    lady.go("/employer/settle/?show=done")
    lady.page.get_by_role("link", name="周秀英").first.click()
    lady.choose("很好")
    lady.press("评好了")
    lady.sees("您给对方 5 星")
    cleaner.page.reload()
    cleaner.sees("这个活全部办完了")
    cleaner.look("engagement-rated")
