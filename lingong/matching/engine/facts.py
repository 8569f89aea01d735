"""What the rules and preferences may know: workers, gigs, and what lies between one and the other.

Unknown is NaN for measures, 0 for money and dates. Personal traits the law forbids to weigh are no columns.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from lingong.matching.engine.columns import (
    BitSet,
    Columns,
    Day,
    DayOrZero,
    Floats,
    Hours,
    Id,
    Ints,
    Latitude,
    Longitude,
    Measure,
    No,
    Share,
    Whole,
    Yes,
)
from lingong.matching.engine.distance import metres_between


@dataclass(frozen=True, eq=False)
class Workers(Columns):
    """People who look for work; `id` is unique."""

    id: Id
    lat: Latitude
    lon: Longitude
    born_date: DayOrZero  # 20080315; 0 = not known, and then nothing fits
    floor_fen_per_hour: Whole  # least pay accepted; 0 = none named
    reach_km: Measure  # how far the worker goes; NaN = not said
    reliability: Share
    waiting_hours: Measure  # since the worker said “available”
    available: Yes
    sanctioned: No
    opted_out: No  # of automated ranking: listed by time instead


@dataclass(frozen=True, eq=False)
class Gigs(Columns):
    """Open places of published postings; `id` is unique."""

    id: Id
    start_date: Day  # first day, on the local calendar
    lat: Latitude
    lon: Longitude
    pay_fen_per_hour: Whole  # 0 = not stated, or not to be had by the hour
    local_fen_per_hour: Whole  # usual pay for the trade there; 0 = not known
    week_cap_minutes: Whole  # most a week under this kind of contract; 0 = none
    certificates_needed: BitSet  # a bit for each kind of certificate
    night: No
    high_risk: No
    standing_ok: Yes  # the employer may hire
    published_hours: Hours  # hours since publishing


@dataclass(frozen=True, eq=False)
class Between(Columns):
    """What one worker and one gig have to do with each other; a row for each pair."""

    skill: Share  # in the trade asked
    ties: Whole  # gigs finished for this employer
    certificates: BitSet  # those held that are valid on the gig's days
    free: Yes  # no shift of the gig overlaps one taken
    week_minutes: Whole  # fullest week, this gig counted, as its cap counts
    blocked: No  # by either side


@dataclass(frozen=True, eq=False)
class Pairs:
    """Workers and gigs side by side; a side of one row stands beside every row of the other."""

    workers: Workers
    gigs: Gigs
    between: Between
    metres: Floats  # whole metres, so that every engine agrees on ties; NaN = unknown

    @classmethod
    def of(cls, workers: Workers, gigs: Gigs, between: Between | None = None) -> Self:
        """Lay both sides out; `between` left out says: nothing between them."""
        lengths = {len(workers), len(gigs)}
        if len(lengths - {1}) > 1:
            raise ValueError(f"{len(workers)} workers do not pair with {len(gigs)} gigs")
        count = (lengths - {1} or {1}).pop()
        between = Between.of(rows=count) if between is None else between
        if len(between) != count:
            raise ValueError(f"between: {count} rows wanted, got {len(between)}")
        metres = metres_between(workers.lat, workers.lon, gigs.lat, gigs.lon)
        return cls(workers, gigs, between, np.broadcast_to(metres, (count,)))

    def __len__(self) -> int:
        return len(self.between)

    def take(self, rows: Ints) -> Self:
        """The pairs named, in that order."""
        count = len(self)
        workers = self.workers.take(rows) if len(self.workers) == count else self.workers
        gigs = self.gigs.take(rows) if len(self.gigs) == count else self.gigs
        return type(self)(workers, gigs, self.between.take(rows), self.metres[rows])
