"""One of the employer's postings: terms, versions, who is on it, and what can be done now."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from lingong.hiring.leave import close_posting
from lingong.hiring.line import DONE, HELD, State
from lingong.hiring.models import Engagement
from lingong.jobs.models import Posting
from lingong.jobs.publish import pause, refresh, resume
from lingong.jobs.states import POSTING
from lingong.journal.actor import Actor, Side
from lingong.lib import clock
from lingong.web import acting

from .mine import boss, posting_for, show
from .own import own
from .say_terms import lines_of, when
from .say_terms import pay as pay_of

ENDINGS = {"enough": "人找够了", "work_off": "活不干了", "other_way": "在别处找到人了", "changed": "计划变了"}


@require_safe
@acting.signed_in
def posting(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The posting's own page."""
    one = posting_for(request, public_id)
    return _page(request, one, Ending())


class Ending(forms.Form):
    """Why a posting ends; kept for analysis."""

    reason = forms.ChoiceField(label="为什么不招了", choices=list(ENDINGS.items()), widget=forms.RadioSelect)


def _page(request: HttpRequest, one: Posting, ending: Ending) -> HttpResponse:
    now, mine = clock.now(), own(one)
    versions = [
        (terms, pay_of(terms), when(terms, now))
        for terms in sorted(one.versions.all(), key=lambda t: -t.number)
    ]
    context = {
        "own": mine,
        "lines": lines_of(mine.terms, now) if mine.terms else [],
        "versions": versions,
        "counts": _counts(one),
        "verbs": POSTING.verbs_from(one.state, Side.EMPLOYER),
        "earlier": _earlier(one) if one.state == "published" else [],
        "ending": ending,
    }
    return show(request, "employer/posting.html", one.employer, context)


def _counts(one: Posting) -> dict[str, int]:
    """How many asked, were offered a place, are confirmed."""
    asked = Q(state__in=(State.APPLIED, State.PROPOSED))
    return Engagement.objects.filter(posting=one).aggregate(
        asked=Count("pk", filter=asked),
        offered=Count("pk", filter=Q(state=State.OFFERED)),
        held=Count("pk", filter=Q(state__in=(*HELD, *DONE))),
    )


def _earlier(one: Posting) -> list[Posting]:
    """Postings of the same employer on which people finished work: they can be asked again."""
    rows = Posting.objects.filter(employer=one.employer).exclude(pk=one.pk).select_related("terms")
    rows = rows.filter(engagements__state__in=DONE).annotate(people=Count("engagements", distinct=True))
    return list(rows.order_by("-published_at")[:3])


def _turn_pause(one: Posting, by: Actor, now: datetime) -> str:
    pause(posting=one, by=by, now=now)
    return "先不招了，工人看不到这条；已经定的人不受影响。"


def _turn_resume(one: Posting, by: Actor, now: datetime) -> str:
    resume(posting=one, by=by, now=now)
    return "接着招了，工人又能看到这条。"


def _turn_refresh(one: Posting, by: Actor, now: datetime) -> str:
    refresh(posting=one, by=by, now=now)
    return "记下了：这条还在招。"


TURNS: dict[str, Callable[[Posting, Actor, datetime], str]] = {
    "pause": _turn_pause,
    "resume": _turn_resume,
    "refresh": _turn_refresh,
}


@require_POST
@acting.signed_in
def turn(request: HttpRequest, public_id: UUID, verb: str) -> HttpResponse:
    """Pause, resume, still looking."""
    one = posting_for(request, public_id)
    messages.success(request, TURNS[verb](one, boss(request), clock.now()))
    return redirect("web:posting", public_id)


@require_POST
@acting.signed_in
def end(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """End the posting; who still waits for an answer is told."""
    one, form = posting_for(request, public_id), Ending(request.POST)
    told: list[int] = []

    def close() -> None:
        reason = form.cleaned_data["reason"]
        told.append(close_posting(posting=one, reason=reason, by=boss(request), now=clock.now()))

    if not (form.is_valid() and acting.accepted(form, close)):
        return _page(request, one, form)
    messages.success(
        request, "这条招工结束了。" + (f"还在等的 {told[0]} 个人会收到通知。" if told[0] else "")
    )
    return redirect("web:posting", public_id)
