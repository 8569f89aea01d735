import math

import numpy as np
import pytest

from lingong.matching.engine.facts import Between, Gigs, Pairs, Workers
from tests.matching.engine import cast


def test_what_is_not_given_is_unknown():
    wang = Workers.of(id=[7])
    assert wang.id.dtype == np.int64
    assert math.isnan(wang.lat[0])
    assert math.isnan(wang.reliability[0])
    assert (wang.born_date[0], wang.floor_fen_per_hour[0]) == (0, 0)
    assert (wang.available[0], wang.sanctioned[0], wang.opted_out[0]) == (True, False, False)


def test_none_among_measures_is_unknown():
    two = Workers.of(id=[1, 2], reach_km=[None, 5])
    assert math.isnan(two.reach_km[0])
    assert two.reach_km[1] == 5.0


@pytest.mark.parametrize(
    ("columns", "error", "named"),
    [
        ({"id": [1], "sex": [1]}, TypeError, "sex"),
        ({"lat": [1.0]}, TypeError, "id"),
        ({"id": [1, 2], "lat": [1.0]}, ValueError, "one length"),
        ({"id": [[1]]}, ValueError, "dimension"),
        ({"id": [1], "floor_fen_per_hour": [18.5]}, TypeError, "floor_fen_per_hour"),
        ({"id": [1], "floor_fen_per_hour": [None]}, TypeError, "floor_fen_per_hour"),
        ({"id": [1], "floor_fen_per_hour": [-1]}, ValueError, "floor_fen_per_hour"),
        ({"id": [1], "available": [1]}, TypeError, "available"),
        ({"id": [1], "lat": ["36.06"]}, TypeError, "lat"),
        ({"id": [1, 2], "lat": ["east", None]}, TypeError, "lat"),
        ({"id": [1], "lat": [91.0]}, ValueError, "lat"),
        ({"id": [1], "reach_km": [math.inf]}, ValueError, "reach_km"),
        ({"id": [1, 2], "reliability": [0.5, 1.5]}, ValueError, "row 1"),
    ],
)
def test_bad_columns_are_refused_by_name(columns, error, named):
    with pytest.raises(error, match=named):
        Workers.of(**columns)


def test_a_gig_without_a_day_is_refused():
    with pytest.raises(TypeError, match="start_date"):
        Gigs.of(id=[1])


def test_certificate_bits_reach_the_63rd_and_refuse_minus_one():
    assert Between.of(certificates=[1 << 62, 1]).certificates[0] == 1 << 62
    with pytest.raises(ValueError, match="certificates"):
        Between.of(certificates=[-1])


def test_nobody_at_all_is_fine():
    assert len(Workers.of(id=[])) == 0
    assert len(Pairs.of(Workers.of(id=[]), cast.gigs({}))) == 0


def test_two_workers_do_not_pair_with_three_gigs():
    with pytest.raises(ValueError, match="2 workers"):
        Pairs.of(cast.workers({}, {}), cast.gigs({}, {}, {}))
    with pytest.raises(ValueError, match="between"):
        Pairs.of(cast.workers({}, {}), cast.gigs({}), Between.of(rows=3))


def test_distance_is_whole_metres_and_unknown_stays_unknown():
    here = {"lat": cast.LAT, "lon": cast.LON}
    beijing, shanghai = {"lat": 39.9042, "lon": 116.4074}, {"lat": 31.2304, "lon": 121.4737}
    assert cast.pair(here, here).metres[0] == 0
    assert cast.pair(beijing, shanghai).metres[0] == pytest.approx(1_067_000, rel=0.002)
    assert cast.pair(beijing, shanghai).metres[0] % 1 == 0
    assert math.isnan(cast.pair(here, {}).metres[0])
