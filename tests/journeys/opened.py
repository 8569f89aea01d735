"""Short ways to a point of a journey, over the same pages but without looking around."""

from datetime import date

from tests.cast import SENTENCE

from .coming_in import join_as_firm, join_as_worker, see_licence, sign_in, staff
from .someone import Someone

BOSS = "13800000005"


def verified_firm(boss: Someone, clerk: Someone) -> None:
    """陈经理 has registered the firm, the counter has seen the licence."""
    boss.go("/sign-in/")
    sign_in(boss, BOSS)
    boss.press("我来招人")
    boss.press("单位用工")
    join_as_firm(boss, "陈经理")
    boss.sees("带上营业执照到窗口核对一次")
    staff(clerk, "clerk")
    see_licence(clerk)


def posting(boss: Someone, clerk: Someone) -> str:
    """The sentence is published, its end answered as 17:00; returns the address of its public page."""
    verified_firm(boss, clerk)
    boss.go("/employer/")
    boss.fill("招什么人、给多少钱、几点到哪里", SENTENCE)
    boss.press("看看写全没有")
    boss.fill("几点收工", "17:00")
    boss.press("提交审核")
    boss.sees("已送去审核")
    clerk.go("/desk/review/")
    clerk.key("a")
    clerk.sees("都审完了")
    return boss.page.url.replace("/employer/postings/", "/gigs/")


def applied(worker: Someone, gig: str, name: str = "王建国", number: int = 1) -> str:
    """A labourer has registered and applied; returns the address of his engagement."""
    join_as_worker(worker, f"1380000{number:04d}", name, "小工", born=date(1971, 5, number))
    worker.go(gig)
    worker.press("我要报名")
    worker.sees("报名送到了")
    return worker.page.url


def chosen(boss: Someone) -> None:
    boss.go("/employer/candidates/")
    boss.press("选用")
    boss.sees("等您答复 0 人")


def confirmed(worker: Someone, engagement: str) -> None:
    worker.go(engagement)
    worker.press("我确认，要去干")
    worker.sees("看协议，签字")


def agreed(worker: Someone, boss: Someone) -> None:
    """Both sign."""
    worker.press("看协议，签字")
    worker.page.get_by_label("我看清楚了，同意按这些条件干").check()
    worker.press("我同意并签字")
    worker.sees("您签好了")
    boss.go("/employer/candidates/")
    boss.press("看协议，签字")
    boss.page.get_by_label("我看过了，同意按这些条件用工，并签字").check()
    boss.press("签字")
    boss.sees("打电话")
