"""Gigs that are more than one day shift: across midnight, twelve days paid daily, changed after publishing."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from lingong.hiring.checkin import check_in, mark_absent, site_code
from lingong.hiring.finish import report
from lingong.hiring.leave import withdraw
from lingong.hiring.models import Shift
from lingong.hiring.reaccept import reaccept
from lingong.hiring.settle import owed, pay, receive
from lingong.jobs.change import offer_of, propose_change
from lingong.jobs.review import accept
from lingong.lib import clock
from lingong.lib.refusal import Refusal
from tests.cast import Cast, actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def work(cast: Cast, shift: Shift, minutes: int | None = None) -> None:
    """The worker comes, both state the same time, the employer pays, the worker has it."""
    engagement = shift.engagement
    worker, boss = cast.as_worker(engagement.worker), cast.as_employer(engagement.posting.employer)
    code = site_code(engagement.posting, clock.local(shift.start_at).date())
    check_in(shift=shift, by=worker, now=shift.start_at, code=code)
    done = minutes or shift.minutes
    report(shift=shift, by=worker, now=shift.end_at, minutes=done)
    report(shift=shift, by=boss, now=shift.end_at, minutes=done)
    pay(shift=shift, by=boss, now=shift.end_at)
    receive(shift=shift, by=worker, now=shift.end_at + timedelta(hours=1))


def test_a_shift_across_midnight_is_one_shift_paid_on_the_day_it_ends(cast):
    posting = cast.posting(start=time(20), end=time(6), first_day=date(2026, 11, 21))
    engagement = cast.agreed(posting, cast.wang)
    shift = cast.shift(engagement)
    assert (shift.minutes, clock.local(shift.end_at)) == (
        600, datetime(2026, 11, 22, 6, tzinfo=clock.SHANGHAI),
    )  # fmt: skip
    work(cast, shift)
    shift.refresh_from_db()
    engagement.refresh_from_db()
    assert (shift.state, shift.due_date, engagement.state) == ("received", date(2026, 11, 22), "settled")


def test_the_night_shift_of_another_gig_the_same_evening_is_refused(cast):
    night = cast.posting(start=time(20), end=time(6), first_day=date(2026, 11, 21))
    morning = cast.posting(start=time(5), end=time(9), first_day=date(2026, 11, 22))
    cast.confirmed(night, cast.wang)
    with pytest.raises(Refusal) as refused:
        cast.confirmed(morning, cast.wang)
    assert refused.value.code == "workers.overlap"
    morning.refresh_from_db()
    assert morning.filled == 0


def test_twelve_days_paid_daily_with_one_absence(cast):
    posting = cast.posting(first_day=date(2026, 11, 21), days=12)
    engagement = cast.agreed(posting, cast.wang)
    shifts = list(engagement.shifts.order_by("start_at"))
    for n, shift in enumerate(shifts):
        shift.engagement = engagement
        if n == 4:
            mark_absent(shift=shift, by=cast.as_employer(cast.firm), now=shift.start_at + timedelta(hours=1))
        else:
            work(cast, shift)
    engagement.refresh_from_db()
    cast.wang.refresh_from_db()
    posting.refresh_from_db()
    assert engagement.state == "settled"
    assert owed(engagement) == (0, 11 * 180_00)
    assert (cast.wang.attended, cast.wang.absent, posting.filled) == (11, 1, 1)


def test_who_leaves_half_way_is_paid_for_what_was_worked(cast):
    posting = cast.posting(first_day=date(2026, 11, 21), days=3)
    engagement = cast.agreed(posting, cast.wang)
    first, *_ = engagement.shifts.order_by("start_at")
    first.engagement = engagement
    work(cast, first, minutes=first.minutes // 2)
    engagement.refresh_from_db()
    withdraw(
        engagement=engagement,
        reason="unwell",
        by=cast.as_worker(cast.wang),
        now=first.end_at + timedelta(hours=2),
    )
    engagement.refresh_from_db()
    posting.refresh_from_db()
    assert (engagement.state, owed(engagement), posting.filled) == ("settled", (0, 90_00), 0)
    assert list(cast.wang.taken.values_list("start_at", flat=True)) == [first.start_at]


def test_a_change_of_pay_is_reviewed_and_agreed_to_again(cast):
    posting = cast.posting()
    engagement = cast.agreed(posting, cast.wang)
    boss, wang = cast.as_employer(cast.firm), cast.as_worker(cast.wang)
    change = replace(offer_of(posting.terms), pay_fen=200_00)
    terms = propose_change(posting=posting, offer=change, by=boss, now=cast.now)
    posting.refresh_from_db()
    assert posting.terms.pay_fen == 180_00, "the old terms hold until staff accept"
    accept(posting=posting, by=actor(cast.reviewer), now=cast.now)
    engagement.refresh_from_db()
    assert engagement.must_reaccept
    assert engagement.terms.pay_fen == 180_00, "and for each worker until they agree"
    reaccept(engagement=engagement, by=wang, now=cast.now, terms_seen=terms.number)
    work(cast, cast.shift(engagement))
    assert owed(engagement) == (0, 200_00)


def test_who_does_not_agree_to_the_change_is_paid_by_the_old_terms(cast):
    posting = cast.posting()
    engagement = cast.agreed(posting, cast.wang)
    change = replace(offer_of(posting.terms), pay_fen=150_00)
    propose_change(posting=posting, offer=change, by=cast.as_employer(cast.firm), now=cast.now)
    accept(posting=posting, by=actor(cast.reviewer), now=cast.now)
    work(cast, cast.shift(engagement))
    assert owed(engagement) == (0, 180_00)


def test_a_change_of_days_moves_the_promised_time(cast):
    posting = cast.posting()
    engagement = cast.agreed(posting, cast.wang)
    later = [
        (start + timedelta(days=1), end + timedelta(days=1)) for start, end in offer_of(posting.terms).shifts
    ]
    change = replace(offer_of(posting.terms), shifts=later)
    propose_change(posting=posting, offer=change, by=cast.as_employer(cast.firm), now=cast.now)
    accept(posting=posting, by=actor(cast.reviewer), now=cast.now)
    engagement.refresh_from_db()
    reaccept(engagement=engagement, by=cast.as_worker(cast.wang), now=cast.now)
    assert list(cast.wang.taken.values_list("start_at", "end_at")) == later
