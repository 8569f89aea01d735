"""A confirmation takes the place and the time, or nothing at all."""

from datetime import date, time, timedelta

import pytest

from lingong.hiring.apply import apply, grab
from lingong.hiring.confirm import confirm, offer
from lingong.hiring.invite import invite, propose
from lingong.hiring.leave import cancel, decline, withdraw
from lingong.hiring.models import Engagement
from lingong.jobs.models import Posting
from lingong.journal.models import Event
from lingong.lib.refusal import Refusal
from lingong.workers.models import Taken
from lingong.workers.register import see_certificate
from tests.cast import Cast, actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def code_of(act, **arguments):
    with pytest.raises(Refusal) as refused:
        act(**arguments)
    return refused.value.code


def test_the_last_place_goes_to_one(cast):
    posting = cast.posting(headcount=1)
    cast.confirmed(posting, cast.wang)
    posting.refresh_from_db()
    assert (posting.state, posting.filled) == ("full", 1)
    by = cast.as_worker(cast.zhao)
    assert code_of(apply, worker=cast.zhao, posting=posting, by=by, now=cast.now) == "jobs.full"


def test_two_offers_on_one_place_the_second_yes_is_refused_and_leaves_nothing(cast):
    posting = cast.posting(headcount=1)
    boss = cast.as_employer(cast.firm)
    first, second = (invite(worker=w, posting=posting, by=boss, now=cast.now) for w in (cast.wang, cast.zhao))
    confirm(engagement=first, by=cast.as_worker(cast.wang), now=cast.now)
    assert code_of(confirm, engagement=second, by=cast.as_worker(cast.zhao), now=cast.now) == "jobs.full"
    second.refresh_from_db()
    assert second.state == "offered"
    assert not Taken.objects.filter(worker=cast.zhao).exists()
    assert Event.objects.filter(kind="hiring.confirmed").count() == 1


def test_grabbing_takes_the_place_at_once(cast):
    posting = cast.posting(instant=True)
    engagement = grab(worker=cast.wang, posting=posting, by=cast.as_worker(cast.wang), now=cast.now)
    posting.refresh_from_db()
    assert (engagement.state, posting.filled) == ("confirmed", 1)


def test_a_posting_without_grabbing_cannot_be_grabbed(cast):
    posting = cast.posting()
    by = cast.as_worker(cast.wang)
    assert code_of(grab, worker=cast.wang, posting=posting, by=by, now=cast.now) == "hiring.not_instant"


def test_applying_twice_is_one_application(cast):
    posting = cast.posting()
    by = cast.as_worker(cast.wang)
    apply(worker=cast.wang, posting=posting, by=by, now=cast.now)
    assert code_of(apply, worker=cast.wang, posting=posting, by=by, now=cast.now) == "hiring.already"
    assert Engagement.objects.count() == 1


def test_after_withdrawing_one_may_apply_again(cast):
    posting = cast.posting()
    by = cast.as_worker(cast.wang)
    first = apply(worker=cast.wang, posting=posting, by=by, now=cast.now)
    withdraw(engagement=first, reason="other_work", by=by, now=cast.now)
    assert apply(worker=cast.wang, posting=posting, by=by, now=cast.now).state == "applied"


def test_an_unverified_worker_is_not_confirmed(cast):
    worker = cast.worker("周三", phone="13900000008", verified=False)
    engagement = invite(worker=worker, posting=cast.posting(), by=cast.as_employer(cast.firm), now=cast.now)
    assert (
        code_of(confirm, engagement=engagement, by=cast.as_worker(worker), now=cast.now)
        == "hiring.unverified"
    )


def test_a_minor_is_not_confirmed_for_work_that_wants_adults(cast):
    worker = cast.worker("小周", phone="13900000008", born=date(2010, 3, 1))
    engagement = invite(worker=worker, posting=cast.posting(), by=cast.as_employer(cast.firm), now=cast.now)
    assert (
        code_of(confirm, engagement=engagement, by=cast.as_worker(worker), now=cast.now) == "hiring.under_age"
    )


def test_a_certificate_that_was_seen_and_is_valid_opens_the_work(cast):
    posting = cast.posting(certificates="叉车证")
    engagement = invite(worker=cast.wang, posting=posting, by=cast.as_employer(cast.firm), now=cast.now)
    by = cast.as_worker(cast.wang)
    assert code_of(confirm, engagement=engagement, by=by, now=cast.now) == "hiring.certificate"
    staff = actor(cast.clerk)
    see_certificate(worker=cast.wang, kind="叉车证", valid_until=date(2026, 11, 20), by=staff, now=cast.now)
    assert code_of(confirm, engagement=engagement, by=by, now=cast.now) == "hiring.certificate", (
        "it ran out yesterday"
    )
    see_certificate(worker=cast.wang, kind="叉车证", valid_until=date(2027, 1, 1), by=staff, now=cast.now)
    confirm(engagement=engagement, by=by, now=cast.now)


def test_an_offer_stands_only_for_its_time(cast):
    engagement = invite(
        worker=cast.wang, posting=cast.posting(), by=cast.as_employer(cast.firm), now=cast.now
    )
    late = engagement.answer_by_at
    assert (
        code_of(confirm, engagement=engagement, by=cast.as_worker(cast.wang), now=late) == "hiring.too_late"
    )


def test_terms_that_changed_under_the_eyes_are_refused(cast):
    posting = cast.posting()
    engagement = invite(worker=cast.wang, posting=posting, by=cast.as_employer(cast.firm), now=cast.now)
    by = cast.as_worker(cast.wang)
    seen = posting.terms.number + 1
    assert (
        code_of(confirm, engagement=engagement, by=by, now=cast.now, terms_seen=seen)
        == "hiring.terms_changed"
    )


def test_the_other_side_cannot_say_ones_yes(cast):
    posting = cast.posting()
    engagement = apply(worker=cast.wang, posting=posting, by=cast.as_worker(cast.wang), now=cast.now)
    deadline = cast.now + timedelta(minutes=30)
    asked = {"engagement": engagement, "now": cast.now}
    assert code_of(offer, **asked, by=cast.as_worker(cast.wang), answer_by=deadline) == "hiring.side"
    offer(**asked, by=cast.as_employer(cast.firm), answer_by=deadline)
    assert code_of(confirm, **asked, by=cast.as_employer(cast.firm)) == "hiring.side"


def test_a_clerk_brings_both_together(cast):
    posting = cast.posting()
    engagement = propose(worker=cast.li, posting=posting, by=actor(cast.clerk), now=cast.now)
    offer(
        engagement=engagement, by=cast.as_employer(cast.firm), now=cast.now,
        answer_by=cast.now + timedelta(minutes=30),
    )  # fmt: skip
    confirm(engagement=engagement, by=cast.as_worker(cast.li), now=cast.now)
    assert (engagement.state, engagement.origin) == ("confirmed", "proposed")


@pytest.mark.parametrize("way_out", ["withdraw", "cancel"])
def test_leaving_a_full_posting_opens_it_again_and_frees_the_time(cast, way_out):
    posting = cast.posting(headcount=1)
    engagement = cast.confirmed(posting, cast.wang)
    if way_out == "withdraw":
        withdraw(engagement=engagement, reason="unwell", by=cast.as_worker(cast.wang), now=cast.now)
    else:
        cancel(engagement=engagement, reason="work_off", by=cast.as_employer(cast.firm), now=cast.now)
    posting.refresh_from_db()
    assert (posting.state, posting.filled) == ("published", 0)
    assert not Taken.objects.exists()


def test_nobody_hires_themselves(cast):
    household = cast.household
    posting = cast.posting(household)
    person = household.person
    from_home = cast.worker("刘芳二", phone="13900000019")
    type(from_home).objects.filter(pk=from_home.pk).update(person=person)
    from_home.refresh_from_db()
    by = cast.as_worker(from_home)
    assert code_of(apply, worker=from_home, posting=posting, by=by, now=cast.now) == "hiring.own_posting"


def test_a_reason_must_be_one_of_the_list(cast):
    posting = cast.posting(start=time(8), end=time(12), first_day=date(2026, 11, 22))
    engagement = apply(worker=cast.wang, posting=posting, by=cast.as_worker(cast.wang), now=cast.now)
    by = cast.as_employer(cast.firm)
    assert code_of(decline, engagement=engagement, reason="想不起来", by=by, now=cast.now) == "hiring.reason"
    assert Posting.objects.get().filled == 0
