import numpy as np
import pytest

from lingong.matching.engine import preferences
from lingong.matching.engine.facts import Pairs
from tests.matching.engine.cast import KM, LAT, LON, between, gigs, pair, workers


def test_unknown_is_neutral():
    assert {name: part[0] for name, part in preferences.parts(pair()).items()} == {
        "skill": 0.5,
        "distance": 0.5,
        "pay": 0.5,
        "reliability": 0.5,
        "waiting": 0.5,
        "ties": 0.0,
    }


def test_skill_and_reliability_are_taken_as_they_are():
    parts = preferences.parts(pair({"reliability": 0.9}, skill=0.8))
    assert (parts["skill"][0], parts["reliability"][0]) == (0.8, 0.9)


def test_nearer_is_better():
    here = {"lat": LAT, "lon": LON}
    people = workers(here, {"lat": LAT + 5 * KM, "lon": LON}, {"lat": LAT + 20 * KM, "lon": LON})
    assert preferences.parts(Pairs.of(people, gigs(here)))["distance"] == pytest.approx(
        [1, 0.5, 0.2], abs=1e-3
    )


@pytest.mark.parametrize(
    ("pay", "local", "part"),
    [
        (2000, 2000, 0.5),
        (3000, 2000, 1),
        (9000, 2000, 1),
        (1000, 2000, 0),
        (2400, 2000, 0.7),
        (0, 2000, 0.5),
        (2000, 0, 0.5),
    ],
)
def test_pay_against_the_local_level(pay, local, part):
    found = pair(gig={"pay_fen_per_hour": pay, "local_fen_per_hour": local})
    assert preferences.parts(found)["pay"][0] == pytest.approx(part)


def test_longer_wait_is_better_and_never_above_one():
    people = workers({"waiting_hours": 0.0}, {"waiting_hours": 24.0}, {"waiting_hours": 1e9})
    now, day, ages = preferences.parts(Pairs.of(people, gigs({})))["waiting"]
    assert (now, day) == (0, 0.5)
    assert day < ages <= 1


def test_working_together_again_is_better():
    people = workers({}, {}, {})
    found = Pairs.of(people, gigs({}), between({"ties": 0}, {"ties": 1}, {"ties": 3}))
    assert preferences.parts(found)["ties"].tolist() == [0, 0.5, 0.75]


def test_parts_have_a_value_for_each_pair_from_either_side():
    many_gigs = Pairs.of(workers({"reliability": 0.9}), gigs({}, {}, {}))
    assert {part.shape for part in preferences.parts(many_gigs).values()} == {(3,)}
    assert not any(np.isnan(part).any() for part in preferences.parts(many_gigs).values())
