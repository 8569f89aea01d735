"""Both sides rate each other after attended work; the one rated may reply once."""

from datetime import datetime

from django.db import transaction

from lingong.employers.record import note_rating as note_employer
from lingong.journal.actor import Actor, Side
from lingong.lib.integrity import refusing
from lingong.lib.refusal import Refusal
from lingong.workers.record import note_rating as note_worker

from .line import SHIFT_WORKED
from .models import Engagement, Rating
from .move import move, tell
from .settle import complete_if_rated

RATED = Refusal("hiring.rated", "您已经评过了。", rule="CON-07")


def rate(*, engagement: Engagement, stars: int, by: Actor, now: datetime, text: str = "") -> Rating:
    """Give one to five stars; counts only where work was done."""
    if not 1 <= stars <= 5:
        raise Refusal("hiring.stars", "请点 1 到 5 颗星。", field="stars")
    if not engagement.shifts.filter(state__in=SHIFT_WORKED).exists():
        raise Refusal("hiring.no_work", "没有到岗干活的记录，不能评价。", rule="CON-07")
    taken = {"hiring_rating_per_side": RATED, "hiring_rating.engagement_id, hiring_rating.side": RATED}
    with transaction.atomic():
        move(engagement, "rate", by=by, now=now, data={"side": by.side.value, "stars": stars})
        with refusing(taken):
            rating = Rating.objects.create(
                engagement=engagement, side=by.side, stars=stars, text=text.strip()[:200], rated_at=now
            )
        if by.side == Side.WORKER:
            note_employer(engagement.posting.employer_id, stars)
        else:
            note_worker(engagement.worker_id, stars)
        complete_if_rated(engagement, by=by, now=now)
    return rating


def reply(*, rating: Rating, text: str, by: Actor, now: datetime) -> None:
    """Answer a rating about oneself, once."""
    if rating.side == by.side:
        raise Refusal("hiring.own_rating", "这是您自己写的评价。")
    if not text.strip():
        raise Refusal("hiring.empty", "请写点什么再发。", field="text")
    with transaction.atomic():
        if not Rating.objects.filter(pk=rating.pk, replied_at=None).update(
            reply=text.strip()[:200], replied_at=now
        ):
            raise Refusal("hiring.replied", "已经回复过了。")
        tell(rating.engagement, "hiring.replied", by=by, now=now, side=by.side.value)
