"""Random walks through the line: whatever people do in whatever order, the invariants hold.

`TEST_WALKS=500` walks that often (the suite walks less); a failing walk names its seed.
"""

import os
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest

from lingong.hiring import apply, checkin, clocks, confirm, contest, finish, invite, leave, rate, settle
from lingong.hiring.agree import sign
from lingong.hiring.line import DONE, EXITS, HELD, ShiftState
from lingong.hiring.models import Engagement, Shift
from lingong.jobs.models import Posting
from lingong.journal.models import Event
from lingong.lib.refusal import Refusal
from lingong.workers.models import Taken, Worker
from tests.cast import Cast, actor

pytestmark = pytest.mark.django_db
WALKS, STEPS = int(os.environ.get("TEST_WALKS", "8")), 60
FREE = (ShiftState.ABSENT, ShiftState.CANCELLED)


class Walk:
    """A small town: four workers, two postings of two places that overlap in time, and a clock."""

    def __init__(self, seed: int) -> None:
        self.random, self.cast = Random(seed), Cast()
        self.workers = [
            self.cast.wang,
            self.cast.zhao,
            self.cast.li,
            self.cast.worker("钱进", phone="13900000077"),
        ]
        tomorrow = date(2026, 11, 21)
        self.postings = [
            self.cast.posting(headcount=2, first_day=tomorrow, days=2),
            self.cast.posting(headcount=2, first_day=tomorrow, days=1, instant=True),
        ]
        self.refused = self.done = 0

    @property
    def now(self):
        return self.cast.now

    def step(self) -> None:
        verbs: list[Callable[[], object]] = [
            self.begin, self.answer, self.confirm, self.sign, self.check_in, self.absent, self.report, self.pay,
            self.receive, self.rate, self.leave, self.contest, self.later, self.tick,
        ]  # fmt: skip
        try:
            # Mostly what people do next, sometimes anything at all: alone, chance never gets to the pay.
            (self.forward if self.random.random() < 0.6 else self.random.choice(verbs))()
            self.done += 1
        except Refusal:
            self.refused += 1

    def forward(self) -> None:
        """The next thing the two sides would do with one engagement."""
        if Engagement.objects.exclude(state__in=EXITS).count() < 3:
            return self.begin()
        engagement = self.engagement()
        worker, boss = self.cast.as_worker(engagement.worker), self.cast.as_employer(self.cast.firm)
        if engagement.state in ("applied", "proposed"):
            deadline = invite.offer_deadline(engagement.posting, self.now)
            confirm.offer(engagement=engagement, by=boss, now=self.now, answer_by=deadline)
        elif engagement.state == "offered":
            confirm.confirm(engagement=engagement, by=worker, now=self.now)
        elif engagement.state == "confirmed":
            for by in (worker, boss):
                sign(engagement=engagement, signer="p", by=by, now=self.now)
        elif engagement.state in ("finished", "settled"):
            self.rate()
        for shift in engagement.shifts.exclude(state__in=("received", *FREE)).order_by("start_at")[:1]:
            shift.engagement = engagement
            self.work(shift, worker, boss)
        return None

    def work(self, shift: Shift, worker, boss) -> None:
        self.cast.now = max(self.now, shift.start_at)
        if shift.state == "due":
            checkin.check_in(shift=shift, by=boss, now=self.now)
        elif shift.state == "present":
            for by in (worker, boss):
                finish.report(shift=shift, by=by, now=self.now, minutes=660)
        elif shift.state in ("accepted", "pay_due"):
            settle.pay(shift=shift, by=boss, now=self.now)
        else:
            settle.receive(shift=shift, by=worker, now=self.now)

    # --- somebody does something --------------------------------------------------------------------
    def engagement(self) -> Engagement:
        rows = list(Engagement.objects.for_page().order_by("pk"))
        if not rows:
            raise Refusal("walk.nothing", "")
        return self.random.choice(rows)

    def shift(self) -> Shift:
        rows = list(
            Shift.objects.select_related("engagement__posting__employer", "engagement__worker").order_by("pk")
        )
        if not rows:
            raise Refusal("walk.nothing", "")
        return self.random.choice(rows)

    def side(self, engagement: Engagement):
        cast = self.cast
        return self.random.choice(
            [cast.as_worker(engagement.worker), cast.as_employer(engagement.posting.employer)]
        )

    def begin(self) -> None:
        worker, posting = self.random.choice(self.workers), self.random.choice(self.postings)
        posting.refresh_from_db()
        verb, by = self.random.choice([
            (apply.apply, self.cast.as_worker(worker)), (apply.grab, self.cast.as_worker(worker)),
            (invite.invite, self.cast.as_employer(self.cast.firm)), (invite.propose, actor(self.cast.clerk)),
        ])  # fmt: skip
        verb(worker=worker, posting=posting, by=by, now=self.now)

    def answer(self) -> None:
        engagement = self.engagement()
        deadline = invite.offer_deadline(engagement.posting, self.now)
        confirm.offer(engagement=engagement, by=self.side(engagement), now=self.now, answer_by=deadline)

    def confirm(self) -> None:
        engagement = self.engagement()
        confirm.confirm(engagement=engagement, by=self.side(engagement), now=self.now)

    def sign(self) -> None:
        engagement = self.engagement()
        sign(engagement=engagement, signer="p", by=self.side(engagement), now=self.now)

    def check_in(self) -> None:
        checkin.check_in(shift=self.shift(), by=self.cast.as_employer(self.cast.firm), now=self.now)

    def absent(self) -> None:
        shift = self.shift()
        verb = self.random.choice([checkin.mark_absent, checkin.excuse])
        verb(shift=shift, by=self.cast.as_employer(self.cast.firm), now=self.now)

    def report(self) -> None:
        shift = self.shift()
        finish.report(
            shift=shift, by=self.side(shift.engagement), now=self.now, minutes=self.random.choice([600, 660])
        )

    def pay(self) -> None:
        settle.pay(shift=self.shift(), by=self.cast.as_employer(self.cast.firm), now=self.now)

    def receive(self) -> None:
        shift = self.shift()
        verb = self.random.choice([settle.receive, settle.receive, settle.not_received])
        verb(shift=shift, by=self.cast.as_worker(shift.engagement.worker), now=self.now)

    def rate(self) -> None:
        engagement = self.engagement()
        rate.rate(
            engagement=engagement, stars=self.random.randint(1, 5), by=self.side(engagement), now=self.now
        )

    def leave(self) -> None:
        if self.random.random() < 0.6:  # otherwise nobody would ever get to work
            return
        engagement = self.engagement()
        verb = self.random.choice([leave.withdraw, leave.decline, leave.cancel])
        verb(engagement=engagement, reason="no_reason", by=self.side(engagement), now=self.now)

    def contest(self) -> None:
        engagement = self.engagement()
        if self.random.random() < 0.5:
            contest.resolve(engagement=engagement, by=actor(self.cast.clerk), now=self.now)
        else:
            contest.contest(engagement=engagement, reason="hours", by=self.side(engagement), now=self.now)

    def later(self) -> None:
        self.cast.now += timedelta(minutes=self.random.choice([5, 30, 240]))

    def tick(self) -> None:
        clocks.tick(now=self.now)


def check(walk: Walk) -> None:
    """What must hold after every step."""
    for posting in Posting.objects.all():
        working = Engagement.objects.filter(posting=posting, state__in=(*HELD, *DONE, "contested"))
        # Who left half way gave the place back and is still paid for what was worked.
        holding = [e for e in working if e.ended_at is None]
        assert posting.filled == len(holding) <= posting.headcount
        assert (posting.state == "full") == (posting.filled == posting.headcount) or posting.state not in (
            "full", "published",
        )  # fmt: skip
    taken = set(Taken.objects.values_list("promise", "start_at"))
    shifts = Shift.objects.exclude(state__in=FREE)
    assert taken == set(shifts.values_list("engagement__public_id", "start_at"))
    for worker in Worker.objects.all():
        spans = sorted(Taken.objects.filter(worker=worker).values_list("start_at", "end_at"))
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert not Shift.objects.filter(engagement__state__in=EXITS).exclude(state__in=FREE).exists()
    for engagement in Engagement.objects.filter(state__in=("settled", "rated")):
        assert set(engagement.shifts.values_list("state", flat=True)) <= {"received", "absent", "cancelled"}


@pytest.mark.parametrize("seed", range(WALKS))
def test_a_walk_breaks_nothing(seed):
    walk = Walk(seed)
    for _ in range(STEPS):
        walk.step()
        check(walk)
    assert walk.done
    confirmed = Event.objects.filter(kind="hiring.confirmed").values_list("object_id", flat=True)
    assert len(set(confirmed)) == len(confirmed), "nobody is confirmed twice"
