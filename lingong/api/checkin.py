"""Presence, shift by shift: who came, who did not, and what was wrong about that."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Schema
from pydantic import Field

from lingong.hiring import checkin as hiring
from lingong.journal.actor import Side
from lingong.journal.once import Answer
from lingong.lib import clock

from .access import posting_for, shift_on
from .answers import answers, done
from .commands import command
from .fields import Day, EmployerOrStaff, For, ShiftId, Sided
from .routers import postings, shifts


class CheckingIn(Sided):
    code: str = Field(default="", pattern=r"^[0-9]{0,6}$", description="Shown on site; workers need it")


class SiteCode(Schema):
    day: date
    code: str = Field(description="Six digits, shown on site by the employer on that day only")


@postings.get("/{posting_id}/site_code", response=answers(SiteCode), operation_id="checkin_site_code")
def site_code(
    request: HttpRequest, posting_id: UUID, day: Query[Day], helped: For = None
) -> dict[str, object]:
    """The code of one day, for the employer to show where the work is."""
    posting, _ = posting_for(request, posting_id, helped)
    return {"day": day, "code": hiring.site_code(posting, day)}


@command(shifts, "/{engagement_id}/shifts/{shift_id}/check_in")
def check_in(request: HttpRequest, engagement_id: UUID, shift_id: ShiftId, body: CheckingIn) -> Answer:
    """The worker is there: by the site's code, or said by the employer or at the counter."""
    shift, by = shift_on(request, engagement_id, shift_id, Side(body.side), body.helped)
    hiring.check_in(shift=shift, by=by, now=clock.now(), code=body.code)
    return done(shift)


@command(shifts, "/{engagement_id}/shifts/{shift_id}/mark_absent")
def mark_absent(
    request: HttpRequest, engagement_id: UUID, shift_id: ShiftId, body: EmployerOrStaff
) -> Answer:
    """The worker did not come."""
    shift, by = shift_on(request, engagement_id, shift_id, Side(body.side), body.helped)
    hiring.mark_absent(shift=shift, by=by, now=clock.now())
    return done(shift)


@command(shifts, "/{engagement_id}/shifts/{shift_id}/excuse")
def excuse(request: HttpRequest, engagement_id: UUID, shift_id: ShiftId, body: EmployerOrStaff) -> Answer:
    """The worker did come: an absence is corrected."""
    shift, by = shift_on(request, engagement_id, shift_id, Side(body.side), body.helped)
    hiring.excuse(shift=shift, by=by, now=clock.now())
    return done(shift)
