"""Moments are UTC in the database and Asia/Shanghai on pages; a day is a day in Shanghai."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

SHANGHAI = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The present moment, aware, in UTC. Verbs take `now=`; only the edges call this."""
    moment = datetime.now(UTC)
    return moment + _moved(settings.CLOCK_OFFSET_FILE) if settings.CLOCK_OFFSET_FILE else moment


def today(moment: datetime | None = None) -> date:
    """The calendar day in Shanghai at `moment` (default: now)."""
    return local(moment or now()).date()


def local(moment: datetime) -> datetime:
    """The same moment on Shanghai's clock."""
    return moment.astimezone(SHANGHAI)


def at(day: date, clock: time) -> datetime:
    """The moment when Shanghai's clock shows `clock` on `day`."""
    return datetime.combine(day, clock, tzinfo=SHANGHAI).astimezone(UTC)


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """First moment of `day` in Shanghai and first moment of the next day (half open)."""
    start = at(day, time(0))
    return start, start + timedelta(days=1)


def minutes_between(start: datetime, end: datetime) -> int:
    return int((end - start).total_seconds() // 60)


def _moved(path: str) -> timedelta:
    """By how much a demonstration lives ahead of or behind the real clock: seconds, in a file."""
    return timedelta(seconds=float(Path(path).read_text(encoding="ascii")))
