"""What is not there, not yours or no longer possible; pressing twice; going back."""

from playwright.sync_api import expect

from tests.cast import SENTENCE

from .coming_in import later, sign_in
from .opened import BOSS, applied, chosen, confirmed, posting, verified_firm
from .someone import BOTH

UNKNOWN = "00000000-0000-4000-8000-000000000000"


def test_somebody_elses_and_unknown_look_alike(meet):
    boss, clerk, worker, other = (meet(BOTH) for _ in range(4))
    gig = posting(boss, clerk)
    mine = applied(worker, gig)
    applied(other, gig, name="赵铁柱", number=2)
    own = boss.page.url
    pages = [
        mine,
        mine.replace(mine.split("/")[-2], UNKNOWN),
        own,
        f"/employer/people/{mine.split('/')[-2]}/",
    ]
    said = set()
    for page in pages:
        other.go(page, status=404)
        said.add(other.page.locator("main").inner_text())
    assert len(said) == 1
    other.sees("没找到这一页")
    other.look("not-found")
    for desk in ("/desk/", "/desk/review/", "/desk/calls/"):
        other.go(desk, status=404)


def test_two_presses_have_one_effect(meet):
    boss, clerk, worker = meet(BOTH), meet(BOTH), meet(BOTH)
    gig = posting(boss, clerk)
    applied(worker, gig)
    worker.go("/work/")
    expect(worker.page.locator("main article")).to_have_count(1)
    worker.go(gig)
    worker.sees("您报过名了")
    worker.misses("我要报名")
    boss.go("/employer/candidates/")
    boss.sees("等您答复 1 人")
    boss.page.get_by_role("button", name="选用").dblclick()
    boss.sees("等您答复 0 人")
    boss.misses("没有办成")
    boss.page.go_back()
    boss.page.reload()
    boss.sees("等您答复 0 人")


def test_an_act_that_came_too_late_says_why_and_the_way_back(meet):
    """Two windows of one employer: the posting ended in one, the other still shows its buttons."""
    boss, clerk = meet(BOTH), meet(BOTH)
    posting(boss, clerk)
    boss.page.reload()
    late = boss.context.new_page()
    late.goto(boss.page.url)
    boss.press("不招了")
    boss.press("就这样结束")
    boss.sees("请选一个")
    boss.choose("人找够了")
    boss.press("就这样结束")
    boss.sees("这条招工结束了。")
    boss.look("posting-ended")
    boss.page.close()
    boss.take(late)
    boss.press("先停一停")
    boss.sees("没有办成", "回到刚才的页面")
    boss.look("refused-act")
    boss.press("回到刚才的页面")
    boss.sees("小工")


def test_back_after_the_yes_takes_nothing_twice(meet):
    boss, clerk, worker = meet(BOTH), meet(BOTH), meet(BOTH)
    mine = applied(worker, posting(boss, clerk))
    chosen(boss)
    confirmed(worker, mine)
    worker.page.go_back()
    worker.sees("看协议，签字")
    worker.misses("我确认，要去干")
    boss.go("/employer/candidates/")
    boss.sees("定了 1 / 5 人")


def test_nothing_typed_is_lost_on_the_way_through_sign_in(meet, product):
    """Signed out in another window meanwhile: the text comes back after signing in."""
    boss, clerk = meet(BOTH), meet(BOTH)
    verified_firm(boss, clerk)
    boss.go("/employer/")
    boss.fill("招什么人、给多少钱、几点到哪里", SENTENCE)
    boss.context.clear_cookies(name="sessionid")
    boss.press("看看写全没有")
    boss.sees("还差")
    boss.fill("几点收工", "17:00")
    boss.fill("在别的区县", "宿豫区")
    boss.press("提交审核")
    boss.sees("您写的都记着呢")
    later(product, hour=22)
    sign_in(boss, BOSS)
    boss.go("/employer/")
    expect(boss.page.locator("#text")).to_have_value(SENTENCE)
    boss.press("提交审核")
    boss.sees("已送去审核")
