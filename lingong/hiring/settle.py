"""Pay, shift by shift: the employer says it is paid, the worker says it is received. No money passes here."""

from datetime import datetime

from django.db import transaction

from lingong.employers.record import note_paid
from lingong.journal.actor import Actor
from lingong.lib.clock import today
from lingong.lib.refusal import Refusal

from .line import SHIFT_ENDED, ShiftState, State
from .models import Engagement, Shift
from .move import move, move_shift


def pay(*, shift: Shift, by: Actor, now: datetime, paid_fen: int | None = None) -> None:
    """The employer states that the shift was paid; less than what is due is refused."""
    due = shift.amount_fen or 0
    paid = due if paid_fen is None else paid_fen
    if paid < due:
        raise Refusal(
            "hiring.paid_less",
            "付的比应付的少。如果工时有变，请先和工人改好工时。",
            "保障农民工工资支付条例 11",
            "paid",
        )
    with transaction.atomic():
        move_shift(shift, "pay", by=by, now=now, paid_fen=paid, paid_at=now)


def receive(*, shift: Shift, by: Actor, now: datetime) -> None:
    """The worker confirms that the money is there; with the last one the engagement is settled."""
    paid_on = today(shift.paid_at or now)
    with transaction.atomic():
        move_shift(shift, "receive", by=by, now=now, received_at=now, paid_at=shift.paid_at or now)
        engagement = Engagement.objects.select_related("posting").get(pk=shift.engagement_id)
        on_time = shift.due_date is None or paid_on <= shift.due_date
        note_paid(engagement.posting.employer_id, on_time=on_time)
        settle_if_paid(engagement, by=by, now=now)


def not_received(*, shift: Shift, by: Actor, now: datetime) -> None:
    """The worker did not get what the employer says was paid: it is due again and staff are told."""
    with transaction.atomic():
        move_shift(shift, "not_received", by=by, now=now, paid_fen=None, paid_at=None)


def settle_if_paid(engagement: Engagement, *, by: Actor, now: datetime) -> None:
    """Settled as soon as no worked shift waits for money; complete if both have rated already."""
    waiting = engagement.shifts.exclude(state__in=SHIFT_ENDED).exists()
    if waiting or engagement.state != State.FINISHED:
        return
    move(engagement, "settle", by=by, now=now, stamp="settled_at")
    complete_if_rated(engagement, by=by, now=now)


def complete_if_rated(engagement: Engagement, *, by: Actor, now: datetime) -> None:
    """The end of the line: paid, and rated by both."""
    if engagement.state == State.SETTLED and engagement.ratings.count() == 2:
        move(engagement, "complete", by=by, now=now, stamp="rated_at")


def owed(engagement: Engagement) -> tuple[int, int]:
    """(分 accepted and not yet received, 分 received) of an engagement."""
    open_states = (ShiftState.ACCEPTED, ShiftState.PAY_DUE, ShiftState.PAID)
    rows = engagement.shifts.values_list("state", "amount_fen")
    still = sum(amount or 0 for state, amount in rows if state in open_states)
    got = sum(amount or 0 for state, amount in rows if state == ShiftState.RECEIVED)
    return still, got
