"""Soft preferences: each gives every pair a part between 0 (poor) and 1 (best).

What is not known counts 0.5: nobody gains or loses by a gap. Only + − × ÷ are used, so that every engine
gets the same bits. A pair has the same parts whether the worker or the gig was asked for.
"""

from collections.abc import Callable

import numpy as np

from lingong.matching.engine.columns import Floats
from lingong.matching.engine.facts import Pairs

NEUTRAL = 0.5
HALF_METRES = 5_000.0  # a gig this far counts half
HALF_WAITING_HOURS = 24.0  # a wait this long counts half


def skill(pairs: Pairs) -> Floats:
    """Skill in the trade asked."""
    return pairs.between.skill


def distance(pairs: Pairs) -> Floats:
    """Nearness: 1 on the spot, 0.5 at 5 km, 0.2 at 20 km."""
    near: Floats = HALF_METRES / (HALF_METRES + pairs.metres)
    return near


def pay(pairs: Pairs) -> Floats:
    """Pay against the local level: 0 at half of it, 0.5 at it, 1 at one and a half times."""
    local = pairs.gigs.local_fen_per_hour
    known = (pairs.gigs.pay_fen_per_hour > 0) & (local > 0)
    ratio = pairs.gigs.pay_fen_per_hour / np.where(known, local, 1)
    return np.where(known, np.clip(ratio - 0.5, 0.0, 1.0), NEUTRAL)


def reliability(pairs: Pairs) -> Floats:
    """How surely the worker comes when confirmed."""
    return pairs.workers.reliability


def waiting(pairs: Pairs) -> Floats:
    """How long the worker has waited: 0 just now, 0.5 after a day, nearing 1."""
    hours = pairs.workers.waiting_hours
    long: Floats = hours / (hours + HALF_WAITING_HOURS)
    return long


def ties(pairs: Pairs) -> Floats:
    """Gigs finished for this employer: 0 for none, 0.5 for one, 0.75 for three."""
    times = pairs.between.ties
    close: Floats = times / (times + 1.0)
    return close


PREFERENCES: tuple[Callable[[Pairs], Floats], ...] = (skill, distance, pay, reliability, waiting, ties)


def parts(pairs: Pairs) -> dict[str, Floats]:
    """Every preference by name, one value 0..1 for each pair, never NaN."""
    return {each.__name__: _whole(each(pairs), len(pairs)) for each in PREFERENCES}


def _whole(part: Floats, count: int) -> Floats:
    return np.broadcast_to(np.where(np.isnan(part), NEUTRAL, part), (count,))
