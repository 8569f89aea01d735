"""A few named people and gigs for the engine: every test states only what it is about."""

from typing import Any, TypeVar

import numpy as np

from lingong.matching.engine.columns import Columns
from lingong.matching.engine.facts import Between, Gigs, Pairs, Workers

# The middle of Lanzhou; tests go north from it, where a degree of latitude is 111.2 km.
LAT, LON = 36.06, 103.83
KM = 1 / 111.195

Table = TypeVar("Table", bound=Columns)


def workers(*people: dict[str, Any]) -> Workers:
    """Grown-up workers with the facts given; ids count from 1."""
    return _stack(
        Workers, [{"id": place, "born_date": 19850601} | row for place, row in enumerate(people, 1)]
    )


def gigs(*places: dict[str, Any]) -> Gigs:
    """Gigs that start on 22 November 2026 with the facts given; ids count from 1."""
    return _stack(Gigs, [{"id": place, "start_date": 20261122} | row for place, row in enumerate(places, 1)])


def between(*ties: dict[str, Any]) -> Between:
    """What lies between each pair, in their order."""
    return _stack(Between, list(ties))


def pair(worker: dict[str, Any] | None = None, gig: dict[str, Any] | None = None, **tie: Any) -> Pairs:
    """One worker beside one gig."""
    return Pairs.of(workers(worker or {}), gigs(gig or {}), between(tie))


def _stack(table: type[Table], rows: list[dict[str, Any]]) -> Table:
    single = [vars(table.of(rows=1, **{name: [value] for name, value in row.items()})) for row in rows]
    return table(**{name: np.concatenate([row[name] for row in single]) for name in single[0]})
