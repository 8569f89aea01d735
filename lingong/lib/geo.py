"""Places on the earth: the three coordinate systems in use in China, distance, and the plain grid.

Stored coordinates are WGS-84.  Maps of Chinese vendors speak GCJ-02 (Gaode, Tencent) or BD-09
(Baidu); convert at the edge.  The grid is a pair of integers per place, so that a btree finds what
is near on every database: a cell is 0.045° high (5.0 km) and 0.05° wide (5.3 km in the south of
Hainan, 3.3 km in the far north), and the number of columns to look at follows the latitude.
"""

from math import asin, atan2, cos, degrees, floor, pi, radians, sin, sqrt

EARTH_KM = 6371.0088
ROW_DEGREES = 0.045
COLUMN_DEGREES = 0.05

# The ellipsoid (Krasovsky 1940) and the box GCJ-02 is defined with.
_A = 6378245.0
_EE = 0.006693421622965823
_BOX = (0.8293, 55.8271, 72.004, 137.8347)
_BAIDU = pi * 3000 / 180


def in_china_box(lat: float, lon: float) -> bool:
    """Whether the point lies in the box of GCJ-02; outside it all three systems leave a point as it is."""
    south, north, west, east = _BOX
    return south <= lat <= north and west <= lon <= east


def _shift(lat: float, lon: float) -> tuple[float, float]:
    """How far GCJ-02 moves a WGS-84 point, in degrees (lat, lon)."""
    x, y = lon - 105, lat - 35
    shared = 20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    north += (shared + 20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    north += (160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    east += (shared + 20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
    east += (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    magic = 1 - _EE * sin(radians(lat)) ** 2
    return (
        degrees(north / (_A * (1 - _EE) / (magic * sqrt(magic)))),
        degrees(east / (_A / sqrt(magic) * cos(radians(lat)))),
    )


def wgs84_to_gcj02(lat: float, lon: float) -> tuple[float, float]:
    """(lat, lon) of GPS → of Gaode and Tencent maps."""
    if not in_china_box(lat, lon):
        return lat, lon
    north, east = _shift(lat, lon)
    return lat + north, lon + east


def gcj02_to_wgs84(lat: float, lon: float) -> tuple[float, float]:
    """The inverse, by iteration, to within 10⁻⁶ degrees (0.1 m)."""
    if not in_china_box(lat, lon):
        return lat, lon
    guess_lat, guess_lon = lat, lon
    for _ in range(10):  # two or three rounds are enough anywhere
        there = wgs84_to_gcj02(guess_lat, guess_lon)
        off_lat, off_lon = there[0] - lat, there[1] - lon
        if abs(off_lat) <= 1e-6 and abs(off_lon) <= 1e-6:
            break
        guess_lat, guess_lon = guess_lat - off_lat, guess_lon - off_lon
    return guess_lat, guess_lon


def gcj02_to_bd09(lat: float, lon: float) -> tuple[float, float]:
    """(lat, lon) of Gaode → of Baidu maps; by definition for points in China only."""
    z = sqrt(lon * lon + lat * lat) + 0.00002 * sin(lat * _BAIDU)
    theta = atan2(lat, lon) + 0.000003 * cos(lon * _BAIDU)
    return z * sin(theta) + 0.006, z * cos(theta) + 0.0065


def bd09_to_gcj02(lat: float, lon: float) -> tuple[float, float]:
    """(lat, lon) of Baidu → of Gaode maps."""
    x, y = lon - 0.0065, lat - 0.006
    z = sqrt(x * x + y * y) - 0.00002 * sin(y * _BAIDU)
    theta = atan2(y, x) - 0.000003 * cos(x * _BAIDU)
    return z * sin(theta), z * cos(theta)


def wgs84_to_bd09(lat: float, lon: float) -> tuple[float, float]:
    """(lat, lon) of GPS → of Baidu maps."""
    return gcj02_to_bd09(*wgs84_to_gcj02(lat, lon))


def bd09_to_wgs84(lat: float, lon: float) -> tuple[float, float]:
    """(lat, lon) of Baidu maps → of GPS."""
    return gcj02_to_wgs84(*bd09_to_gcj02(lat, lon))


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres (haversine on the mean sphere, error under 0.6 %)."""
    half_lat = radians(lat2 - lat1) / 2
    half_lon = radians(lon2 - lon1) / 2
    h = sin(half_lat) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(half_lon) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))


def cell(lat: float, lon: float) -> tuple[int, int]:
    """The grid cell of a place: (row, column), counted from 0° N 0° E."""
    return floor(lat / ROW_DEGREES), floor(lon / COLUMN_DEGREES)


def cells_within(lat: float, lon: float, km: float) -> tuple[tuple[int, int], tuple[int, int]]:
    """Rows and columns that cover everything within `km`: ((row, row), (column, column)), both ends
    included, ready for `row__range=` and `column__range=`. Corners lie farther: check the distance."""
    up = degrees(km / EARTH_KM)
    widest = cos(radians(min(89.9, max(abs(lat - up), abs(lat + up)))))
    side = degrees(2 * asin(min(1.0, sin(km / EARTH_KM / 2) / widest)))
    rows = floor((lat - up) / ROW_DEGREES), floor((lat + up) / ROW_DEGREES)
    columns = floor((lon - side) / COLUMN_DEGREES), floor((lon + side) / COLUMN_DEGREES)
    return rows, columns
