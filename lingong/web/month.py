"""The calendar of work and money (记工): a month as weeks of days, Monday first."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """What a day holds: `work` ("1 个工", "8 小时"), `fen` earned, `tone` good (paid), warn (owed), info (to come)."""

    work: str = ""
    fen: int | None = None
    tone: str = "info"
    url: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    date: date
    inside: bool
    today: bool
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class Month:
    """Input of parts/month.html."""

    first: date
    weeks: list[list[Day]] = field(default_factory=list)

    @property
    def title(self) -> str:
        return f"{self.first.year}年{self.first.month}月"

    @property
    def worked_days(self) -> int:
        return sum(1 for week in self.weeks for day in week if day.inside and day.entry)


def month_grid(*, year: int, month: int, entries: Mapping[date, Entry], today: date) -> Month:
    """Whole weeks that cover the month; days outside it carry no entry."""
    weeks = [
        [
            Day(day, day.month == month, day == today, entries.get(day) if day.month == month else None)
            for day in week
        ]
        for week in calendar.Calendar().monthdatescalendar(year, month)
    ]
    return Month(date(year, month, 1), weeks)
