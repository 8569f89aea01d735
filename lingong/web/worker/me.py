"""我的: who I am here, whether I take work now, what I want, and the ways out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from lingong.jobs.from_text import trade_name
from lingong.journal.actor import Side
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.people.models import Message, RealName
from lingong.regions import tree
from lingong.web.acting import actor, person_of, signed_in, worker_of
from lingong.workers.models import Worker
from lingong.workers.register import look_for_work, rest, set_ranking

REAL_NAME = {
    RealName.NONE: ("warn", "还没实名，实名后才能定活"),
    RealName.PHONE: ("warn", "手机已验证，还没实名；实名后才能定活"),
    RealName.STATED: ("warn", "证件号已填，带身份证到驿站窗口核对一次就好"),
    RealName.VERIFIED: ("good", "已实名"),
}


@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """A visitor is shown what signing in brings; who is not registered yet, how to."""
    if not request.user.is_authenticated:
        return render(request, "worker/me.html", {})
    person, worker = person_of(request), worker_of(request)
    if person is None:
        return render(request, "worker/me.html", {})
    tone, word = REAL_NAME[RealName(person.real_name_level)]
    context = {
        "person": person,
        "worker": worker,
        "real_name": {"tone": tone, "word": word, "open": not person.is_verified},
        "unread": Message.objects.filter(person=person, read_at=None).count(),
        "wishes": _wishes(worker) if worker else [],
        "availability": availability(worker) if worker else None,
        "opt_out": [("out", "1")],
        "opt_in": [("out", "0")],
    }
    return render(request, "worker/me.html", context)


@require_POST
@signed_in
def available(request: HttpRequest) -> HttpResponse:
    """今天能干, 这阵子都能干, or 休息."""
    worker, by, now = my_worker(request), actor(request, Side.WORKER), clock.now()
    wish = request.POST.get("wish")
    if wish == "rest":
        rest(worker=worker, by=by, now=now)
        messages.success(request, "好的，先休息。雇主暂时看不到您，想干了再点“今天能干”。")
    else:
        until = clock.today(now) if wish == "today" else None
        look_for_work(worker=worker, by=by, now=now, until=until)
        day = "今天" if until else "这阵子"
        messages.success(request, f"记下了，您{day}能干，合适的活会推荐给您。")
    return redirect("web:me")


@require_POST
@signed_in
def ranking(request: HttpRequest) -> HttpResponse:
    """Out of the automated ranking, or back in."""
    out = request.POST.get("out") == "1"
    by = actor(request, Side.WORKER)
    set_ranking(worker=my_worker(request), opted_out=out, by=by, now=clock.now())
    said = "系统不再给您排序，活按发布时间列出来。" if out else "系统会按合不合适给您排活。"
    messages.success(request, said)
    return redirect("web:me")


def my_worker(request: HttpRequest) -> Worker:
    worker = worker_of(request)
    if worker is None:
        raise Hidden
    return worker


def availability(worker: Worker) -> dict[str, str | bool]:
    """What the switch shows: a word, its tone, and which wish is on."""
    until, today = worker.available_until_date, clock.today()
    if not worker.available or (until is not None and until < today):
        return {"on": "rest", "word": "休息中，不接活", "tone": "plain"}
    if until is not None:
        return {"on": "today", "word": "今天能干", "tone": "good"}
    return {"on": "open", "word": "这阵子都能干", "tone": "good"}


def _wishes(worker: Worker) -> list[tuple[str, str]]:
    trades = "、".join(trade_name(row.trade) for row in worker.trades.order_by("pk"))
    pay = f"每小时 {worker.floor_fen_per_hour / 100:g} 元以上" if worker.floor_fen_per_hour else "不限"
    return [
        ("能干的活", trades or "还没选"),
        ("想在哪干", tree.full_name(worker.region)),
        (
            "最远去多远",
            f"{worker.reach_km} 公里" + ("" if worker.lat is not None else "（还没标位置，远近没法算）"),
        ),
        ("最低工钱", pay),
    ]
