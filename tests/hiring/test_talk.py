"""Words before contact: no phone numbers slip through, and nobody but the two sides reads them."""

import pytest
from django.db import connection

from lingong.hiring.apply import apply
from lingong.hiring.talk import talk
from lingong.lib.refusal import Refusal
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


@pytest.mark.parametrize(
    "text", ["打我13900000001", "139 0000 0001", "微信同号 139-0000-0001", "１３９０００００００１"]
)
def test_a_phone_number_waits_for_the_agreement(cast, text):
    engagement = apply(worker=cast.wang, posting=cast.posting(), by=cast.as_worker(cast.wang), now=cast.now)
    with pytest.raises(Refusal) as refused:
        talk(engagement=engagement, text=text, by=cast.as_worker(cast.wang), now=cast.now)
    assert refused.value.code == "hiring.phone_in_talk"


def test_after_both_signed_it_may_be_told(cast):
    engagement = cast.agreed(cast.posting(), cast.wang)
    talk(engagement=engagement, text="到了打13900000001", by=cast.as_worker(cast.wang), now=cast.now)


def test_the_first_word_is_timed_and_words_are_sealed(cast):
    engagement = apply(worker=cast.wang, posting=cast.posting(), by=cast.as_worker(cast.wang), now=cast.now)
    talk(engagement=engagement, text="有住的地方吗", by=cast.as_worker(cast.wang), now=cast.now)
    assert engagement.talked_at == cast.now
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM hiring_talk")
        assert "住" not in cursor.fetchone()[0]
