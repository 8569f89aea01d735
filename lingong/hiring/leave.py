"""Ways out: withdraw, decline, cancel. What was worked stays and is paid; what was not is freed."""

from datetime import datetime

from django.db import transaction

from lingong.jobs.models import Posting
from lingong.jobs.places import free_place
from lingong.jobs.publish import close
from lingong.journal.actor import Actor
from lingong.lib.refusal import Refusal
from lingong.workers.calendar import free_time
from lingong.workers.record import note_free

from .finish import finish_if_done
from .line import HELD, LINE, OPEN, SHIFT_WORKED, ShiftState
from .models import Engagement
from .move import move, tell

REASONS = {  # codes kept for analysis (MATCH-11), and the words people choose from
    "other_work": "有别的活了",
    "too_far": "太远了",
    "pay_low": "工钱低了",
    "time_no": "时间不合适",
    "unwell": "身体不舒服或家里有事",
    "not_as_said": "和说的不一样",
    "enough": "人已经够了",
    "not_fit": "不太合适",
    "work_off": "活不干了",
    "no_reason": "不想说",
}


def withdraw(*, engagement: Engagement, reason: str, by: Actor, now: datetime) -> None:
    """The worker steps out, before or after confirming."""
    _leave(engagement, "withdraw", reason, by, now)


def decline(*, engagement: Engagement, reason: str, by: Actor, now: datetime) -> None:
    """The employer says no to somebody not yet confirmed."""
    with transaction.atomic():
        move(
            engagement,
            "decline",
            by=by,
            now=now,
            stamp="ended_at",
            reason=_reason(reason),
            data={"reason": reason},
        )


def cancel(*, engagement: Engagement, reason: str, by: Actor, now: datetime) -> None:
    """The employer calls a confirmed worker off; the worker is told at once (by the journal)."""
    _leave(engagement, "cancel", reason, by, now)


def close_posting(*, posting: Posting, reason: str, by: Actor, now: datetime) -> int:
    """End a posting and decline everybody who still waits for an answer; returns how many."""
    with transaction.atomic():
        close(posting=posting, reason=reason, by=by, now=now)
        waiting = list(Engagement.objects.select_related("posting").filter(posting=posting, state__in=OPEN))
        for engagement in waiting:
            decline(engagement=engagement, reason="work_off", by=by, now=now)
    return len(waiting)


def _leave(engagement: Engagement, verb: str, reason: str, by: Actor, now: datetime) -> None:
    step = LINE.require(verb, engagement.state, by.side)
    held = engagement.state in HELD
    with transaction.atomic():
        due = engagement.shifts.filter(state=ShiftState.DUE)
        free_time(promise=engagement.public_id, starts=due.values_list("start_at", flat=True))
        due.update(state=ShiftState.CANCELLED)
        if engagement.shifts.filter(state__in=(*SHIFT_WORKED, ShiftState.PRESENT)).exists():
            # Work was done: the rest is called off, the engagement goes on to pay and rating.
            Engagement.objects.filter(pk=engagement.pk).update(reason=_reason(reason), ended_at=now)
            tell(engagement, step.event, by=by, now=now, reason=reason)
            finish_if_done(engagement, by=by, now=now)
        else:
            move(
                engagement,
                verb,
                by=by,
                now=now,
                stamp="ended_at",
                reason=_reason(reason),
                data={"reason": reason},
            )
        if held:
            free_place(posting_id=engagement.posting_id, now=now)
            note_free([engagement.worker_id], now)


def _reason(reason: str) -> str:
    if reason not in REASONS:
        raise Refusal("hiring.reason", "请选一个原因。", field="reason")
    return reason
