"""How far two points are apart."""

import numpy as np

from lingong.matching.engine.columns import Floats

EARTH_METRES = 6_371_008.8


def metres_between(lat: Floats, lon: Floats, other_lat: Floats, other_lon: Floats) -> Floats:
    """Great-circle distance in whole metres of points in degrees; NaN where a coordinate is unknown."""
    here, there = np.radians(lat), np.radians(other_lat)
    across = np.sin((there - here) / 2) ** 2
    along = np.sin(np.radians(other_lon - lon) / 2) ** 2
    chord = np.minimum(across + np.cos(here) * np.cos(there) * along, 1.0)
    metres: Floats = np.rint(2 * EARTH_METRES * np.arcsin(np.sqrt(chord)))
    return metres
