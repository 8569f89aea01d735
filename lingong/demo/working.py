"""The working days of one engagement as a story: present, reported, paid, received."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from django.db.models import QuerySet

from lingong.hiring.checkin import check_in, site_code
from lingong.hiring.finish import report
from lingong.hiring.line import ShiftState
from lingong.hiring.models import Engagement, Shift
from lingong.hiring.settle import pay, receive
from lingong.jobs.models import PayUnit
from lingong.journal.actor import Actor, Via
from lingong.lib import clock

Telling = Generator[datetime, None, datetime]  # a story that returns the moment after its last act
UNPAID = (ShiftState.ACCEPTED, ShiftState.PAY_DUE)
PAYING_AT = time(18, 30)
LATE = timedelta(days=2)
NOTED = timedelta(hours=4)  # by then the clock has noted who did not come


@dataclass(frozen=True, slots=True)
class Sides:
    """Who acts for the worker, for the employer, and for staff."""

    worker: Actor
    employer: Actor
    staff: Actor


def work_story(engagement: Engagement, sides: Sides, then: str, rng: Random) -> Telling:
    """Work every shift; what is due is paid the same day unless `then` says otherwise (see `Hire`)."""
    plan = list(_shifts(engagement).filter(state=ShiftState.DUE).order_by("start_at"))
    missed = plan[min(1, len(plan) - 1)] if then == "absent" else None
    now = engagement.started_at
    for shift in plan:
        if shift is missed:
            now = shift.end_at + NOTED
            continue
        yield (now := shift.start_at - timedelta(minutes=rng.randint(1, 25)))
        _come(shift, sides, now)
        done = _done(shift, rng)
        yield (now := shift.end_at + timedelta(minutes=rng.randint(2, 12)))
        report(shift=shift, by=sides.worker, now=now, **done)
        yield (now := now + timedelta(minutes=rng.randint(2, 20)))
        report(shift=shift, by=sides.employer, now=now, **done)
        if then in ("paid", "absent"):
            now = yield from pay_story(engagement, sides, rng, now, up_to_today=True)
    if then in ("paid", "absent", "late"):
        wait = LATE if then == "late" else timedelta(0)
        now = yield from pay_story(engagement, sides, rng, now + wait)
    return now


def pay_story(
    engagement: Engagement, sides: Sides, rng: Random, now: datetime, *, up_to_today: bool = False
) -> Telling:
    """Pay each shift on the day it is due, or at once where that day is past."""
    for shift in _shifts(engagement).filter(state__in=UNPAID).order_by("due_date", "start_at"):
        later = shift.due_date is not None and shift.due_date > clock.today(now)
        if later and up_to_today:
            continue
        if later and shift.due_date is not None:
            now = clock.at(shift.due_date, PAYING_AT)
        yield (now := now + timedelta(minutes=rng.randint(5, 25)))
        shift.refresh_from_db(fields=["state"])  # the clock may have found it due
        pay(shift=shift, by=sides.employer, now=now)
        yield (now := now + timedelta(minutes=rng.randint(3, 60)))
        receive(shift=shift, by=sides.worker, now=now)
    return now


def _come(shift: Shift, sides: Sides, now: datetime) -> None:
    """With a phone the worker enters the code of the site; for the others the employer marks it."""
    if sides.worker.via == Via.DESK:
        check_in(shift=shift, by=sides.employer, now=now)
    else:
        code = site_code(shift.engagement.posting, clock.local(shift.start_at).date())
        check_in(shift=shift, by=sides.worker, now=now, code=code)


def _done(shift: Shift, rng: Random) -> dict[str, int]:
    done = {"minutes": shift.minutes}
    if shift.engagement.terms.pay_unit == PayUnit.PIECE:
        done["pieces"] = rng.randint(110, 160)
    return done


def _shifts(engagement: Engagement) -> QuerySet[Shift]:
    return Shift.objects.filter(engagement=engagement).select_related("engagement__posting")
