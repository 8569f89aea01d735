"""One number 0..1 from the preferences, by weights a jurisdiction may choose."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from lingong.matching.engine.columns import Floats, Ints


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each preference counts; only their proportions matter. None below 0, not all 0."""

    skill: float = 0.30
    distance: float = 0.25
    pay: float = 0.10
    reliability: float = 0.20
    waiting: float = 0.10
    ties: float = 0.05

    def __post_init__(self) -> None:
        values = [getattr(self, spec.name) for spec in fields(self)]
        if not all(math.isfinite(value) and value >= 0 for value in values) or not any(values):
            raise ValueError("weights: finite, none below 0, not all 0")

    def shares(self) -> dict[str, float]:
        """The weights by name, adding up to 1."""
        values = {spec.name: float(getattr(self, spec.name)) for spec in fields(self)}
        total = math.fsum(values.values())
        return {name: value / total for name, value in values.items()}


DEFAULT = Weights()


def score(parts: Mapping[str, Floats], weights: Weights = DEFAULT) -> Floats:
    """The weighted mean of the parts, 0..1."""
    # Added one after the other, never by a matrix product: its order of adding changes with the row.
    total = np.zeros(len(next(iter(parts.values()))))
    for name, share in weights.shares().items():
        total += share * parts[name]
    return np.minimum(total, 1.0)


def best(scores: Floats, ids: Ints, k: int) -> Ints:
    """The rows of the k best, by score downward, then by id upward."""
    rows = np.arange(len(scores))
    if k < len(scores):
        # Everything level with the k-th stays in, so that the cut never decides between equals.
        rows = np.flatnonzero(scores >= np.partition(scores, -k)[-k])
    return rows[np.lexsort((ids[rows], -scores[rows]))][:k]
