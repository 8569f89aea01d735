"""Work is accepted when both say the same; otherwise the counter decides with both."""

import pytest

from lingong.hiring.checkin import check_in
from lingong.hiring.contest import contest, decide_work, resolve
from lingong.hiring.finish import report
from lingong.lib.refusal import Refusal
from tests.cast import Cast, actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def at_work(cast, **answers):
    engagement = cast.agreed(cast.posting(**answers), cast.wang)
    shift = cast.shift(engagement)
    shift.engagement = engagement
    check_in(shift=shift, by=cast.as_employer(cast.firm), now=shift.start_at)
    return shift


def test_equal_numbers_are_accepted_and_the_later_word_counts(cast):
    shift = at_work(cast)
    wang, boss = cast.as_worker(cast.wang), cast.as_employer(cast.firm)
    assert not report(shift=shift, by=wang, now=shift.end_at, minutes=660)
    assert not report(shift=shift, by=boss, now=shift.end_at, minutes=600)
    assert report(shift=shift, by=wang, now=shift.end_at, minutes=600), "the worker agrees after all"
    shift.refresh_from_db()
    assert (shift.state, shift.amount_fen) == ("pay_due", 163_64)  # 180 元 · 600 / 660


def test_pieces_are_paid_by_the_piece(cast):
    shift = at_work(cast, pay_unit="piece", pay="0.45", piece_word="斤")
    for by in (cast.as_worker(cast.wang), cast.as_employer(cast.firm)):
        with pytest.raises(Refusal, match="多少斤"):
            report(shift=shift, by=by, now=shift.end_at, minutes=600)
        with pytest.raises(Refusal, match="多少斤"):
            report(shift=shift, by=by, now=shift.end_at, minutes=600, pieces=20_001)
        report(shift=shift, by=by, now=shift.end_at, minutes=600, pieces=1000)
    shift.refresh_from_db()
    assert shift.amount_fen == 450_00


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_impossible_hours_are_refused(cast, minutes):
    shift = at_work(cast)
    with pytest.raises(Refusal) as refused:
        report(shift=shift, by=cast.as_worker(cast.wang), now=shift.end_at, minutes=minutes)
    assert refused.value.field == "minutes"


def test_a_contest_stops_the_line_until_staff_decide_with_both(cast):
    shift = at_work(cast)
    wang, boss = cast.as_worker(cast.wang), cast.as_employer(cast.firm)
    report(shift=shift, by=wang, now=shift.end_at, minutes=660)
    report(shift=shift, by=boss, now=shift.end_at, minutes=300)
    engagement = shift.engagement
    engagement.refresh_from_db()
    contest(engagement=engagement, reason="hours", by=wang, now=shift.end_at)
    with pytest.raises(Refusal):
        report(shift=shift, by=boss, now=shift.end_at, minutes=660)
    staff = actor(cast.clerk)
    resolve(engagement=engagement, by=staff, now=shift.end_at)
    assert engagement.state == "working"
    decide_work(shift=shift, minutes=600, pieces=None, by=staff, now=shift.end_at)
    engagement.refresh_from_db()
    assert (shift.amount_fen, engagement.state) == (163_64, "finished")
