"""Every step is timed; same-day starts and no-shows are counted from the records."""

from datetime import date, time, timedelta

import pytest
from django.db.models import Q

from lingong.hiring.checkin import check_in, mark_absent
from lingong.hiring.timing import no_show_rate, same_day_start_rate, stages
from tests.cast import COUNTY, OTHER_COUNTY, Cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
DAY = {"first": TODAY, "last": TODAY}


@pytest.fixture
def cast():
    return Cast()


def came(cast, worker, **answers):
    engagement = cast.agreed(cast.posting(**answers), worker)
    shift = cast.shift(engagement)
    shift.engagement = engagement
    check_in(shift=shift, by=cast.as_employer(cast.firm), now=shift.start_at)
    engagement.refresh_from_db()
    return engagement


def test_each_step_has_its_minutes_and_an_open_one_none(cast):
    posting = cast.posting(first_day=TODAY, start=time(8), end=time(12))
    cast.now += timedelta(minutes=20)
    engagement = cast.confirmed(posting, cast.wang)
    assert [stage.minutes for stage in stages(engagement)] == [0, None, 0, None]
    cast.now += timedelta(minutes=10)
    assert [stage.name for stage in stages(engagement)] == ["发布", "洽谈", "确认", "到岗"]


def test_same_day_starts_and_absences_are_shares_of_what_was_counted(cast):
    today = {"first_day": TODAY, "start": time(8), "end": time(12)}
    came(cast, cast.wang, **today)
    missed = cast.agreed(cast.posting(**today), cast.zhao)
    shift = cast.shift(missed)
    mark_absent(shift=shift, by=cast.as_employer(cast.firm), now=shift.end_at)
    later = came(cast, cast.li, first_day=TODAY + timedelta(days=1))
    assert later.first_present_at is not None
    same = same_day_start_rate(**DAY)
    assert (same.part, same.whole, same.share) == (1, 1, 1.0)
    both = same_day_start_rate(first=TODAY, last=TODAY + timedelta(days=1))
    assert (both.part, both.whole) == (1, 2)
    absent = no_show_rate(**DAY)
    assert (absent.part, absent.whole, absent.share) == (1, 2, 0.5)


def test_nothing_to_count_is_no_share_and_other_places_do_not_count(cast):
    came(cast, cast.wang, first_day=TODAY, start=time(8), end=time(12))
    assert same_day_start_rate(first=TODAY - timedelta(days=9), last=TODAY - timedelta(days=8)).share is None
    here = Q(posting__region__startswith=COUNTY)
    there = Q(engagement__posting__region__startswith=OTHER_COUNTY)
    assert same_day_start_rate(**DAY, where=here).whole == 1
    assert no_show_rate(**DAY, where=there).share is None
