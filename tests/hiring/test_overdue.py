"""Days late are days in Shanghai, where the money is owed."""

from datetime import UTC, date, datetime

import pytest

from lingong.hiring.line import ShiftState
from lingong.hiring.models import Shift

BEFORE_EIGHT = datetime(2026, 11, 22, 22, 0, tzinfo=UTC)  # 06:00 of the 23rd in Shanghai


@pytest.mark.parametrize(
    ("due", "state", "days"),
    [
        (date(2026, 11, 22), ShiftState.PAY_DUE, 1),
        (date(2026, 11, 23), ShiftState.PAY_DUE, 0),
        (date(2026, 11, 22), ShiftState.RECEIVED, 0),
    ],
)
def test_days_overdue(due, state, days):
    assert Shift(due_date=due, state=state).overdue_days(BEFORE_EIGHT) == days
