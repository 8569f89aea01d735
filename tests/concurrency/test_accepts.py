"""Many at once: one place is filled once, no hour is promised twice; without the constraint both happen.

TRIALS=200 runs as many of each; the suite runs 10.
"""

import os

import pytest

from tests.concurrency.drop import drop_no_overlap, drop_not_overfull
from tests.concurrency.scratch import scratch
from tests.concurrency.served import serving, staged
from tests.concurrency.trials import OVERLAP, PLACE, at_once, code_of, one_place, overlapping

pytestmark = pytest.mark.xdist_group("served")
TRIALS = int(os.environ.get("TRIALS", "10"))


@pytest.fixture(scope="module")
def ready():
    """A migrated scratch database with what the trials need, nobody connected."""
    made = scratch(os.environ["DATABASE_URL"])
    try:
        yield made, staged(made, TRIALS)
    finally:
        made.removed()


@pytest.fixture
def copy(ready):
    made = ready[0].copied()
    try:
        yield made
    finally:
        made.removed()


def test_only_one_of_twenty_gets_the_place_and_no_hour_is_promised_twice(ready, copy):
    ids = ready[1]
    with serving(copy, "--workers", "2") as served:
        for trial in range(TRIALS):
            outcome = one_place(served, ids, trial)
            assert outcome.is_right(19, PLACE), (trial, outcome)
            outcome = overlapping(served, ids, trial)
            assert outcome.answers == {(200, ""): 1, (409, OVERLAP): 1}, (trial, outcome)
            assert outcome.is_right(1, OVERLAP), (trial, outcome)
        same_key_has_one_effect(served, ids)


def same_key_has_one_effect(served, ids):
    """A command sent five times at once under one key, its answers not awaited."""
    worker, gig = ids["workers"][0], ids["places"][0]["engagements"][0]
    program = served.program(worker["phone"])
    words = {"side": "worker", "text": "几点到"}
    path, key = f"/engagements/{gig}/talk", "one-key-for-all-five"
    before = served.scratch.number("SELECT count(*) FROM hiring_talk")
    answers = at_once([lambda: program.send(path, words, key=key)] * 5)
    assert {answer.status_code for answer in answers} == {200}, [code_of(answer) for answer in answers]
    assert len({answer.text for answer in answers}) == 1
    assert sum("Idempotent-Replayed" in answer.headers for answer in answers) == 4
    assert served.scratch.number("SELECT count(*) FROM hiring_talk") == before + 1


def test_without_the_constraints_it_is_overfull_and_promised_twice(ready, copy):
    """The trial notices: with the constraints gone all twenty are let in, and both gigs at the same hours."""
    ids = ready[1]
    drop_not_overfull(copy)
    drop_no_overlap(copy)
    with serving(copy, "--workers", "2") as served:
        overfull, twice = one_place(served, ids, 0), overlapping(served, ids, 0)
    assert not overfull.is_right(19, PLACE)
    assert overfull.filled > 1
    assert not twice.is_right(1, OVERLAP)
    assert twice.taken == 2
