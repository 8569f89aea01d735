"""Amounts and days of payment."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lingong.hiring.models import Shift
from lingong.hiring.pay import amount_fen, due_date
from lingong.jobs.models import Terms


def shift(day=21, hours=8):
    start = datetime(2026, 11, day, 0, tzinfo=UTC)
    return Shift(start_at=start, end_at=start + timedelta(hours=hours))


@pytest.mark.parametrize(
    ("unit", "pay_fen", "minutes", "pieces", "is_last", "amount"),
    [
        ("hour", 18_50, 90, None, False, 27_75),
        ("hour", 20_00, 1, None, False, 33),  # 0.333… 元, half up
        ("day", 180_00, 480, None, False, 180_00),
        ("day", 180_00, 240, None, False, 90_00),
        ("day", 180_00, 600, None, False, 225_00),  # two hours more
        ("half_day", 50_00, 480, None, False, 50_00),  # the planned shift is the half day
        ("week", 1000_00, 480, None, False, 200_00),
        ("month", 4350_00, 480, None, False, 200_00),  # 21.75 days
        ("piece", 45, 480, 130, False, 58_50),
        ("piece", 45, 480, 0, False, 0),
        ("job", 500_00, 480, None, False, 0),
        ("job", 500_00, 480, None, True, 500_00),
    ],
)
def test_amount(unit, pay_fen, minutes, pieces, is_last, amount):
    terms = Terms(pay_unit=unit, pay_fen=pay_fen)
    assert amount_fen(shift(), terms, minutes=minutes, pieces=pieces, is_last=is_last) == amount


@pytest.mark.parametrize(
    ("settlement", "pay_days", "last_end", "due"),
    [
        ("daily", 0, date(2026, 12, 24), date(2026, 11, 18)),
        ("daily", 1, date(2026, 12, 24), date(2026, 11, 19)),
        ("weekly", 0, date(2026, 12, 24), date(2026, 11, 22)),  # Sunday of that week
        ("half_monthly", 0, date(2026, 12, 24), date(2026, 11, 30)),
        ("monthly", 5, date(2026, 12, 24), date(2026, 12, 5)),
        ("monthly", 0, date(2026, 11, 20), date(2026, 11, 20)),  # the work ends before the month does
        ("completion", 0, date(2026, 12, 24), date(2026, 12, 24)),
    ],
)
def test_due_date(settlement, pay_days, last_end, due):
    terms = Terms(settlement=settlement, pay_days=pay_days)
    assert due_date(shift(day=18), terms, last_end=last_end) == due  # a Wednesday
