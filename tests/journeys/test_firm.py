"""(a) A firm hires five labourers from one sentence, and three of them end rated and paid."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.cast import SENTENCE

from .coming_in import join_as_firm, join_as_worker, later, see_licence, sign_in, staff
from .someone import PHONE, WIDE

BOSS = "13800000005"
WORKERS = (("13800000001", "王建国"), ("13800000002", "赵铁柱"), ("13800000003", "孙大勇"))


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_firm(meet, product, width):
    boss, clerk, workers = meet(width), meet(width), [meet(width) for _ in WORKERS]
    _register(boss)
    _write(boss)
    _hand_in(boss, clerk)
    _review(clerk)
    for number, (worker, (phone, name)) in enumerate(zip(workers, WORKERS, strict=True)):
        _find_and_apply(worker, phone, name, date(1971, 5, 7 + number))
    _choose(boss)
    for worker in workers:
        _confirm_and_sign(worker)
    _sign(boss)
    later(product, day=21, hour=5, minute=40)
    code = _show_code(boss)
    for worker in workers:
        _check_in(worker, code)
    later(product, day=21, hour=17, minute=5)
    for worker in workers:
        _report(worker)
    _accept_and_pay(boss)
    for worker in workers:
        _receive_and_rate(worker)
    _rate(boss)
    _all_done(boss, workers[0])


def _register(boss):
    """A manager with a new number registers the firm; until the counter saw the licence it can only write."""
    boss.go("/employer/")
    boss.look("write-as-visitor")
    boss.go("/sign-in/")
    boss.look("sign-in")
    sign_in(boss, BOSS, look=True)
    boss.look("welcome")
    boss.press("我来招人")
    boss.look("who-hires")
    boss.press("单位用工")
    boss.look("join-firm")
    join_as_firm(boss, "陈经理")
    boss.sees("带上营业执照到窗口核对一次")
    boss.look("registered")
    for tab in ("candidates", "today", "settle"):
        boss.go(f"/employer/{tab}/")
        boss.look(f"{tab}-empty")


def _write(boss):
    """The sentence states all but the end, which is asked for; without it nothing is sent, nothing is lost."""
    boss.go("/employer/")
    boss.fill("招什么人、给多少钱、几点到哪里", SENTENCE)
    boss.press("看看写全没有")
    boss.sees("还差 1 处没写，黄色的请补上。")
    expect(boss.page.locator(".is-missing")).to_have_count(1)
    expect(boss.page.locator(".is-missing")).to_contain_text("几点收工")
    boss.look("read")
    boss.press("提交审核")
    expect(boss.page.locator(".has-error .error")).to_contain_text("还没填")
    expect(boss.page.locator(".has-error")).to_contain_text("几点收工")
    expect(boss.page.locator("#text")).to_have_value(SENTENCE)
    for name, value in (("headcount", "5"), ("pay", "180"), ("place", "城东建材市场南门")):
        expect(boss.page.locator(f"[name={name}]")).to_have_value(value)
    boss.look("read-refused")


def _hand_in(boss, clerk):
    """The end is filled in; the licence is seen at the counter, then it goes to review."""
    boss.fill("几点收工", "17:00")
    boss.press("提交审核")
    boss.sees("还没有完成实名核验，核验后才能发布。")
    boss.look("unverified")
    staff(clerk, "clerk", look=True)
    see_licence(clerk)
    clerk.look("employer", elder=False)
    boss.press("提交审核")
    boss.sees("已送去审核", "正在审核")
    boss.look("in-review")


def _review(clerk):
    clerk.go("/desk/")
    clerk.look("desk", elder=False)
    clerk.page.keyboard.press("Escape")
    clerk.key("r")
    clerk.sees("要审核 1 条", SENTENCE)
    clerk.look("review", elder=False)
    clerk.key("a")
    clerk.sees("都审完了")
    clerk.look("review-empty", elder=False)


def _find_and_apply(worker, phone, name, born):
    first = name == WORKERS[0][1]
    join_as_worker(worker, phone, name, "小工", born=born, look=first)
    worker.go("/")
    worker.sees("小工", "180 元/天", "日结")
    if first:
        worker.look("home")
    worker.page.get_by_role("link", name="小工").filter(visible=True).last.click()
    worker.sees("我要报名", "城东建材市场")
    if first:
        worker.look("gig")
    worker.page.get_by_role("button", name="我要报名").dblclick()
    worker.sees("报名送到了")
    if first:
        worker.look("applied")


def _choose(boss):
    boss.go("/employer/candidates/")
    boss.sees("等您答复 3 人", "王师傅")
    boss.misses(*(name for _, name in WORKERS))
    boss.look("candidates")
    boss.page.get_by_role("link", name="王师傅").first.click()
    boss.look("candidate")
    boss.go("/employer/candidates/")
    for left in (2, 1, 0):
        boss.press("选用")
        boss.sees(f"等您答复 {left} 人")
    boss.look("candidates-offered")


def _confirm_and_sign(worker):
    """我的活 says what is next; after the yes the way back shows what has happened and takes nothing twice."""
    first = worker.first
    worker.go("/work/")
    worker.sees("请在")
    if first:
        worker.look("work-offered")
    worker.press("看清条件，确认")
    if first:
        worker.look("engagement-offered")
    worker.press("我确认，要去干")
    worker.sees("看协议，签字")
    if first:
        worker.look("engagement-confirmed")
        worker.page.go_back()
        worker.sees("看协议，签字")
        worker.misses("我确认，要去干")
    worker.press("看协议，签字")
    if first:
        worker.look("agreement")
        worker.press("我同意并签字")
        worker.look("agreement-refused")
    worker.page.get_by_label("我看清楚了，同意按这些条件干").check()
    worker.press("我同意并签字")
    worker.sees("您签好了")


def _sign(boss):
    boss.go("/employer/candidates/")
    boss.sees("有 3 个人定了，等您签协议")
    boss.look("candidates-confirmed")
    boss.press("一起签")
    boss.look("sign-all")
    boss.page.get_by_label("我看过了，同意按这些条件用工，并签字").check()
    boss.press("和勾选的人都签字")
    boss.sees("王建国", "已签约", "打电话")
    boss.look("candidates-agreed")
    boss.page.get_by_role("link", name="王建国").first.click()
    boss.look("candidate-agreed")
    boss.press("看协议")
    boss.look("employer-agreement")


def _show_code(boss) -> str:
    boss.go("/employer/today/")
    boss.sees("共 3 人，到了 0 人")
    boss.look("today")
    code = boss.page.locator(".digits").first.inner_text()
    boss.page.locator(".digits").first.click()
    boss.sees(code)
    boss.look("gate")
    return code


def _check_in(worker, code):
    worker.go("/work/")
    worker.press("我到了")
    if worker.first:
        worker.look("check-in")
        worker.fill("到岗码", "000 000" if code != "000 000" else "000 001")
        worker.press("我到了")
        worker.sees("到岗码不对，请看清现场的 6 位数字再输。")
        worker.look("check-in-wrong")
    worker.fill("到岗码", code)
    worker.press("我到了")
    worker.sees("到岗记下了")
    if worker.first:
        worker.look("engagement-working")


def _report(worker):
    worker.go("/work/")
    if worker.first:
        worker.look("work-today")
    worker.press("报工时")
    if worker.first:
        worker.fill("干了几个小时", "30")
        worker.press("报上去")
        worker.sees("一个班最多 24 小时，请检查。")
        worker.look("hours-refused")
    worker.fill("干了几个小时", "11")
    worker.press("报上去")
    worker.sees("工时报上去了")


def _accept_and_pay(boss):
    boss.go("/employer/today/")
    boss.look("today-reported")
    for _ in WORKERS:
        boss.press("按对方报的认")
    boss.go("/employer/settle/")
    boss.sees("540")
    boss.look("settle")
    boss.press("这 3 笔都付了")
    boss.press("都付了", within=boss.page.locator("form.question"))
    boss.sees("3 笔都记成已付")
    boss.go("/employer/settle/?show=waiting")
    boss.sees("等对方点收到")
    boss.look("settle-paid")


def _receive_and_rate(worker):
    worker.go("/work/")
    worker.press("去确认收钱")
    if worker.first:
        worker.look("engagement-paid")
    worker.press("收到了")
    worker.press("去评价")
    if worker.first:
        worker.look("rate")
        worker.press("评好了")
        worker.sees("请选一个")
    worker.choose("5")
    worker.fill("说两句", "钱当天就给了")
    worker.press("评好了")
    worker.sees("评价记下了", "等雇主评价")


def _rate(boss):
    for _, name in WORKERS:
        boss.go("/employer/settle/?show=done")
        boss.page.get_by_role("link", name=name).first.click()
        if name == WORKERS[0][1]:
            boss.look("candidate-rate")
        boss.choose("不错")
        boss.press("评好了")
        boss.sees("您给对方 4 星")
    boss.look("candidate-rated")


def _all_done(boss, worker):
    worker.go("/work/")
    worker.sees("双方已评价", "180")
    worker.look("work-done")
    worker.page.get_by_role("link", name="小工").last.click()
    worker.sees("这个活全部办完了", "雇主给了您 4 星")
    worker.look("engagement-rated")
    worker.go("/me/")
    worker.look("me")
    worker.go("/inbox/")
    worker.look("inbox")
    boss.go("/employer/settle/?show=done")
    boss.look("settle-done")
