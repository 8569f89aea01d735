"""What `read` returns: the fields of a posting as stated, what is missing, and advice with quotes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

from .numbers import plain

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Flag:
    """One piece of advice: a code of the rulebook, the words of the text, the legal basis."""

    code: str
    quote: str
    basis: str

    def as_json(self) -> dict[str, str]:
        return {"code": self.code, "quote": self.quote, "basis": self.basis}


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one job. Money in yuan; None where the text does not say.

    The first block is printed by `lingong parse`; the second is what a form needs besides: the code of
    the trade in the catalogue, the first day and the clock times in Shanghai, the number of days.
    """

    occupation: str | None = None
    headcount: int | None = None
    wage_min: Decimal | None = None
    wage_max: Decimal | None = None
    wage_unit: str | None = None
    settlement: str | None = None
    work_start: str | None = None
    daily_hours: Decimal | None = None
    place: str | None = None
    age_min: int | None = None
    age_max: int | None = None
    sex: str | None = None
    benefits: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()

    trade: str | None = None
    start_date: date | None = None
    start_time: time | None = None
    end_time: time | None = None
    days: int | None = None
    spans: Mapping[str, Span] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The fields of READING.md, numbers as JSON numbers."""
        return {name: _json(getattr(self, name)) for name in PRINTED}


PRINTED = (
    "occupation", "headcount", "wage_min", "wage_max", "wage_unit", "settlement", "work_start", "daily_hours",
    "place", "age_min", "age_max", "sex", "benefits", "phones",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading(Fields):
    """The whole text: its fields, each job apart where it holds several, what is missing, the flags."""

    is_job: bool = True
    parts: tuple[Fields, ...] = ()
    missing: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Exactly the object of READING.md (without `id`, which the caller knows)."""
        # A slotted dataclass is made anew by the decorator, so a bare super() would miss its base.
        return {
            "is_job": self.is_job,
            **Fields.as_json(self),
            "parts": [part.as_json() for part in self.parts],
            "missing": list(self.missing),
            "spans": {name: list(span) for name, span in self.spans.items()},
            "flags": [flag.as_json() for flag in self.flags],
        }


def _json(value: object) -> object:
    if isinstance(value, Decimal):
        return plain(value)
    return list(value) if isinstance(value, tuple) else value
