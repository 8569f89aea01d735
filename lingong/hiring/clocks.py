"""What time alone does: offers lapse, silent employers decline, absences stand, pay falls due."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TypeVar

import structlog
from django.db import transaction

from lingong.employers.record import note_silent
from lingong.jobs.publish import expire_due
from lingong.jobs.states import PostingState
from lingong.journal.actor import SYSTEM
from lingong.lib.clock import today
from lingong.lib.refusal import Refusal
from lingong.workers.register import age_silent

from .checkin import mark_absent
from .line import HELD, OPEN, ShiftState, State
from .models import Engagement, Shift
from .move import move, move_shift, tell

log = structlog.get_logger(__name__)
GRACE = timedelta(hours=2)
MOST = 500
Row = TypeVar("Row")


def tick(*, now: datetime) -> dict[str, int]:
    """Everything that is due at `now`; returns how many of each. Running it twice changes nothing more."""
    return {
        "expired": len(expire_due(now=now)),
        "ended": decline_ended(now=now),
        "lapsed": lapse_offers(now=now),
        "declined": decline_silent(now=now),
        "absent": note_absences(now=now),
        "due": fall_due(now=now),
        "overdue": tell_overdue(now=now),
        "aged": age_silent(now=now),
    }


def lapse_offers(*, now: datetime) -> int:
    """An offer nobody confirmed in time is gone (its place was never taken)."""
    rows = Engagement.objects.filter(state__in=(State.OFFERED, State.PROPOSED), answer_by_at__lte=now)
    return _each(rows.select_related("posting")[:MOST], lambda e: _end(e, "lapse", "no_answer", now))


def decline_silent(*, now: datetime) -> int:
    """An employer who never answers: the worker is told no, the silence is counted."""

    def act(engagement: Engagement) -> None:
        _end(engagement, "decline", "employer_silent", now)
        note_silent(engagement.posting.employer_id)

    rows = Engagement.objects.filter(state=State.APPLIED, answer_by_at__lte=now)
    return _each(rows.select_related("posting")[:MOST], act)


def decline_ended(*, now: datetime) -> int:
    """Whoever still waits on a posting that has ended is told."""
    ended = (PostingState.CLOSED, PostingState.EXPIRED)
    rows = Engagement.objects.filter(state__in=OPEN, posting__state__in=ended)
    return _each(rows.select_related("posting")[:MOST], lambda e: _end(e, "decline", "posting_ended", now))


def note_absences(*, now: datetime) -> int:
    """A shift that ended without anybody having come is an absence; employer or counter may correct it."""
    rows = Shift.objects.filter(state=ShiftState.DUE, end_at__lte=now - GRACE, engagement__state__in=HELD)
    rows = rows.select_related("engagement__posting").order_by("start_at")
    return _each(rows[:MOST], lambda shift: mark_absent(shift=shift, by=SYSTEM, now=now))


def fall_due(*, now: datetime) -> int:
    """Accepted work whose day of payment has come."""
    rows = Shift.objects.filter(state=ShiftState.ACCEPTED, due_date__lte=today(now))
    return _each(
        rows.select_related("engagement__posting")[:MOST],
        lambda s: move_shift(s, "fall_due", by=SYSTEM, now=now),
    )


def tell_overdue(*, now: datetime) -> int:
    """Pay that is a day late: both sides and the counter are told, once (CON-06)."""

    def act(shift: Shift) -> None:
        if Shift.objects.filter(pk=shift.pk, overdue_told_at=None).update(overdue_told_at=now):
            tell(shift.engagement, "hiring.pay_overdue", by=SYSTEM, now=now, shift=shift.pk)

    rows = Shift.objects.filter(state=ShiftState.PAY_DUE, due_date__lt=today(now), overdue_told_at=None)
    return _each(rows.select_related("engagement__posting")[:MOST], act)


def _end(engagement: Engagement, verb: str, reason: str, now: datetime) -> None:
    move(engagement, verb, by=SYSTEM, now=now, stamp="ended_at", reason=reason, data={"reason": reason})


def _each(rows: Iterable[Row], act: Callable[[Row], None]) -> int:
    """Act on each row in a transaction of its own; one that changed meanwhile is left for the next tick."""
    done = 0
    for row in rows:
        try:
            with transaction.atomic():
                act(row)
            done += 1
        except Refusal as refusal:
            log.info("clock_skipped", code=refusal.code)
    return done
