"""我的活: today first, then what waits for a yes, then the calendar of work and money, then the past."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lingong.hiring.line import EXITS, HELD, OPEN, State
from lingong.hiring.models import Engagement, EngagementQuerySet
from lingong.jobs.from_text import trade_name
from lingong.lib import clock
from lingong.web.acting import signed_in, user_of, worker_of

from .cards import plan_of
from .ledger import earned_fen, first_of, month_of, neighbours, owed_to
from .progress import has_work_today, next_of, steps

PAST = (*EXITS, State.RATED)
A_PAGE = 10


@require_safe
@signed_in
def work(request: HttpRequest) -> HttpResponse:
    """Everything the worker is on; the one next act of each."""
    now, worker = clock.now(), worker_of(request)
    if worker is None:
        return render(request, "worker/work.html", {"worker": None})
    mine = fetched(Engagement.objects.of_worker(user_of(request)))
    current = list(mine.exclude(state__in=PAST).order_by("-started_at")[:100])
    past = Paginator(mine.filter(state__in=PAST).order_by("-started_at"), A_PAGE)
    page = past.get_page(request.GET.get("page"))
    first = first_of(request.GET.get("month", ""), now)
    context = {
        "worker": worker,
        "parts": _parted(current, now),
        "month": month_of(worker, first, now),
        "months": [f"{reverse('web:work')}?month={day:%Y-%m}#month" for day in neighbours(first)],
        "earned_fen": earned_fen(worker, first),
        "owed": owed_to(worker, now),
        "past": rows(page, now),
        "page": page,
    }
    return render(request, "worker/work.html", context)


def fetched(engagements: EngagementQuerySet) -> EngagementQuerySet:
    """With everything `progress` and the cards look at, in a fixed number of queries."""
    return engagements.for_page().prefetch_related(
        "shifts", "ratings", "agreements__signatures", "terms__shifts", "posting__terms__shifts"
    )


def _parted(current: list[Engagement], now: datetime) -> list[tuple[str, list[dict[str, Any]]]]:
    """Title and rows of each part that is not empty, in the order of urgency."""
    offers = [e for e in current if e.state == State.OFFERED]
    today = [e for e in current if has_work_today(e, now)]
    held = [e for e in current if e.state in HELD and e not in today]
    after = [e for e in current if e.state in (State.FINISHED, State.SETTLED, State.CONTESTED)]
    asked = [e for e in current if e.state in OPEN and e not in offers]
    parts = [
        ("今天的活", today),
        ("等您确认", sorted(offers, key=lambda e: e.answer_by_at or now)),
        ("定下来的活", sorted(held, key=_begins)),
        ("等收钱、等评价", after),
        ("等雇主答复", asked),
    ]
    return [(title, rows(found, now)) for title, found in parts if found]


def rows(engagements: Iterable[Engagement], now: datetime) -> list[dict[str, Any]]:
    """What a list shows of each engagement."""
    return [_row(engagement, now) for engagement in engagements]


def _row(engagement: Engagement, now: datetime) -> dict[str, Any]:
    # Who has not said yes yet says yes to what the posting offers now.
    terms = (engagement.posting.terms if engagement.state in OPEN else None) or engagement.terms
    plan = plan_of(terms)
    return {
        "url": reverse("web:engagement", args=[engagement.public_id]),
        "title": trade_name(terms.trade),
        "employer": engagement.posting.employer.shown_name,
        "terms": terms,
        "start_at": plan[0].start_at,
        "end_at": plan[0].end_at if len(plan) == 1 else None,
        "shifts": len(plan),
        "state": engagement.get_state_display(),
        "over": engagement.state in EXITS,
        "steps": steps(engagement, now),
        "next": next_of(engagement, now),
    }


def _begins(engagement: Engagement) -> datetime:
    return min((shift.start_at for shift in engagement.shifts.all()), default=engagement.started_at)
