"""抢单: asking takes the place, on the terms that were shown."""

import pytest

from lingong.hiring.apply import grab
from lingong.hiring.models import Engagement
from lingong.lib.refusal import Refusal
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_terms_changed_since_they_were_shown_take_nothing():
    cast = Cast()
    posting = cast.posting(instant=True)
    with pytest.raises(Refusal, match="改了条件"):
        grab(worker=cast.wang, posting=posting, by=cast.as_worker(cast.wang), now=cast.now, terms_seen=99)
    assert not Engagement.objects.exists()


def test_the_terms_shown_are_taken_at_once():
    cast = Cast()
    posting = cast.posting(instant=True)
    by = cast.as_worker(cast.wang)
    number = posting.terms.number
    engagement = grab(worker=cast.wang, posting=posting, by=by, now=cast.now, terms_seen=number)
    assert engagement.state == "confirmed"
