"""Drawn at random: the engine and the slow way agree, and the order of rows changes no answer."""

from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lingong.matching.engine.topk import top_gigs, top_workers
from tests.matching.engine import reference
from tests.matching.engine.cast import between, gigs, pair, workers

# Few values, so that rules bite and scores tie often; unknown among them.
NEAR = st.sampled_from([None, 0.0, 0.01, 0.05, 0.3])
PART = st.one_of(st.none(), st.sampled_from([0.0, 0.5, 1.0]), st.floats(0, 1))
HOURS = st.one_of(st.none(), st.sampled_from([0.0, 24.0]), st.floats(0, 1e4))
DAYS = st.dates(date(2006, 1, 1), date(2012, 1, 1)).map(lambda day: int(day.strftime("%Y%m%d")))
FEN = st.sampled_from([0, 1500, 2000, 2600])
MOSTLY = st.sampled_from([True, True, True, True, False])
SELDOM = MOSTLY.map(lambda yes: not yes)

WORKER = st.fixed_dictionaries(
    {
        "lat": NEAR,
        "lon": NEAR,
        "born_date": st.one_of(st.sampled_from([0, 19800229, 20081122, 20101122, 20101123]), DAYS),
        "floor_fen_per_hour": FEN,
        "reach_km": st.sampled_from([None, 0.0, 5.0, 40.0]),
        "reliability": PART,
        "waiting_hours": HOURS,
        "available": MOSTLY,
        "sanctioned": SELDOM,
        "opted_out": SELDOM,
    }
)
GIG = st.fixed_dictionaries(
    {
        "start_date": st.sampled_from([20261122, 20240228, 20240229]),
        "lat": NEAR,
        "lon": NEAR,
        "pay_fen_per_hour": FEN,
        "local_fen_per_hour": FEN,
        "week_cap_minutes": st.sampled_from([0, 0, 1440]),
        "certificates_needed": st.sampled_from([0, 0, 1, 1 << 62]),
        "night": SELDOM,
        "high_risk": SELDOM,
        "standing_ok": MOSTLY,
        "published_hours": HOURS,
    }
)
TIE = st.fixed_dictionaries(
    {
        "skill": PART,
        "ties": st.integers(0, 5),
        "certificates": st.sampled_from([0, 1, (1 << 62) | 1]),
        "free": MOSTLY,
        "week_minutes": st.sampled_from([0, 1440, 1441]),
        "blocked": SELDOM,
    }
)


def numbered(rows):
    # Ids that fall while rows rise: an answer that leans on row order is caught.
    return [row | {"id": 1000 - 7 * place} for place, row in enumerate(rows)]


def many(one):
    return st.lists(st.tuples(one, TIE), min_size=1, max_size=12)


@settings(deadline=None)
@given(GIG, many(WORKER), st.integers(1, 6), st.randoms())
def test_workers_for_a_gig(gig, drawn, k, shuffle):
    people, ties = numbered([worker for worker, _ in drawn]), [tie for _, tie in drawn]
    ranked = top_workers(gigs(gig), workers(*people), between(*ties), k)
    rows = [(worker, gig, tie) for worker, tie in zip(people, ties, strict=True)]
    assert (ranked.ids.tolist(), ranked.by_time.tolist()) == reference.rank(rows, 0, k)
    check_sound(ranked)
    shuffle.shuffle(rows)
    again = top_workers(gigs(gig), workers(*(row[0] for row in rows)), between(*(row[2] for row in rows)), k)
    check_same(ranked, again)


@settings(deadline=None)
@given(WORKER, many(GIG), st.integers(1, 6), st.randoms())
def test_gigs_for_a_worker(worker, drawn, k, shuffle):
    places, ties = numbered([gig for gig, _ in drawn]), [tie for _, tie in drawn]
    ranked = top_gigs(workers(worker), gigs(*places), between(*ties), k)
    rows = [(worker, gig, tie) for gig, tie in zip(places, ties, strict=True)]
    assert (ranked.ids.tolist(), ranked.by_time.tolist()) == reference.rank(rows, 1, k)
    check_sound(ranked)
    shuffle.shuffle(rows)
    again = top_gigs(workers(worker), gigs(*(row[1] for row in rows)), between(*(row[2] for row in rows)), k)
    check_same(ranked, again)


@settings(deadline=None)
@given(WORKER, GIG, TIE)
def test_a_pair_scores_the_same_from_either_side_to_the_last_bit(worker, gig, tie):
    sides = (workers(worker), gigs(gig), between(tie))
    from_gig, from_worker = top_workers(sides[1], sides[0], sides[2]), top_gigs(*sides)
    expected = [reference.score(worker, gig, tie)] if from_gig.ids.size else []
    assert from_gig.scores.tolist() == from_worker.scores.tolist() == expected


@given(*[st.floats(18, 54)] * 2, *[st.floats(73, 135)] * 2)
def test_distance_to_the_metre(lat, other_lat, lon, other_lon):
    here, there = {"lat": lat, "lon": lon}, {"lat": other_lat, "lon": other_lon}
    assert pair(here, there).metres.tolist() == [reference.metres(here, there)]


def check_sound(ranked):
    assert ((ranked.scores >= 0) & (ranked.scores <= 1)).all()  # false for NaN too
    assert not any(np.isnan(part).any() for part in ranked.parts.values())
    assert len(ranked.pairs) == ranked.ids.size


def check_same(ranked, again):
    assert ranked.ids.tolist() == again.ids.tolist()
    assert ranked.scores.tolist() == again.scores.tolist()
    assert ranked.by_time.tolist() == again.by_time.tolist()
