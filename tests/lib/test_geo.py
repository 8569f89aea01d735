"""The conversions agree with gcoord, which the browser uses; the grid never loses a near place."""

import json
from math import cos, degrees, radians, sin
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingong.lib import geo

PAIRS = json.loads((Path(__file__).parent.parent / "data" / "gcoord_pairs.json").read_text())["pairs"]
LATITUDES = st.floats(18, 53.5)
LONGITUDES = st.floats(73.5, 135)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: f"{p['from']}-{p['to']}-{p['lat']}-{p['lon']}")
def test_same_as_gcoord(pair):
    convert = getattr(geo, f"{pair['from']}_to_{pair['to']}")
    lat, lon = convert(pair["lat"], pair["lon"])
    assert lat == pytest.approx(pair["expect_lat"], abs=2e-8)
    assert lon == pytest.approx(pair["expect_lon"], abs=2e-8)


def test_there_and_back_is_within_a_metre():
    for there, back in [("wgs84_to_gcj02", "gcj02_to_wgs84"), ("wgs84_to_bd09", "bd09_to_wgs84")]:
        lat, lon = getattr(geo, back)(*getattr(geo, there)(33.963, 118.2757))
        assert geo.distance_km(lat, lon, 33.963, 118.2757) < 0.001


def test_abroad_nothing_moves():
    assert geo.wgs84_to_gcj02(48.8566, 2.3522) == (48.8566, 2.3522)
    assert geo.gcj02_to_wgs84(48.8566, 2.3522) == (48.8566, 2.3522)


def test_known_distances():
    assert geo.distance_km(39.9042, 116.4074, 31.2304, 121.4737) == pytest.approx(1067.3, abs=1)
    assert geo.distance_km(33.9, 118.2, 33.9, 118.2) == 0
    assert geo.distance_km(0, 0, 0, 180) == pytest.approx(20015, abs=1)


def test_a_cell_is_about_five_kilometres():
    assert geo.distance_km(30, 104, 30 + geo.ROW_DEGREES, 104) == pytest.approx(5, abs=0.1)
    assert 3.3 <= geo.distance_km(53, 123, 53, 123 + geo.COLUMN_DEGREES) <= 5.6
    assert geo.cell(33.963, 118.2757) == (754, 2365)


@given(LATITUDES, LONGITUDES, st.floats(0, 60), st.floats(0, 360), st.floats(0, 1))
def test_everything_within_reach_lies_in_the_cells(lat, lon, km, bearing, part):
    """A place up to `km` away in any direction is inside the row and column ranges."""
    step = degrees(km * part / geo.EARTH_KM)
    there_lat = lat + step * cos(radians(bearing))
    there_lon = lon + step * sin(radians(bearing)) / cos(radians(lat))
    if geo.distance_km(lat, lon, there_lat, there_lon) > km:
        return
    rows, columns = geo.cells_within(lat, lon, km)
    row, column = geo.cell(there_lat, there_lon)
    assert rows[0] <= row <= rows[1]
    assert columns[0] <= column <= columns[1]


def test_the_range_is_tight():
    rows, columns = geo.cells_within(30.57, 104.07, 5)
    assert rows[1] - rows[0] <= 3
    assert columns[1] - columns[0] <= 3
