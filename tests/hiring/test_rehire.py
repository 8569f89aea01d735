"""The same people again, and only of the same employer."""

from datetime import date

import pytest

from lingong.hiring.checkin import check_in
from lingong.hiring.finish import report
from lingong.hiring.rehire import rehire
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def finished(cast, worker):
    engagement = cast.agreed(cast.posting(), worker)
    shift, boss = cast.shift(engagement), cast.as_employer(cast.firm)
    check_in(shift=shift, by=boss, now=shift.start_at)
    for by in (boss, cast.as_worker(worker)):
        report(shift=shift, by=by, now=shift.end_at, minutes=shift.minutes)
    return engagement.posting


def test_who_finished_is_invited_and_who_cannot_is_named(cast):
    earlier = finished(cast, cast.wang)
    again = cast.posting(first_day=date(2026, 11, 25))
    asked = {"earlier": earlier, "posting": again, "by": cast.as_employer(cast.firm), "now": cast.now}
    invited, refused = rehire(**asked)
    assert ([e.worker for e in invited], refused) == ([cast.wang], [])
    invited, refused = rehire(**asked)
    assert (invited, [refusal.code for refusal in refused]) == ([], ["hiring.already"])


def test_people_of_another_employer_are_not_invited(cast):
    earlier = finished(cast, cast.wang)
    other = cast.posting(cast.household, first_day=date(2026, 11, 25))
    by = cast.as_employer(cast.household)
    assert rehire(earlier=earlier, posting=other, by=by, now=cast.now) == ([], [])
