"""A table as named NumPy columns of one length; bad input is refused with the column's name."""

import math
from dataclasses import dataclass
from typing import Annotated, Any, Self, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Kind:
    """A column's dtype, what stands where nothing is known (None: the column is required), its range."""

    dtype: type[np.generic]
    unknown: float | None = None
    low: float = -math.inf
    high: float = math.inf


Id = Annotated[Ints, Kind(np.int64)]
Day = Annotated[Ints, Kind(np.int64, None, 10101, 99991231)]  # 20261122
DayOrZero = Annotated[Ints, Kind(np.int64, 0, 0, 99991231)]
Whole = Annotated[Ints, Kind(np.int64, 0, 0)]
Share = Annotated[Floats, Kind(np.float64, math.nan, 0, 1)]
Measure = Annotated[Floats, Kind(np.float64, math.nan, 0)]
Hours = Annotated[Floats, Kind(np.float64, math.nan)]
Latitude = Annotated[Floats, Kind(np.float64, math.nan, -90, 90)]
Longitude = Annotated[Floats, Kind(np.float64, math.nan, -180, 180)]
BitSet = Annotated[Ints, Kind(np.int64, 0, 0)]  # bits 0 to 62
Yes = Annotated[Mask, Kind(np.bool_, True)]  # yes unless said
No = Annotated[Mask, Kind(np.bool_, False)]  # no unless said


@dataclass(frozen=True, eq=False)
class Columns:
    """Frozen columns of equal length. Build with `of`; the plain constructor checks nothing."""

    @classmethod
    def of(cls, rows: int | None = None, **given: ArrayLike) -> Self:
        """Check and convert the columns given; the others say “unknown”. `rows` only where none is given.

        Refuses with ValueError or TypeError: unknown name, missing required column, unequal lengths,
        fractions in a whole-number column, values out of range, infinity.
        """
        kinds = _kinds(cls)
        if strange := given.keys() - kinds.keys():
            raise TypeError(f"{cls.__name__} has no column {sorted(strange)}")
        made = {name: _convert(name, kinds[name], values) for name, values in given.items()}
        lengths = {len(values) for values in made.values()} | (set() if rows is None else {rows})
        if len(lengths) != 1:
            raise ValueError(f"{cls.__name__}: columns of one length wanted, got {sorted(lengths)}")
        length = lengths.pop()
        rest = {name: _unknown(name, kinds[name], length) for name in kinds if name not in made}
        return cls(**made, **rest)

    def __len__(self) -> int:
        return len(next(iter(vars(self).values())))

    def take(self, rows: Ints) -> Self:
        """The rows named, in that order."""
        return type(self)(**{name: values[rows] for name, values in vars(self).items()})


def _kinds(table: type[Columns]) -> dict[str, Kind]:
    return {name: get_args(hint)[1] for name, hint in table.__annotations__.items()}


def _unknown(name: str, kind: Kind, length: int) -> NDArray[Any]:
    if kind.unknown is None:
        raise TypeError(f"column {name} is required")
    return np.full(length, kind.unknown, dtype=kind.dtype)


def _convert(name: str, kind: Kind, values: ArrayLike) -> NDArray[Any]:
    wanted = np.dtype(kind.dtype)
    source = np.asarray(values)
    if source.ndim != 1:
        raise ValueError(f"{name}: one dimension wanted, got {source.ndim}")
    # None among floats arrives as an object array and means unknown; elsewhere nothing is guessed.
    fits = {"f": "fiuO", "i": "iu", "b": "b"}[wanted.kind]
    if source.size and source.dtype.kind not in fits:
        raise TypeError(f"{name}: {wanted} wanted, got {source.dtype}")
    try:
        made = source.astype(wanted)
    except (TypeError, ValueError) as error:
        raise TypeError(f"{name}: {wanted} wanted: {error}") from error
    wrong = (made < kind.low) | (made > kind.high) | np.isinf(made)
    if wrong.any():
        row = int(np.argmax(wrong))
        raise ValueError(f"{name}: {made[row]} in row {row} is out of range")
    return made
