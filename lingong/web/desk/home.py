"""The desk's first page: find a person, an employer or a posting; else today's work and the open places."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lingong.accounts.rights import Right
from lingong.hiring.line import HELD, ShiftState
from lingong.hiring.models import Shift
from lingong.jobs.facts import LONGEST_SHIFT
from lingong.jobs.models import Posting
from lingong.lib import clock
from lingong.lib.clock import day_bounds
from lingong.web.acting import staff_with

from .find import find
from .frame import desk_page
from .reach import within

MOST = 12


@staff_with(Right.POSTING_READ)
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Results of a search, or what is on today."""
    asked = request.GET.get("q", "").strip()
    if asked:
        return desk_page(request, "found.html", {"q": asked, "found": find(request, asked)})
    return desk_page(request, "home.html", _today(request, clock.now()))


def _today(request: HttpRequest, now: datetime) -> dict[str, Any]:
    start, end = day_bounds(clock.today(now))
    shifts = Shift.objects.filter(within(request, Right.ENGAGEMENT_ASSIST, "engagement__posting__region"))
    shifts = shifts.filter(start_at__gte=start, start_at__lt=end, end_at__range=(start, end + LONGEST_SHIFT))
    shifts = shifts.filter(engagement__state__in=HELD)
    due = shifts.filter(state=ShiftState.DUE).select_related(
        "engagement__worker__person", "engagement__posting"
    )
    postings = Posting.objects.open(now).filter(within(request, Right.POSTING_READ)).for_page()
    return {
        "absent": due.count(),
        "due": list(due.order_by("start_at")[:MOST]),
        "present": shifts.filter(state=ShiftState.PRESENT).count(),
        "open": list(postings.order_by("starts_at")[:MOST]),
    }
