"""The pages beside the main way, with their empty states: each stands at both widths and in large letters."""

from datetime import date

from tests.cast import SENTENCE

from .coming_in import join_as_worker, later, staff
from .opened import agreed, applied, chosen, confirmed, posting
from .someone import BOTH


def test_pages_for_everybody(meet):
    visitor = meet(BOTH)
    for name, path in (
        ("home-empty", "/"),
        ("home-nothing-found", "/?q=潜水"),
        ("district", "/district/"),
        ("district-found", "/district/?q=宿豫"),
        ("district-not-found", "/district/?q=没有这里"),
        ("stations", "/stations/"),
        ("me-visitor", "/me/"),
        ("zone", "/zone/"),
        ("help", "/help/"),
        ("privacy", "/privacy/"),
        ("report", "/report/"),
    ):
        visitor.go(path)
        visitor.look(name)
    visitor.go("/stations/")
    visitor.open("宿豫区零工市场")
    visitor.look("station")
    for private in ("/work/", "/inbox/", "/me/wishes/", "/employer/settle/"):
        visitor.go(private)
        visitor.sees("用手机号登录")


def test_pages_of_a_worker(meet, product):
    boss, clerk, worker = meet(BOTH), meet(BOTH), meet(BOTH)
    gig = posting(boss, clerk)
    join_as_worker(worker, "13800000001", "王建国", "小工", born=date(1971, 5, 6))
    for name, path in (("work-empty", "/work/"), ("inbox-empty", "/inbox/"), ("wishes", "/me/wishes/")):
        worker.go(path)
        worker.look(name)
    worker.fill("每小时至少给多少", "很多")
    worker.press("保存")
    worker.look("wishes-refused")
    worker.fill("每小时至少给多少", "15")
    worker.press("保存")
    worker.look("wishes-kept")
    worker.go(gig)
    worker.press("我要报名")
    worker.press("给雇主留话")
    worker.look("talk-empty")
    worker.fill("想说什么", "我电话13800000001，打给我")
    worker.press("发给雇主")
    worker.look("talk-refused")
    worker.fill("想说什么", "要自己带手套吗？")
    worker.press("发给雇主")
    worker.sees("要自己带手套吗？")
    worker.look("talk")
    worker.press("回到这个活")
    worker.press("不报名了")
    worker.look("withdraw")
    worker.press("确定不干了")
    worker.sees("请选一个")
    worker.page.locator("label.choice").first.click()
    worker.press("确定不干了")
    worker.sees("退出")
    worker.look("withdrawn")


def test_pages_of_an_employer(meet, product):
    boss, clerk, worker = meet(BOTH), meet(BOTH), meet(BOTH)
    gig = posting(boss, clerk)
    one = gig.replace("/gigs/", "/employer/postings/")
    boss.go("/employer/")
    boss.look("own")
    for name in ("change", "again", "sheet", "gate"):
        boss.go(f"{one}{name}/")
        boss.look(name)
    boss.go(f"{one}sheet/")
    boss.page.emulate_media(media="print")
    boss.misses("发到微信群里", "候选人", "举报")
    boss.sees("微信扫一扫报名")
    assert boss.paper("sheet-printed") == 1
    mine = applied(worker, gig)
    chosen(boss)
    confirmed(worker, mine)
    agreed(worker, boss)
    boss.go(f"{one}change/")
    boss.fill("给多少钱", "很多")
    boss.press("把新条件送去审核")
    boss.look("change-refused")
    boss.page.locator("[name=pay]").fill("200")
    boss.press("把新条件送去审核")
    boss.look("changing")
    clerk.go("/desk/review/")
    clerk.look("review-change", elder=False)
    clerk.key("a")
    worker.go(mine)
    worker.look("changed-terms")
    worker.press("同意按新的条件干")
    worker.sees("200 元/天")
    later(product, day=22, hour=9)
    boss.go("/employer/settle/")
    boss.look("settle-after-absence")


def test_a_dispute_is_settled_at_the_counter(meet, product):
    boss, clerk, worker = meet(BOTH), meet(BOTH), meet(BOTH)
    mine = applied(worker, posting(boss, clerk))
    chosen(boss)
    confirmed(worker, mine)
    agreed(worker, boss)
    worker.go(mine)
    worker.press("有争议，找窗口")
    worker.look("contest")
    worker.press("交给窗口处理")
    worker.sees("请选一个")
    worker.page.locator("label.choice").first.click()
    worker.press("交给窗口处理")
    worker.sees("有争议")
    worker.look("contested")
    clerk.go("/desk/")
    clerk.press("王建国 · 小工", within=clerk.page.locator(".need"))
    clerk.look("contested-at-the-desk", elder=False)
    clerk.key("v")
    clerk.sees("争议处理好了，接着往下办。")


def test_two_records_of_one_person_become_one(meet, product):
    """Registered at the counter first, then on his own phone; the head of the market joins them."""
    head, worker = meet(BOTH), meet(BOTH)
    staff(head, "head")
    head.key("n")
    head.type_into("姓名", "王建国")
    head.type_into("会干什么", "小工")
    head.tick("同意")
    head.key("Enter")
    head.sees("王建国已登记")
    join_as_worker(worker, "13800000001", "王建国", "小工", born=date(1971, 5, 6))
    head.key("h")
    head.look("join", elder=False)
    head.go("/desk/")
    head.page.keyboard.type("王建国")
    head.key("Enter")
    head.look("found-two", elder=False)
    head.go("/desk/register/")
    head.type_into("姓名", "王建国")
    head.type_into("会干什么", "小工")
    head.tick("同意")
    head.key("Enter")
    head.sees("可能已经登记过")
    head.look("register-double", elder=False)


def test_a_posting_sent_back_can_be_put_right(meet):
    boss, clerk = meet(BOTH), meet(BOTH)
    posting(boss, clerk)
    boss.go("/employer/")
    boss.fill("招什么人、给多少钱、几点到哪里", SENTENCE.replace("5名", "2名，限男性，35岁以下"))
    boss.press("看看写全没有")
    boss.look("read-doubtful")
    boss.fill("几点收工", "17:00")
    boss.press("提交审核")
    clerk.go("/desk/review/")
    clerk.look("review-doubtful", elder=False)
    clerk.press("退回")
    clerk.look("send-back", elder=False)
    clerk.key("1")
    clerk.sees("退回")
    boss.page.reload()
    boss.sees("退回了")
    boss.look("sent-back")
