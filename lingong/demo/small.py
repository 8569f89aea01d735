"""The small city: five counties of Suqian with two weeks of gigs, built through the verbs in one go."""

from bisect import bisect
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from huey.contrib.djhuey import HUEY

from lingong.hiring.clocks import tick
from lingong.journal.actor import Actor, Side, Via
from lingong.journal.deliver import deliver_all
from lingong.journal.models import Pending
from lingong.lib.report import Progress
from lingong.notices.send import called, send_due
from lingong.people.models import Delivery

from .cast import WORKERS, Cast, build_cast
from .clockwork import Clockwork
from .markets import build_markets
from .schedule import Schedule
from .staff import build_staff
from .stories import posting_story

HISTORY = timedelta(days=15)
SELDOM, OFTEN = timedelta(hours=8), timedelta(hours=1)
INBOX = timedelta(days=4)
CALLS_MADE_BEFORE = timedelta(hours=20)  # younger ones are left on the call list


def build_small(
    *, now: datetime, seed: int, workers: int = WORKERS, every: int = 1, progress: Progress | None = None
) -> Clockwork:
    """Build markets, people and postings up to `now`. All of it or nothing: one transaction.

    every  2 takes every second posting: a quick sketch for tests
    """
    rng, start = Random(seed), now - HISTORY
    beats = _beats(start, now)
    with _jobs_at_once(), transaction.atomic():
        build_markets(start)
        cast = build_cast(build_staff(start), rng=rng, workers=workers, now=start)
        clockwork = Clockwork(now)
        for plan in list(Schedule(cast, rng, now).plans())[::every]:
            clockwork.add(posting_story(cast, clockwork, plan))

        def beat(moment: datetime) -> None:
            _beat(cast, moment, last=now)
            if progress:
                progress(bisect(beats, moment), len(beats))

        clockwork.run(beats, beat)
    return clockwork


def _beats(start: datetime, now: datetime) -> list[datetime]:
    """When the job worker looks in: three times a day, and every hour of the last six."""
    recent = now - timedelta(hours=6)
    return [
        *(start + n * SELDOM for n in range(1, (recent - start) // SELDOM + 1)),
        *(recent + n * OFTEN for n in range(6)),
    ]


def _beat(cast: Cast, moment: datetime, *, last: datetime) -> None:
    """What the job worker does all the time, now and then; and a clerk takes the telephone."""
    tick(now=moment)
    if last - moment > INBOX:
        Pending.objects.all().delete()  # the inboxes of the demo reach back some days, not two weeks
    while deliver_all(now=moment):
        pass
    send_due(now=moment)
    if last - moment > CALLS_MADE_BEFORE:
        waiting = Delivery.objects.filter(channel=Delivery.Channel.CALL, state=Delivery.State.QUEUED)
        for n, delivery in enumerate(waiting.select_related("message__person").order_by("pk")):
            clerk = Actor(str(cast.clerk(delivery.region).public_id), Side.STAFF, Via.DESK)
            called(delivery=delivery, reached=n % 4 != 3, by=clerk, now=moment)


@contextmanager
def _jobs_at_once() -> Iterator[None]:
    """Wake-ups run here instead of waiting in the queue by the thousand for the job worker."""
    before = HUEY.immediate
    HUEY.immediate = True
    try:
        yield
    finally:
        HUEY.immediate = before
