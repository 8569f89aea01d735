"""The main acts of a worker's gig in a browser that runs no script at all."""

from datetime import date

import pytest

from .coming_in import join_as_worker, later
from .opened import chosen, posting
from .someone import PHONE, WIDE


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_without_script(meet, product, width):
    boss, clerk, worker = meet(width), meet(width), meet(width, script=False)
    posting(boss, clerk)
    join_as_worker(worker, "13800000001", "王建国", "小工", born=date(1971, 5, 6))
    worker.go("/")
    worker.open("小工")
    worker.press("我要报名")
    worker.sees("报名送到了")
    chosen(boss)
    worker.go("/work/")
    worker.press("看清条件，确认")
    worker.press("我确认，要去干")
    worker.press("看协议，签字")
    worker.page.get_by_label("我看清楚了，同意按这些条件干").check()
    worker.press("我同意并签字")
    worker.sees("您签好了")
    boss.go("/employer/candidates/")
    boss.press("看协议，签字")
    boss.page.get_by_label("我看过了，同意按这些条件用工，并签字").check()
    boss.press("签字")
    _work(product, worker, boss)


def _work(product, worker, boss):
    """The day itself, to the rating."""
    later(product, day=21, hour=5, minute=40)
    boss.go("/employer/today/")
    code = boss.page.locator(".digits").first.inner_text()
    worker.go("/work/")
    worker.press("我到了")
    worker.fill("到岗码", code)
    worker.press("我到了")
    worker.sees("到岗记下了")
    later(product, day=21, hour=17, minute=5)
    worker.go("/work/")
    worker.press("报工时")
    worker.press("报上去")
    boss.go("/employer/today/")
    boss.press("按对方报的认")
    boss.go("/employer/settle/")
    boss.press("已付")
    worker.go("/work/")
    worker.press("去确认收钱")
    worker.press("没收到")
    worker.sees("雇主")
    boss.go("/employer/settle/")
    boss.press("已付")
    worker.go("/work/")
    worker.press("去确认收钱")
    worker.press("收到了")
    worker.press("去评价")
    worker.choose("5")
    worker.press("评好了")
    worker.sees("评价记下了")
