"""One engagement as a story: from the first word to the ratings, or to the point where it ends."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from lingong.hiring import agree, apply, confirm, contest, invite, leave, rate
from lingong.hiring import talk as talking
from lingong.hiring.line import LINE
from lingong.hiring.models import Engagement
from lingong.jobs.models import Posting
from lingong.journal.actor import Side
from lingong.people.models import Person
from lingong.workers.models import Worker

from .cast import Cast, Taker
from .clockwork import Story
from .working import Sides, pay_story, work_story

ASKED = ("请问管住吗？", "可以骑电动车过去吗？", "工具要自己带吗？", "干完当天能结清吗？")
ANSWERED = ("不管住，管一顿饭。", "可以，门口能停。", "工具我们有。", "能，收工就结。")
OF_EMPLOYERS = (
    "说话算数，收工就给钱。",
    "活和说的一样，老板人不错。",
    "路有点难找，工钱没拖。",
    "管的饭可以。",
)
OF_WORKERS = ("手脚麻利，下次还找他。", "准时，活细致。", "不错，就是来得晚了一点。", "肯干，话不多。")
THANKS = ("谢谢，下次再来。", "谢谢师傅。", "多谢，有活再叫我。")


@dataclass(frozen=True, slots=True)
class Hire:
    """How one worker comes to the work and how far it goes.

    how    apply, invite, propose, grab
    until  asked, silent, declined, offered, confirmed, agreed, withdrawn, cancelled, or done
    then   of those who work: paid, unpaid (never), late, absent (first shift), contested, resolved
    """

    how: str = "apply"
    until: str = "done"
    then: str = "paid"
    talks: bool = False
    rates: bool = True

    @property
    def takes_a_place(self) -> bool:
        return self.until not in ("asked", "silent", "declined", "offered")


def hire_story(
    cast: Cast, posting: Posting, taker: Taker, worker: Worker, hire: Hire, begin: datetime, seed: str
) -> Story:
    """The story of one worker and one posting."""
    rng, now = Random(seed), begin
    sides = Sides(
        worker=cast.worker_actor(worker),
        employer=cast.person_actor(taker.person, Side.EMPLOYER),
        staff=cast.staff_actor(cast.clerk(taker.county.code).username or ""),
    )
    yield now
    engagement = _first_word(posting, worker, hire, sides, now)
    if hire.talks:
        yield (now := now + timedelta(minutes=3))
        talking.talk(engagement=engagement, text=rng.choice(ASKED), by=sides.worker, now=now)
        yield (now := now + timedelta(minutes=4))
        talking.talk(engagement=engagement, text=rng.choice(ANSWERED), by=sides.employer, now=now)
    if hire.how != "grab":
        if hire.until in ("asked", "silent"):
            return
        yield (now := now + timedelta(minutes=rng.randint(3, 12)))
        if hire.until == "declined":
            leave.decline(engagement=engagement, reason="not_fit", by=sides.employer, now=now)
            return
        if hire.how != "invite":
            until = invite.offer_deadline(posting, now)
            confirm.offer(engagement=engagement, by=sides.employer, now=now, answer_by=until)
        if hire.until == "offered":
            return
        yield (now := now + timedelta(minutes=rng.randint(2, 12)))
        confirm.confirm(engagement=engagement, by=sides.worker, now=now)
    if hire.until == "confirmed":
        return
    yield from _sign_and_work(engagement, worker.person, taker.person, hire, sides, rng, now)


def _first_word(posting: Posting, worker: Worker, hire: Hire, sides: Sides, now: datetime) -> Engagement:
    posting = Posting.objects.get(pk=posting.pk)
    if hire.how == "grab":
        return apply.grab(worker=worker, posting=posting, by=sides.worker, now=now)
    if hire.how == "invite":
        return invite.invite(worker=worker, posting=posting, by=sides.employer, now=now)
    if hire.how == "propose":
        return invite.propose(worker=worker, posting=posting, by=sides.staff, now=now)
    return apply.apply(worker=worker, posting=posting, by=sides.worker, now=now)


def _sign_and_work(
    engagement: Engagement, worker: Person, boss: Person, hire: Hire, sides: Sides, rng: Random, now: datetime
) -> Story:
    yield (now := now + timedelta(minutes=rng.randint(2, 8)))
    agree.sign(engagement=engagement, signer=str(worker.public_id), by=sides.worker, now=now)
    yield (now := now + timedelta(minutes=rng.randint(2, 10)))
    agree.sign(engagement=engagement, signer=str(boss.public_id), by=sides.employer, now=now)
    if hire.until == "agreed":
        return
    if hire.until in ("withdrawn", "cancelled"):
        yield (now := now + timedelta(minutes=40))
        if hire.until == "withdrawn":
            leave.withdraw(engagement=engagement, reason="time_no", by=sides.worker, now=now)
        else:
            leave.cancel(engagement=engagement, reason="enough", by=sides.employer, now=now)
        return
    now = yield from work_story(engagement, sides, hire.then, rng)
    if hire.then in ("contested", "resolved"):
        yield (now := now + timedelta(hours=2))
        contest.contest(engagement=_fresh(engagement), reason="pay", by=sides.worker, now=now)
    if hire.then == "resolved":
        yield (now := now + timedelta(hours=20))
        contest.resolve(engagement=_fresh(engagement), by=sides.staff, now=now)
        now = yield from pay_story(engagement, sides, rng, now)
    if hire.rates and hire.then not in ("contested", "unpaid"):
        yield from _rate(engagement, hire, sides, rng, now)


def _rate(engagement: Engagement, hire: Hire, sides: Sides, rng: Random, now: datetime) -> Story:
    """Both rate; where something was wrong, the worker says so. Every third is answered."""
    yield (now := now + timedelta(minutes=rng.randint(20, 200)))
    current = _fresh(engagement)
    if current.state not in LINE.step("rate").source:
        return
    smooth = hire.then == "paid"
    stars, words = (rng.choice((4, 5, 5)), rng.choice(OF_EMPLOYERS)) if smooth else (2, "钱拖了，催了才给。")
    of_employer = rate.rate(engagement=current, stars=stars, text=words, by=sides.worker, now=now)
    yield (now := now + timedelta(minutes=rng.randint(5, 90)))
    words = rng.choice(OF_WORKERS)
    of_worker = rate.rate(
        engagement=_fresh(engagement), stars=rng.choice((4, 4, 5, 5)), text=words, by=sides.employer, now=now
    )
    yield (now := now + timedelta(minutes=rng.randint(5, 90)))
    if rng.random() < 0.3:
        rate.reply(rating=of_employer, text=rng.choice(THANKS), by=sides.employer, now=now)
    elif rng.random() < 0.3:
        rate.reply(rating=of_worker, text=rng.choice(THANKS), by=sides.worker, now=now)


def _fresh(engagement: Engagement) -> Engagement:
    return Engagement.objects.select_related("posting", "worker__person").get(pk=engagement.pk)
