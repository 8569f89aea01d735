"""Pay is stated by one side and confirmed by the other; no money passes through here."""

from datetime import timedelta

import pytest

from lingong.hiring.checkin import check_in
from lingong.hiring.finish import report
from lingong.hiring.settle import not_received, owed, pay, receive
from lingong.lib.refusal import Refusal
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def present(cast, engagement):
    """The only shift of the engagement, with its worker there."""
    shift, boss = cast.shift(engagement), cast.as_employer(engagement.posting.employer)
    shift.engagement = engagement
    check_in(shift=shift, by=boss, now=shift.start_at)
    return shift, boss


def test_pay_said_but_not_received_is_due_again(cast):
    engagement = cast.agreed(cast.posting(), cast.wang)
    shift, boss = present(cast, engagement)
    wang = cast.as_worker(cast.wang)
    for by in (wang, boss):
        report(shift=shift, by=by, now=shift.end_at, minutes=shift.minutes)
    shift.refresh_from_db()
    with pytest.raises(Refusal) as refused:
        pay(shift=shift, by=boss, now=shift.end_at, paid_fen=100_00)
    assert refused.value.code == "hiring.paid_less"
    pay(shift=shift, by=boss, now=shift.end_at)
    not_received(shift=shift, by=wang, now=shift.end_at)
    assert shift.state == "pay_due"
    late = shift.end_at + timedelta(days=3)
    pay(shift=shift, by=boss, now=late)
    receive(shift=shift, by=wang, now=late)
    cast.firm.refresh_from_db()
    assert (cast.firm.paid_on_time, cast.firm.paid_late) == (0, 1)


def test_what_is_owed_and_what_was_received(cast):
    engagement = cast.agreed(cast.posting(), cast.wang)
    shift, boss = present(cast, engagement)
    wang = cast.as_worker(cast.wang)
    assert owed(engagement) == (0, 0)
    for by in (wang, boss):
        report(shift=shift, by=by, now=shift.end_at, minutes=shift.minutes)
    assert owed(engagement) == (180_00, 0)
    shift.refresh_from_db()
    receive(shift=shift, by=wang, now=shift.end_at)
    assert owed(engagement) == (0, 180_00), "a worker may say so before the employer does"
