"""Work done: each side says how much; equal numbers are accepted."""

from uuid import UUID

from django.http import HttpRequest

from lingong.hiring import finish as hiring
from lingong.hiring.contest import decide_work as fix_numbers
from lingong.journal.actor import Side
from lingong.journal.once import Answer
from lingong.lib import clock

from .access import shift_on
from .answers import Done, done
from .commands import command
from .fields import Given, Minutes, Pieces, ShiftId, Sided
from .routers import shifts


class Reporting(Sided):
    minutes: Minutes
    pieces: Pieces | None = None


class Deciding(Given):
    minutes: Minutes
    pieces: Pieces | None = None


class Reported(Done):
    accepted: bool


@command(shifts, "/{engagement_id}/shifts/{shift_id}/report", answer=Reported)
def report(request: HttpRequest, engagement_id: UUID, shift_id: ShiftId, body: Reporting) -> Answer:
    """Say what was done; when both sides said the same, the work is accepted and the pay stands."""
    shift, by = shift_on(request, engagement_id, shift_id, Side(body.side), body.helped)
    accepted = hiring.report(shift=shift, by=by, now=clock.now(), minutes=body.minutes, pieces=body.pieces)
    return done(shift) | {"accepted": accepted}


@command(shifts, "/{engagement_id}/shifts/{shift_id}/decide_work")
def decide_work(request: HttpRequest, engagement_id: UUID, shift_id: ShiftId, body: Deciding) -> Answer:
    """Staff fix the numbers the two sides stated differently."""
    shift, by = shift_on(request, engagement_id, shift_id, Side.STAFF)
    fix_numbers(shift=shift, minutes=body.minutes, pieces=body.pieces, by=by, now=clock.now())
    return done(shift)
