"""Ratings count only where work was done, once a side, with one reply."""

import pytest

from lingong.hiring.checkin import check_in
from lingong.hiring.finish import report
from lingong.hiring.rate import rate, reply
from lingong.hiring.settle import pay, receive
from lingong.lib.refusal import Refusal
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def worked(cast):
    """Work accepted, not yet paid."""
    engagement = cast.agreed(cast.posting(), cast.wang)
    shift = cast.shift(engagement)
    boss = cast.as_employer(cast.firm)
    check_in(shift=shift, by=boss, now=shift.start_at)
    for by in (boss, cast.as_worker(cast.wang)):
        report(shift=shift, by=by, now=shift.end_at, minutes=shift.minutes)
    engagement.refresh_from_db()
    return engagement


def test_both_ratings_before_the_money_complete_the_line_with_it(cast, worked):
    wang, boss, shift = cast.as_worker(cast.wang), cast.as_employer(cast.firm), cast.shift(worked)
    rate(engagement=worked, stars=2, by=wang, now=shift.end_at, text="工钱还没给")
    rate(engagement=worked, stars=5, by=boss, now=shift.end_at)
    assert worked.state == "finished"
    pay(shift=shift, by=boss, now=shift.end_at)
    receive(shift=shift, by=wang, now=shift.end_at)
    worked.refresh_from_db()
    assert worked.state == "rated"


def test_once_a_side_with_one_reply_by_the_other(cast, worked):
    wang, boss = cast.as_worker(cast.wang), cast.as_employer(cast.firm)
    rating = rate(engagement=worked, stars=2, by=wang, now=cast.now)
    with pytest.raises(Refusal, match="评过了"):
        rate(engagement=worked, stars=5, by=wang, now=cast.now)
    with pytest.raises(Refusal, match="自己写的"):
        reply(rating=rating, text="……", by=wang, now=cast.now)
    reply(rating=rating, text="已经补付", by=boss, now=cast.now)
    with pytest.raises(Refusal, match="回复过了"):
        reply(rating=rating, text="再说一句", by=boss, now=cast.now)
    cast.firm.refresh_from_db()
    assert (cast.firm.rating_sum, cast.firm.rating_count) == (2, 1)


@pytest.mark.parametrize("stars", [0, 6])
def test_stars_are_one_to_five(cast, worked, stars):
    with pytest.raises(Refusal) as refused:
        rate(engagement=worked, stars=stars, by=cast.as_worker(cast.wang), now=cast.now)
    assert refused.value.field == "stars"


def test_without_work_there_is_nothing_to_rate(cast):
    engagement = cast.agreed(cast.posting(), cast.wang)
    with pytest.raises(Refusal):
        rate(engagement=engagement, stars=1, by=cast.as_worker(cast.wang), now=cast.now)
