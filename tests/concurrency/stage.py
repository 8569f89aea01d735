"""What the trials need, built through the verbs in a process of its own: `lingong shell -c "…stage.build(10)"`."""

import json
import sys
from datetime import date, time, timedelta

from django.core.management import call_command
from django.db import transaction

from lingong.hiring.apply import apply
from lingong.hiring.confirm import offer
from lingong.jobs.models import Posting
from lingong.lib import clock
from lingong.workers.models import Worker
from tests.cast import Cast

WORKERS = 20


def build(trials: int) -> None:
    """For each trial one place offered to all, and two overlapping gigs offered to one. Ids as JSON on stdout."""
    call_command("migrate", verbosity=0)
    cast = Cast(now=clock.now())
    with transaction.atomic():
        workers = [cast.worker(f"工人{n}", phone=f"139000020{n:02}") for n in range(WORKERS)]
    days = [clock.today(cast.now) + timedelta(days=2 + n) for n in range(trials)]
    json.dump(
        {
            "workers": [{"phone": w.person.phone, "fact": w.person.id_number[-4:]} for w in workers],
            "places": [_place(cast, workers, day) for day in days],
            "overlaps": [_overlap(cast, workers[n % WORKERS], day) for n, day in enumerate(days)],
        },
        sys.stdout,
    )


@transaction.atomic
def _place(cast: Cast, workers: list[Worker], day: date) -> dict:
    posting = cast.posting(first_day=day, start=time(6), end=time(17), headcount=1)
    return {"posting": str(posting.public_id), "engagements": [_offered(cast, posting, w) for w in workers]}


@transaction.atomic
def _overlap(cast: Cast, worker: Worker, day: date) -> dict:
    hours = ((time(18), time(22)), (time(20), time(23)))
    two = [cast.posting(first_day=day, start=start, end=end, headcount=1) for start, end in hours]
    return {"phone": worker.person.phone, "engagements": [_offered(cast, posting, worker) for posting in two]}


def _offered(cast: Cast, posting: Posting, worker: Worker) -> str:
    engagement = apply(worker=worker, posting=posting, by=cast.as_worker(worker), now=cast.now)
    until = cast.now + timedelta(hours=12)
    offer(engagement=engagement, by=cast.as_employer(posting.employer), now=cast.now, answer_by=until)
    return str(engagement.public_id)
