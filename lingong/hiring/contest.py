"""Numbers or facts the two sides cannot agree on go to the counter; staff decide and it goes on."""

from datetime import datetime

from django.db import transaction

from lingong.journal.actor import Actor

from .finish import accept_numbers
from .line import ShiftState
from .models import Engagement, Shift
from .move import move
from .settle import settle_if_paid

GROUNDS = {  # codes kept as the reason, and the words people choose from
    "hours": "工时对不上",
    "pay": "钱没给够，或者没给",
    "presence": "到岗记错了",
    "not_as_said": "和说好的不一样",
    "other": "别的事",
}


def contest(*, engagement: Engagement, reason: str, by: Actor, now: datetime) -> None:
    """Stop the line here and call staff."""
    with transaction.atomic():
        move(
            engagement, "contest", by=by, now=now, held_state=engagement.state, reason=reason[:40],
            data={"side": by.side.value},
        )  # fmt: skip


def resolve(*, engagement: Engagement, by: Actor, now: datetime) -> None:
    """Staff settled it with both: the engagement goes back to where it was."""
    with transaction.atomic():
        move(engagement, "resolve", by=by, now=now, state=engagement.held_state, held_state="")
        settle_if_paid(engagement, by=by, now=now)


def decide_work(*, shift: Shift, minutes: int, pieces: int | None, by: Actor, now: datetime) -> None:
    """Staff fix the numbers of a shift both sides stated differently."""
    if shift.state == ShiftState.PRESENT:
        with transaction.atomic():
            accept_numbers(shift, minutes=minutes, pieces=pieces, by=by, now=now)
