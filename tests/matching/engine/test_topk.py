import numpy as np
import pytest

from lingong.matching.engine.explain import why
from lingong.matching.engine.topk import top_gigs, top_workers
from tests.matching.engine.cast import KM, LAT, LON, between, gigs, workers

HERE = {"lat": LAT, "lon": LON}


def test_the_nearer_of_two_equals_comes_first():
    far, near = {"lat": LAT + 8 * KM, "lon": LON}, {"lat": LAT + 1 * KM, "lon": LON}
    ranked = top_workers(gigs(HERE), workers(far, near))
    assert ranked.ids.tolist() == [2, 1]
    assert ranked.scores[0] > ranked.scores[1]
    assert why(ranked.pairs, 0) == ["离您 1 公里"]
    assert ranked.parts["distance"][0] > ranked.parts["distance"][1]


def test_those_shut_out_do_not_appear():
    ranked = top_workers(gigs({}), workers({}, {"available": False}, {}), between({}, {}, {"free": False}))
    assert ranked.ids.tolist() == [1]


def test_equals_come_by_id_and_k_cuts():
    people = workers(*({"id": place} for place in (30, 10, 20)))
    assert top_workers(gigs({}), people, k=2).ids.tolist() == [10, 20]


def test_who_opted_out_is_listed_by_wait_and_not_scored():
    people = workers(
        {"opted_out": False, "waiting_hours": 1.0},
        {"opted_out": True, "waiting_hours": 2.0},
        {"opted_out": True, "waiting_hours": 30.0},
        {"opted_out": True, "waiting_hours": None},
    )
    ranked = top_workers(gigs({}), people, between({}, {"skill": 1.0}, {"skill": 0.0}, {"skill": 1.0}))
    assert ranked.ids.tolist() == [1]
    assert ranked.by_time.tolist() == [3, 2, 4]
    assert ranked.by_time_pairs.workers.id.tolist() == [3, 2, 4]


def test_opting_out_opens_no_hard_rule():
    ranked = top_workers(gigs({}), workers({"opted_out": True, "available": False}))
    assert (ranked.ids.size, ranked.by_time.size) == (0, 0)


def test_the_better_paid_gig_comes_first_for_a_worker():
    paid = [{"pay_fen_per_hour": fen, "local_fen_per_hour": 2000} for fen in (1900, 2600)]
    assert top_gigs(workers({}), gigs(*paid)).ids.tolist() == [2, 1]


def test_a_worker_who_opted_out_gets_the_newest_first():
    found = gigs({"published_hours": 9.0}, {"published_hours": 0.5}, {"published_hours": None})
    ranked = top_gigs(workers({"opted_out": True}), found)
    assert ranked.ids.size == 0
    assert ranked.by_time.tolist() == [2, 1, 3]


def test_a_worker_who_takes_no_work_gets_none():
    assert top_gigs(workers({"available": False}), gigs({}, {})).ids.size == 0


def test_nobody_and_nothing():
    ranked = top_workers(gigs({}), workers({}).take(np.array([], dtype=np.int64)))
    assert (ranked.ids.size, ranked.by_time.size, len(ranked.pairs)) == (0, 0, 0)


def test_wrong_calls_are_refused():
    with pytest.raises(ValueError, match="one gig"):
        top_workers(gigs({}, {}), workers({}))
    with pytest.raises(ValueError, match="one worker"):
        top_gigs(workers({}, {}), gigs({}))
    with pytest.raises(ValueError, match="k:"):
        top_gigs(workers({}), gigs({}), k=0)
