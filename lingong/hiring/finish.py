"""Work done: each side says how much, equal numbers are accepted, and the pay and its day stand."""

from datetime import datetime

from django.db import transaction

from lingong.jobs.models import PayUnit, TermsShift
from lingong.jobs.places import free_place
from lingong.journal.actor import Actor, Side
from lingong.lib.clock import local, today
from lingong.lib.refusal import Refusal
from lingong.matching.ties import note_finished
from lingong.workers.record import note_attended, note_free

from .line import SHIFT_WORKED, ShiftState, State
from .models import Engagement, Shift
from .move import move, move_shift
from .pay import amount_fen, due_date
from .settle import settle_if_paid

LONGEST = 24 * 60
MOST_PIECES = 20_000  # of a day; more is a typing error


def report(*, shift: Shift, by: Actor, now: datetime, minutes: int, pieces: int | None = None) -> bool:
    """Say what was done in `shift`; returns whether both sides now agree and the work is accepted."""
    terms = Engagement.objects.select_related("terms").get(pk=shift.engagement_id).terms
    if now < shift.start_at:
        raise Refusal("hiring.not_begun", "还没开工，不能报工时。", field="minutes")
    if not 0 < minutes <= LONGEST:
        raise Refusal("hiring.minutes", "干了多长时间？请填 0 到 24 小时之间。", field="minutes")
    if terms.pay_unit == PayUnit.PIECE and not 0 <= (-1 if pieces is None else pieces) <= MOST_PIECES:
        raise Refusal("hiring.pieces", f"请填干了多少{terms.unit_word}。", field="pieces")
    mine = "worker" if by.side == Side.WORKER else "employer"
    with transaction.atomic():
        move_shift(shift, "report", by=by, now=now, **{f"{mine}_minutes": minutes, f"{mine}_pieces": pieces})
        shift.refresh_from_db()
        if not numbers_agree(shift):
            return False
        accept_numbers(shift, minutes=minutes, pieces=pieces, by=by, now=now)
    return True


def numbers_agree(shift: Shift) -> bool:
    """Whether both sides stated the same minutes and pieces."""
    if shift.worker_minutes is None or shift.employer_minutes is None:
        return False
    return (shift.worker_minutes, shift.worker_pieces) == (shift.employer_minutes, shift.employer_pieces)


def accept_numbers(shift: Shift, *, minutes: int, pieces: int | None, by: Actor, now: datetime) -> None:
    """Fix the amount and its due day; called when both agree, or by staff who resolved a contest."""
    engagement = Engagement.objects.select_related("terms", "posting").get(pk=shift.engagement_id)
    last = TermsShift.objects.filter(terms=engagement.terms).order_by("-end_at").first()
    last_end = last.end_at if last is not None else shift.end_at
    is_last = not engagement.shifts.filter(start_at__gt=shift.start_at, state=ShiftState.DUE).exists()
    due = due_date(shift, engagement.terms, last_end=local(last_end).date())
    shift.engagement = engagement
    move_shift(
        shift, "accept_work", by=by, now=now, accepted_at=now, due_date=due,
        amount_fen=amount_fen(shift, engagement.terms, minutes=minutes, pieces=pieces, is_last=is_last),
    )  # fmt: skip
    note_attended([shift.worker_id])
    if due <= today(now):
        move_shift(shift, "fall_due", by=by, now=now)
    finish_if_done(engagement, by=by, now=now)


def finish_if_done(engagement: Engagement, *, by: Actor, now: datetime) -> None:
    """With no shift left to come or to be accepted the engagement is finished, or was a no-show."""
    engagement.refresh_from_db()
    states = list(engagement.shifts.values_list("state", flat=True))
    if any(state in (ShiftState.DUE, ShiftState.PRESENT) for state in states):
        return
    if any(state in SHIFT_WORKED for state in states):
        if engagement.state in (State.AGREED, State.WORKING):
            move(engagement, "finish", by=by, now=now, stamp="finished_at")
            note_finished(engagement.worker_id, engagement.posting.employer_id)
            settle_if_paid(engagement, by=by, now=now)
    elif engagement.state in (State.CONFIRMED, State.AGREED, State.WORKING):
        move(engagement, "no_show", by=by, now=now, stamp="ended_at", reason="absent")
        free_place(posting_id=engagement.posting_id, now=now)
    note_free([engagement.worker_id], now)
