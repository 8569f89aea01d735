"""One posting, from the pasted sentence to the public list, as a story (see `clockwork`)."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

from lingong.hiring.leave import close_posting
from lingong.jobs.change import offer_of as offer_in_force
from lingong.jobs.change import propose_change
from lingong.jobs.draft import start_draft, submit
from lingong.jobs.models import Posting
from lingong.jobs.publish import pause
from lingong.jobs.review import accept, send_back
from lingong.journal.actor import Side
from lingong.workers.models import Worker

from .cast import Cast, Taker
from .clockwork import Clockwork, Story
from .hires import Hire, hire_story
from .sentences import Sentence, offer_of

WHY_BACK = "没有写清集合地点，请补上能找得到的地方。"


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of one posting. `fate`: published, draft, in_review, sent_back, paused, closed, raised."""

    taker: Taker
    sentence: Sentence
    posted_at: datetime
    n: int
    place: str
    at: tuple[float, float]
    seed: str
    fate: str = "published"
    instant: bool = False
    hires: list[tuple[Worker, Hire]] = field(default_factory=list)


def posting_story(cast: Cast, clockwork: Clockwork, plan: Plan) -> Story:
    """Paste, answer, submit; a reviewer accepts; those who want the work come."""
    rng, now = Random(plan.seed), plan.posted_at
    yield now
    by = cast.person_actor(plan.taker.person, Side.EMPLOYER)
    text, offer = offer_of(
        plan.sentence, n=plan.n, place=plan.place, region=plan.taker.county.code, at=plan.at, now=now
    )
    posting = start_draft(employer=plan.taker.employer, by=by, now=now, text=text)
    if plan.fate == "draft":
        return
    submit(posting=posting, offer=offer, by=by, now=now, instant=plan.instant)
    if plan.fate == "in_review":
        return
    yield (now := now + timedelta(minutes=rng.randint(4, 18)))
    reviewer = cast.staff_actor("reviewer")
    if plan.fate == "sent_back":
        send_back(posting=posting, reason=WHY_BACK, by=reviewer, now=now)
        return
    accept(posting=posting, by=reviewer, now=now)
    for n, (worker, hire) in enumerate(plan.hires):
        begin = now + timedelta(minutes=rng.randint(2, 15))
        clockwork.add(hire_story(cast, posting, plan.taker, worker, hire, begin, f"{plan.seed}-{n}"))
    yield (now := now + timedelta(minutes=100))
    _turn(cast, plan, Posting.objects.get(pk=posting.pk), now)


def _turn(cast: Cast, plan: Plan, posting: Posting, now: datetime) -> None:
    by = cast.person_actor(plan.taker.person, Side.EMPLOYER)
    if plan.fate == "paused":
        pause(posting=posting, by=by, now=now)
    elif plan.fate == "closed":
        close_posting(posting=posting, reason="work_off", by=by, now=now)
    elif plan.fate == "raised" and posting.terms is not None:
        offer = offer_in_force(posting.terms)
        propose_change(posting=posting, offer=replace(offer, pay_fen=offer.pay_fen + 20_00), by=by, now=now)
        accept(posting=posting, by=cast.staff_actor("reviewer"), now=now)
