"""One gig: what, where, when, how much, who hires, why it fits, and the one button."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from lingong.employers.models import Employer
from lingong.hiring.line import EXITS
from lingong.hiring.models import Engagement
from lingong.jobs.from_text import trade_name
from lingong.jobs.models import Posting, Terms
from lingong.jobs.states import PostingState
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.matching.engine.explain import Reason
from lingong.matching.recommend import explain
from lingong.web.acting import worker_of
from lingong.workers.models import Worker

from .cards import lines, names_of, pay_of, reasons_shown, shown_place, trust
from .spot import metres_to_gig, spot_of

# Where a reader opens what a matching rule shut.
DOORS = {
    "age_known": ("web:identity", "去实名"),
    "certificate_valid": ("web:stations", "找驿站登记证书"),
    "shifts_free": ("web:work", "看我的活"),
    "within_week": ("web:work", "看我的活"),
    "within_reach": ("web:wishes", "改能去的距离"),
    "pay_at_floor": ("web:wishes", "改最低工钱"),
    "worker_available": ("web:me", "改成今天能干"),
    "worker_in_order": ("web:stations", "找驿站问清楚"),
}


@dataclass(frozen=True, slots=True)
class Button:
    """The one thing to do next: a link, or a POST where `post`; `say` stands above it; no url: only words."""

    label: str = ""
    url: str = ""
    post: bool = False
    say: str = ""
    more: tuple[str, str] | None = None  # a second, smaller link


@require_safe
def gig(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Everybody may read a public gig; exact place and phone come with the agreement."""
    now, worker = clock.now(), worker_of(request)
    posting, terms = gig_for(request, public_id, now)
    spot, names = spot_of(request.GET, worker), names_of({posting.region})
    shown = shown_place(terms, names, exact=False)
    why, shut = explain(worker=worker, posting=posting, now=now) if worker else ([], [])
    context = {
        "posting": posting,
        "title": trade_name(posting.trade),
        "urgent": posting.is_urgent(now),
        "pay": pay_of(terms),
        "lines": lines(terms, now=now, place=shown),
        "metres": metres_to_gig(spot, posting.employer, terms.lat, terms.lon),
        "located": spot is not None,
        "trust": trust(posting.employer),
        "why": [] if shut else reasons_shown(why),
        "shut": [(reason, *_door(reason)) for reason in shut],
        "button": button_for(request, posting, worker, now),
    }
    return render(request, "worker/gig.html", context)


def gig_for(request: HttpRequest, public_id: UUID, now: datetime) -> tuple[Posting, Terms]:
    """A posting that this reader may see and its terms, with all a page shows; else Hidden (404)."""
    rows = Posting.objects.visible_to(request.user, now).for_page()
    posting = rows.prefetch_related("terms__shifts").filter(public_id=public_id).first()
    if posting is None or posting.terms is None:
        raise Hidden
    return posting, posting.terms


def button_for(request: HttpRequest, posting: Posting, worker: Worker | None, now: datetime) -> Button:
    """What this reader can do with this gig now."""
    back = urlencode({"next": request.path})
    if not request.user.is_authenticated:
        return Button("登录后报名", f"{reverse('web:sign_in')}?{back}", say="用手机号登录，马上回到这个活")
    if Employer.objects.of(request.user).filter(pk=posting.employer_id).exists():
        return Button(
            "去管这条招工", reverse("web:posting", args=[posting.public_id]), say="这是您自己发布的活"
        )
    if worker is not None and (mine := _mine(posting, worker)) is not None:
        url = reverse("web:engagement", args=[mine.public_id])
        return Button("看到哪一步了", url, say=f"您报过名了，现在：{mine.get_state_display()}")
    if posting.state == PostingState.FULL:
        return Button("看看别的活", reverse("web:home"), say="刚刚招满了，这个活没有名额了")
    if posting.state != PostingState.PUBLISHED or posting.expires_at is None or posting.expires_at <= now:
        return Button("看看别的活", reverse("web:home"), say="这个活现在不招人")
    if worker is None:
        return Button(
            "先登记，再报名", f"{reverse('web:join_worker')}?{back}", say="登记只要填几样，一两分钟"
        )
    return _ask(posting, worker, back)


def _ask(posting: Posting, worker: Worker, back: str) -> Button:
    identity = f"{reverse('web:identity')}?{back}"
    if posting.instant:
        if not worker.person.is_verified:
            return Button("先实名，再抢单", identity, say="先到先得的活，实名以后才能定")
        say = "先到先得：点了就算定下，不用等雇主答复"
        return Button("我来干", reverse("web:grab", args=[posting.public_id]), post=True, say=say)
    url = reverse("web:apply", args=[posting.public_id])
    if worker.person.is_verified:
        return Button("我要报名", url, post=True)
    say = "可以先报名；雇主要您以后，实名了才能定"
    return Button("我要报名", url, post=True, say=say, more=("先去实名", identity))


def _mine(posting: Posting, worker: Worker) -> Engagement | None:
    rows = Engagement.objects.filter(posting=posting, worker=worker).exclude(state__in=EXITS)
    return rows.order_by("-pk").first()


def _door(reason: Reason) -> tuple[str, str]:
    route, label = DOORS.get(reason.code, ("", ""))
    return (reverse(route) if route else "", label)
