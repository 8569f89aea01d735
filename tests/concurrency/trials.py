"""The two trials: twenty want one place, one worker wants two gigs at the same hours. And who judges them."""

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Barrier

import httpx

from tests.concurrency.scratch import Scratch
from tests.concurrency.served import Program, Served

PLACE = "jobs.full"
OVERLAP = "workers.overlap"


@dataclass
class Outcome:
    """What the programs were answered, and what the database holds afterwards."""

    answers: Counter = field(default_factory=Counter)
    filled: int = 0
    taken: int = 0
    events: int = 0

    def is_right(self, refusals: int, code: str) -> bool:
        wanted = Counter({(200, ""): 1, (409, code): refusals})
        return (self.answers, self.filled, self.taken, self.events) == (wanted, 1, 1, 1)


def at_once(acts: Sequence[Callable[[], httpx.Response]]) -> list[httpx.Response]:
    """Send all, none before all are ready."""
    barrier = Barrier(len(acts))

    def go(act: Callable[[], httpx.Response]) -> httpx.Response:
        barrier.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(go, acts))


def one_place(served: Served, ids: dict, trial: int) -> Outcome:
    """Twenty workers confirm the one place of a posting."""
    place = ids["places"][trial]
    programs = [served.program(worker["phone"], worker["fact"]) for worker in ids["workers"]]
    return _confirm(served, list(zip(programs, place["engagements"], strict=True)))


def overlapping(served: Served, ids: dict, trial: int) -> Outcome:
    """One worker confirms two gigs whose hours meet."""
    pair = ids["overlaps"][trial]
    fact = next(worker["fact"] for worker in ids["workers"] if worker["phone"] == pair["phone"])
    program = served.program(pair["phone"], fact)
    return _confirm(served, [(program, engagement) for engagement in pair["engagements"]])


def _confirm(served: Served, wanted: list[tuple[Program, str]]) -> Outcome:
    acts = [
        lambda program=program, engagement=engagement: program.send(
            f"/engagements/{engagement}/confirm", {"terms_seen": 1}
        )
        for program, engagement in wanted
    ]
    answers = Counter(
        (answer.status_code, "" if answer.status_code == 200 else code_of(answer)) for answer in at_once(acts)
    )
    return Outcome(answers, *_counts(served.scratch, [engagement for _, engagement in wanted]))


def code_of(answer: httpx.Response) -> str:
    kind = answer.headers.get("content-type", "")
    return answer.json().get("code", "") if kind.startswith("application/json") else "no json"


def _counts(scratch: Scratch, engagements: list[str]) -> tuple[int, int, int]:
    """(places filled, spans of time taken, confirmations recorded) over these engagements."""
    keys = [scratch.key(one) for one in engagements]
    marks = ",".join("?" * len(keys))
    postings = f"SELECT DISTINCT posting_id FROM hiring_engagement WHERE public_id IN ({marks})"
    confirmed = f"kind = 'hiring.confirmed' AND object_id IN ({marks})"
    return (
        scratch.number(f"SELECT sum(filled) FROM jobs_posting WHERE id IN ({postings})", *keys),
        scratch.number(f"SELECT count(*) FROM workers_taken WHERE promise IN ({marks})", *keys),
        scratch.number(f"SELECT count(*) FROM journal_event WHERE {confirmed}", *engagements),
    )
