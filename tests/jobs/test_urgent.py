"""急招: soon, open, and places left."""

from datetime import UTC, datetime, timedelta

import pytest

from lingong.jobs.models import Posting
from lingong.jobs.states import PostingState

NOW = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "state", "filled", "urgent"),
    [
        (23, PostingState.PUBLISHED, 4, True),
        (25, PostingState.PUBLISHED, 4, False),
        (-1, PostingState.PUBLISHED, 4, False),
        (23, PostingState.FULL, 5, False),
        (23, PostingState.PUBLISHED, 5, False),
    ],
)
def test_is_urgent(hours, state, filled, urgent):
    posting = Posting(state=state, headcount=5, filled=filled, starts_at=NOW + timedelta(hours=hours))
    assert posting.is_urgent(NOW) is urgent


def test_a_draft_without_a_start_is_not():
    assert not Posting(state=PostingState.DRAFT).is_urgent(NOW)
