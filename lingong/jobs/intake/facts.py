"""What the checks look at: the reading as it stands, and the levels of the jurisdiction."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .amounts import Amount
from .clock import Shift
from .kind import Stray
from .people import Ages
from .source import Found, Source
from .wage import Wage

NOT = re.compile(
    r"(?:不(?:收|交|需要?|用|会|要|押|扣|上|接受)?(?:任何|一切)?|无(?:需|任何)?|没有?(?:任何)?|免(?:交|收)?|非|拒绝|杜绝|谢绝|0)\s*$"
)
HOURLY_FLOOR_FEN = 1500  # the lowest hourly minimum wage in force anywhere in the country
MONTHLY_FLOOR_FEN = 150000  # the lowest monthly one
REFERENCE_FEN = 2500  # an ordinary hour of casual work, for the check of absurd figures


@dataclass(frozen=True, slots=True)
class Levels:
    """Yuan: minimum wage per hour and month, and the hourly pay outside which a figure is probably a slip."""

    hourly: Decimal
    monthly: Decimal
    least: Decimal
    most: Decimal

    @classmethod
    def of(cls, profile: Mapping[str, Any] | None) -> "Levels":
        """From a profile table; the national floor for what it does not say."""
        minimum = (profile or {}).get("minimum_wage") or {}
        ordinary = (profile or {}).get("wage") or {}
        reference = Decimal(ordinary.get("reference_hourly_fen") or REFERENCE_FEN) / 100
        return cls(
            Decimal(minimum.get("hourly_fen") or HOURLY_FLOOR_FEN) / 100,
            Decimal(minimum.get("monthly_fen") or MONTHLY_FLOOR_FEN) / 100,
            reference * Decimal(str(ordinary.get("anomaly_low") or "0.5")),
            reference * Decimal(str(ordinary.get("anomaly_high") or 5)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A text that has been read. Rules return ranges of its clean text."""

    source: Source
    is_job: bool
    stray: Found[Stray] | None
    figures: list[Amount]
    wage: Wage | None
    headcount: Found[int] | None
    hours: Found[Decimal] | None
    shifts: list[Found[Shift]]
    ages: Ages
    sex: Found[str] | None
    levels: Levels
    trade: str | None
    phones: bool

    @property
    def text(self) -> str:
        return self.source.clean

    def find(self, pattern: re.Pattern[str], *, unless_not: bool = True) -> Iterator[tuple[int, int]]:
        """Matches of `pattern`, without those that a 不, 无 or 免 takes back."""
        for match in pattern.finditer(self.text):
            before = self.text[max(0, match.start() - 6) : match.start()]
            if unless_not and NOT.search(before):
                continue
            yield match.span()

    def hourly(self) -> Decimal | None:
        """Yuan an hour of the least pay stated; None where the hours are not stated."""
        if self.wage is None or self.wage.low is None:
            return None
        if self.wage.unit == "hour":
            return self.wage.low
        per_task = next((a.hours for a in self.wage.used if a.hours), None)
        worked = self.hours.value if self.hours else None
        if self.wage.unit == "day" and worked:
            return self.wage.low / worked
        if self.wage.unit == "job" and per_task:
            return self.wage.low / per_task
        if self.wage.unit == "half_day" and worked and worked <= 6:
            return self.wage.low / worked
        return None
