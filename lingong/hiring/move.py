"""Move an engagement or a shift one row of its table, by compare-and-set, and record it."""

from datetime import datetime

from django.db.models import F

from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib.refusal import Refusal

from .line import LINE, SHIFT, STOPPED_BY_A_CONTEST, State
from .models import Engagement, Shift


def move(
    engagement: Engagement, verb: str, *, by: Actor, now: datetime, stamp: str = "",
    data: dict[str, object] | None = None, **fields: object,
) -> None:  # fmt: skip
    """Take the row `verb` of LINE; `stamp` names the moment to set. Refuses if somebody was faster."""
    step = LINE.require(verb, engagement.state, by.side)
    changes: dict[str, object] = dict(fields)
    if step.target:
        changes["state"] = step.target
    if stamp:
        changes[stamp] = now
    # The update also locks the row, so that two acts on one engagement stand one after the other.
    rows = Engagement.objects.filter(pk=engagement.pk, state=engagement.state)
    if not rows.update(version=F("version") + 1, **changes):
        raise Refusal("hiring.changed", "情况刚刚有变化，请刷新页面再看。", rule=verb)
    for name, value in changes.items():
        setattr(engagement, name, value)
    tell(engagement, step.event, by=by, now=now, **(data or {}))


def move_shift(shift: Shift, verb: str, *, by: Actor, now: datetime, **fields: object) -> None:
    """Take the row `verb` of SHIFT for one shift."""
    step = SHIFT.require(verb, shift.state, by.side)
    contested = Engagement.objects.filter(pk=shift.engagement_id, state=State.CONTESTED)
    if verb in STOPPED_BY_A_CONTEST and contested.exists():
        raise Refusal("hiring.contested", "这个活有争议，窗口正在处理，处理好再接着办。", rule=verb)
    changes: dict[str, object] = dict(fields)
    if step.target:
        changes["state"] = step.target
    if not Shift.objects.filter(pk=shift.pk, state=shift.state).update(**changes):
        raise Refusal("hiring.changed", "情况刚刚有变化，请刷新页面再看。", rule=verb)
    for name, value in changes.items():
        setattr(shift, name, value)
    tell(shift.engagement, step.event, by=by, now=now, shift=shift.pk)


def tell(engagement: Engagement, event: str, *, by: Actor, now: datetime, **data: object) -> None:
    """Record an event about the engagement, with the ids followers need."""
    posting = engagement.posting
    record(event, engagement, by=by, now=now, region=posting.region, posting=str(posting.public_id), **data)
