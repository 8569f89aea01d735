"""Pay, shift by shift: stated by the employer, confirmed by the worker. No money passes here."""

from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from lingong.hiring import settle as hiring
from lingong.journal.actor import Side
from lingong.journal.once import Answer
from lingong.lib import clock

from .access import shift_on
from .answers import done
from .commands import command
from .fields import Fen, Helping, ShiftId
from .routers import shifts


class Paying(Helping):
    paid_fen: Fen | None = Field(default=None, description="分; left out: what is due")


@command(shifts, "/{engagement_id}/shifts/{shift_id}/pay")
def pay(request: HttpRequest, engagement_id: UUID, shift_id: ShiftId, body: Paying) -> Answer:
    """The employer says that the shift was paid."""
    shift, by = shift_on(request, engagement_id, shift_id, Side.EMPLOYER, body.helped)
    hiring.pay(shift=shift, by=by, now=clock.now(), paid_fen=body.paid_fen)
    return done(shift)


@command(shifts, "/{engagement_id}/shifts/{shift_id}/receive")
def receive(request: HttpRequest, engagement_id: UUID, shift_id: ShiftId, body: Helping) -> Answer:
    """The worker confirms that the money is there."""
    shift, by = shift_on(request, engagement_id, shift_id, Side.WORKER, body.helped)
    hiring.receive(shift=shift, by=by, now=clock.now())
    return done(shift)


@command(shifts, "/{engagement_id}/shifts/{shift_id}/not_received")
def not_received(request: HttpRequest, engagement_id: UUID, shift_id: ShiftId, body: Helping) -> Answer:
    """The worker did not get what is said to be paid: it is due again and staff are told."""
    shift, by = shift_on(request, engagement_id, shift_id, Side.WORKER, body.helped)
    hiring.not_received(shift=shift, by=by, now=clock.now())
    return done(shift)
