"""再来一单: the same work on a new day; what is refused leaves nothing behind."""

from datetime import timedelta

import pytest

from lingong.jobs.again import again
from lingong.jobs.models import Posting
from lingong.lib.clock import local, today
from lingong.lib.refusal import Refusal
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_the_same_work_goes_to_review_for_the_new_day():
    cast = Cast()
    posting = cast.posting()
    next_week = today(cast.now) + timedelta(days=7)
    more = again(posting=posting, first=next_week, by=cast.as_employer(cast.firm), now=cast.now)
    terms = more.versions.get()
    assert (more.state, local(terms.shifts.get().start_at).date()) == ("in_review", next_week)


def test_a_day_gone_by_is_refused_and_leaves_no_draft():
    cast = Cast()
    posting = cast.posting()
    yesterday = today(cast.now) - timedelta(days=1)
    with pytest.raises(Refusal, match="已经过了"):
        again(posting=posting, first=yesterday, by=cast.as_employer(cast.firm), now=cast.now)
    assert list(Posting.objects.all()) == [posting]
