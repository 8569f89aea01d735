"""The best workers for a gig, the best gigs for a worker: one way of doing both."""

from dataclasses import dataclass

import numpy as np

from lingong.matching.engine.columns import Floats, Ints, Mask
from lingong.matching.engine.facts import Between, Gigs, Pairs, Workers
from lingong.matching.engine.preferences import parts
from lingong.matching.engine.rules import allowed
from lingong.matching.engine.score import DEFAULT, Weights, best, score


@dataclass(frozen=True, eq=False)
class Ranked:
    """The answer: `ids` best first with `scores`, `parts` and `pairs` row by row (for `explain.why`).

    `by_time` are the ids that may stand but are not ranked because a person opted out of automated
    ranking: workers by longest wait, gigs by newest; `by_time_pairs` are their pairs. Show them after.
    """

    ids: Ints
    scores: Floats
    parts: dict[str, Floats]
    pairs: Pairs
    by_time: Ints
    by_time_pairs: Pairs


def top_workers(
    gig: Gigs, workers: Workers, between: Between | None = None, k: int = 50, weights: Weights = DEFAULT
) -> Ranked:
    """The k best workers for one gig (`gig` has one row) and up to k listed by time."""
    if len(gig) != 1:
        raise ValueError(f"one gig wanted, got {len(gig)}")
    pairs = Pairs.of(workers, gig, between)
    return _top(pairs, workers.id, workers.opted_out, -workers.waiting_hours, k, weights)


def top_gigs(
    worker: Workers, gigs: Gigs, between: Between | None = None, k: int = 50, weights: Weights = DEFAULT
) -> Ranked:
    """The k best gigs for one worker (`worker` has one row); all by time if the worker opted out."""
    if len(worker) != 1:
        raise ValueError(f"one worker wanted, got {len(worker)}")
    pairs = Pairs.of(worker, gigs, between)
    opted_out = np.broadcast_to(worker.opted_out, (len(gigs),))
    return _top(pairs, gigs.id, opted_out, gigs.published_hours, k, weights)


def _top(pairs: Pairs, ids: Ints, opted_out: Mask, turn: Floats, k: int, weights: Weights) -> Ranked:
    if k < 1:
        raise ValueError(f"k: at least 1 wanted, got {k}")
    stands = allowed(pairs)
    ranked = np.flatnonzero(stands & ~opted_out)
    candidates = pairs.take(ranked)
    found = parts(candidates)
    scores = score(found, weights)
    rows = best(scores, ids[ranked], k)
    listed = np.flatnonzero(stands & opted_out)
    listed = listed[np.lexsort((ids[listed], turn[listed]))][:k]  # NaN sorts last
    return Ranked(
        ids=ids[ranked][rows],
        scores=scores[rows],
        parts={name: part[rows] for name, part in found.items()},
        pairs=candidates.take(rows),
        by_time=ids[listed],
        by_time_pairs=pairs.take(listed),
    )
