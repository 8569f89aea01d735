"""A worker asks for the work; with 抢单 the asking already is the confirmation."""

from datetime import datetime, timedelta

from django.db import transaction

from lingong.employers.models import Employer
from lingong.jobs.models import Posting
from lingong.jobs.states import PostingState
from lingong.journal.actor import Actor
from lingong.lib.integrity import refusing
from lingong.lib.refusal import Refusal
from lingong.regions.profile import profile
from lingong.workers.models import Worker

from .confirm import confirm
from .line import LINE, State
from .models import Engagement, Origin
from .move import tell

ALREADY = Refusal("hiring.already", "您已经报过名了，在“我的活”里能看到。", rule="MATCH-04")


def apply(*, worker: Worker, posting: Posting, by: Actor, now: datetime) -> Engagement:
    """Ask for a place; the employer answers within the time of the jurisdiction, or the asking lapses."""
    require_open(posting, now)
    hours = int(profile(posting.region, now.date()).get("hiring.silent_employer_hours"))
    with transaction.atomic():
        engagement = begin(
            worker=worker, posting=posting, verb="apply", origin=Origin.APPLIED, by=by, now=now,
            answer_by=_before_start(posting, now + timedelta(hours=hours)),
        )  # fmt: skip
    return engagement


def grab(
    *, worker: Worker, posting: Posting, by: Actor, now: datetime, terms_seen: int | None = None
) -> Engagement:
    """抢单: the posting is the employer's standing yes, so asking takes the place at once.

    terms_seen  number of the version the worker was shown; another one in force is refused.
    """
    if not posting.instant:
        raise Refusal("hiring.not_instant", "这个活要等雇主确认，请先报名。")
    require_open(posting, now)
    with transaction.atomic():
        engagement = begin(
            worker=worker, posting=posting, verb="apply", origin=Origin.APPLIED, by=by, now=now
        )
        Engagement.objects.filter(pk=engagement.pk).update(state=State.OFFERED, offered_at=now)
        engagement.refresh_from_db()
        confirm(engagement=engagement, by=by, now=now, terms_seen=terms_seen)
    return engagement


def begin(
    *, worker: Worker, posting: Posting, verb: str, origin: str, by: Actor, now: datetime,
    answer_by: datetime | None = None, offered_at: datetime | None = None,
) -> Engagement:  # fmt: skip
    """Create the engagement of a first word (apply, invite, propose). A second one is refused by the database."""
    step = LINE.require_new(verb, by.side)
    if (
        posting.terms is None
        or Employer.objects.filter(pk=posting.employer_id, person_id=worker.person_id).exists()
    ):
        raise Refusal("hiring.own_posting", "这是您自己发布的活。")
    taken = {
        "hiring_engagement_open_unique": ALREADY,
        "hiring_engagement.posting_id, hiring_engagement.worker_id": ALREADY,
    }
    with refusing(taken):
        engagement = Engagement.objects.create(
            posting=posting, worker=worker, terms=posting.terms, origin=origin, state=step.target, started_at=now,
            answer_by_at=answer_by, offered_at=offered_at,
        )  # fmt: skip
    tell(engagement, step.event, by=by, now=now, worker=str(worker.public_id))
    return engagement


def require_open(posting: Posting, now: datetime) -> None:
    """Refuse a posting that takes nobody now."""
    if posting.state == PostingState.FULL:
        raise Refusal("jobs.full", "刚刚招满了，这个活没有名额了。看看别的活吧。", rule="MATCH-04")
    if posting.state != PostingState.PUBLISHED or posting.expires_at is None or posting.expires_at <= now:
        raise Refusal("jobs.not_open", "这个活已经不招人了。看看别的活吧。", rule="JOB-14")


def _before_start(posting: Posting, moment: datetime) -> datetime:
    return min(moment, posting.expires_at) if posting.expires_at else moment
