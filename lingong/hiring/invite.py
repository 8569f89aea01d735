"""An employer asks a worker, or a clerk proposes a pair to both."""

from datetime import datetime, timedelta

from django.db import transaction

from lingong.jobs.models import Posting
from lingong.journal.actor import Actor
from lingong.lib.refusal import Refusal
from lingong.regions.profile import profile
from lingong.workers.models import Worker

from .apply import begin, require_open
from .models import Engagement, Origin


def invite(*, worker: Worker, posting: Posting, by: Actor, now: datetime) -> Engagement:
    """The employer's yes comes first; the worker confirms within the offer's time or it lapses."""
    require_open(posting, now)
    if not worker.available:
        raise Refusal("hiring.resting", "这位师傅现在不找活，换一位吧。")
    with transaction.atomic():
        return begin(
            worker=worker, posting=posting, verb="invite", origin=Origin.INVITED, by=by, now=now,
            answer_by=offer_deadline(posting, now), offered_at=now,
        )  # fmt: skip


def propose(*, worker: Worker, posting: Posting, by: Actor, now: datetime) -> Engagement:
    """A clerk brings both together (撮合): the employer says yes, then the worker confirms."""
    require_open(posting, now)
    with transaction.atomic():
        return begin(
            worker=worker, posting=posting, verb="propose", origin=Origin.PROPOSED, by=by, now=now,
            answer_by=offer_deadline(posting, now),
        )  # fmt: skip


def offer_deadline(posting: Posting, now: datetime) -> datetime:
    """Until when an offer stands: the minutes of the jurisdiction, not beyond the posting's own end."""
    minutes = int(profile(posting.region, now.date()).get("hiring.offer_minutes"))
    deadline = now + timedelta(minutes=minutes)
    return min(deadline, posting.expires_at) if posting.expires_at else deadline
