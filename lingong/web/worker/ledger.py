"""记工: what a worker did and earned, day by day, and what is still owed since when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Min, QuerySet, Sum
from django.urls import reverse

from lingong.hiring.line import SHIFT_WORKED, ShiftState
from lingong.hiring.models import Shift
from lingong.lib.clock import day_bounds, today
from lingong.web import words
from lingong.web.month import Entry, Month, month_grid
from lingong.workers.models import Worker

OWED = (ShiftState.ACCEPTED, ShiftState.PAY_DUE, ShiftState.PAID)
SHOWN = (ShiftState.DUE, ShiftState.PRESENT, *SHIFT_WORKED)


@dataclass(frozen=True, slots=True)
class Owed:
    """Pay accepted and not received: the sum, and the earliest day it was or is to be paid."""

    fen: int
    since: date | None
    late_days: int


def month_of(worker: Worker, first: date, now: datetime) -> Month:
    """The calendar of the month that begins with `first`."""
    by_day: dict[date, list[Shift]] = {}
    for shift in _in_month(worker, first).filter(state__in=SHOWN).select_related("engagement"):
        by_day.setdefault(today(shift.start_at), []).append(shift)
    entries = {day: _entry(shifts) for day, shifts in by_day.items()}
    return month_grid(year=first.year, month=first.month, entries=entries, today=today(now))


def earned_fen(worker: Worker, first: date) -> int:
    """Pay of the month's accepted work, received or not."""
    rows = _in_month(worker, first).filter(state__in=SHIFT_WORKED)
    return rows.aggregate(total=Sum("amount_fen"))["total"] or 0


def owed_to(worker: Worker, now: datetime) -> Owed:
    """What the worker has still to get, over all gigs."""
    found = Shift.objects.filter(worker=worker, state__in=OWED).aggregate(
        total=Sum("amount_fen"), since=Min("due_date")
    )
    since = found["since"]
    late = max(0, (today(now) - since).days) if since else 0
    return Owed(found["total"] or 0, since, late)


def first_of(text: str, now: datetime) -> date:
    """`2026-11` → its first day; the present month for anything else."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return today(now).replace(day=1)


def neighbours(first: date) -> tuple[date, date]:
    """First days of the month before and the month after."""
    return (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=32)).replace(day=1)


def _in_month(worker: Worker, first: date) -> QuerySet[Shift]:
    start, end = day_bounds(first)[0], day_bounds(neighbours(first)[1])[0]
    return Shift.objects.filter(worker=worker, start_at__gte=start, start_at__lt=end)


def _entry(shifts: Iterable[Shift]) -> Entry:
    """A day: hours worked or planned, pay as soon as it stands, and whether it is here."""
    shifts = list(shifts)
    worked = [shift for shift in shifts if shift.state in SHIFT_WORKED]
    minutes = sum(shift.worker_minutes or shift.minutes for shift in shifts)
    owed = any(shift.state in OWED for shift in worked)
    return Entry(
        work=words.worked(minutes),
        fen=sum(shift.amount_fen or 0 for shift in worked) if worked else None,
        tone="info" if not worked else "warn" if owed else "good",
        url=reverse("web:engagement", args=[shifts[0].engagement.public_id]),
    )
