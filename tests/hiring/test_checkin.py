"""Being there: by the code of the site, by the employer, at the counter; absences and their correction."""

from datetime import timedelta

import pytest

from lingong.hiring.checkin import MAX_TRIES, check_in, excuse, mark_absent, site_code
from lingong.journal.actor import Side, Via
from lingong.lib.clock import local
from lingong.lib.refusal import Refusal
from lingong.workers.models import Taken
from tests.cast import Cast, actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def shift(cast):
    engagement = cast.agreed(cast.posting(), cast.wang)
    shift = cast.shift(engagement)
    shift.engagement = engagement
    return shift


def refused(expected, act, /, **arguments):
    with pytest.raises(Refusal) as caught:
        act(**arguments)
    assert caught.value.code == expected


def right_code(shift):
    return site_code(shift.engagement.posting, local(shift.start_at).date())


def test_the_code_of_the_site_makes_present(cast, shift):
    check_in(shift=shift, by=cast.as_worker(cast.wang), now=shift.start_at, code=f" {right_code(shift)} ")
    shift.engagement.refresh_from_db()
    assert (shift.state, shift.present_how, shift.engagement.state) == ("present", "code", "working")
    assert shift.engagement.first_present_at == shift.start_at


def test_the_code_is_another_every_day_and_for_every_posting(cast, shift):
    posting, day = shift.engagement.posting, local(shift.start_at).date()
    codes = {site_code(posting, day + timedelta(days=n)) for n in range(50)}
    assert len(codes) > 45
    assert all(len(code) == 6 and code.isdigit() for code in codes)


def test_five_wrong_codes_send_to_a_person(cast, shift):
    wang, wrong = cast.as_worker(cast.wang), f"{(int(right_code(shift)) + 1) % 1_000_000:06d}"
    for _ in range(MAX_TRIES):
        refused("hiring.code", check_in, shift=shift, by=wang, now=shift.start_at, code=wrong)
    refused("hiring.code_tries", check_in, shift=shift, by=wang, now=shift.start_at, code=right_code(shift))
    check_in(shift=shift, by=cast.as_employer(cast.firm), now=shift.start_at)
    assert shift.present_how == "employer"


def test_not_hours_before_and_not_after_the_end(cast, shift):
    wang = {"shift": shift, "by": cast.as_worker(cast.wang), "code": right_code(shift)}
    refused("hiring.too_early", check_in, now=shift.start_at - timedelta(hours=2, minutes=1), **wang)
    refused("hiring.too_late", check_in, now=shift.end_at + timedelta(seconds=1), **wang)
    check_in(now=shift.start_at - timedelta(hours=2), **wang)


def test_the_counter_needs_no_code_and_is_named(cast, shift):
    by = actor(cast.clerk, Side.WORKER, Via.DESK, str(cast.wang.person.public_id))
    check_in(shift=shift, by=by, now=shift.start_at)
    assert shift.present_how == "desk"


def test_nobody_checks_in_before_both_signed(cast):
    engagement = cast.confirmed(cast.posting(), cast.wang)
    shift = cast.shift(engagement)
    refused("hiring.state", check_in, shift=shift, by=cast.as_employer(cast.firm), now=shift.start_at)
    shift.refresh_from_db()
    assert shift.state == "due", "the whole act was rolled back"


def test_an_absence_frees_the_time_and_ends_a_one_day_gig(cast, shift):
    boss = cast.as_employer(cast.firm)
    refused("hiring.not_begun", mark_absent, shift=shift, by=boss, now=shift.start_at - timedelta(minutes=1))
    mark_absent(shift=shift, by=boss, now=shift.start_at + timedelta(minutes=40))
    posting = shift.engagement.posting
    posting.refresh_from_db()
    shift.engagement.refresh_from_db()
    assert (shift.engagement.state, posting.filled) == ("no_show", 0)
    assert not Taken.objects.exists()


def test_an_absence_that_was_wrong_is_corrected(cast):
    engagement = cast.agreed(cast.posting(days=2), cast.wang)
    shift = cast.shift(engagement)
    shift.engagement = engagement
    boss = cast.as_employer(cast.firm)
    mark_absent(shift=shift, by=boss, now=shift.start_at + timedelta(minutes=40))
    excuse(shift=shift, by=boss, now=shift.start_at + timedelta(minutes=50))
    cast.wang.refresh_from_db()
    assert (shift.state, cast.wang.absent, Taken.objects.count()) == ("present", 0, 2)
