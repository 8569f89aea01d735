"""A posting from the draft to its end: who may, what is asked, what the database refuses."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from lingong.employers.models import Employer, EmployerKind
from lingong.employers.register import register_firm
from lingong.jobs.change import offer_of, propose_change
from lingong.jobs.draft import save_draft, start_draft, submit
from lingong.jobs.facts import check_offer, fen_per_hour
from lingong.jobs.models import Posting
from lingong.jobs.publish import close, pause, refresh, resume
from lingong.jobs.review import accept, send_back
from lingong.lib.refusal import Refusal
from tests.cast import COUNTY, Cast, actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def code_of(act, **arguments):
    with pytest.raises(Refusal) as refused:
        act(**arguments)
    return refused.value.code


def test_an_unverified_employer_may_draft_but_not_submit(cast):
    person = cast.person("新老板", phone="13900000041")
    by = cast.as_worker(cast.wang)
    firm = register_firm(
        name="新厂",
        uscc="91350100M000100Y43",
        kind=EmployerKind.FIRM,
        region=COUNTY,
        person=person,
        by=by,
        now=cast.now,
    )
    draft = start_draft(employer=firm, by=by, now=cast.now, text="招人")
    save_draft(posting=draft, draft={"pay": "一百八"}, by=by, now=cast.now)
    offer = cast.offer(end=time(17))
    assert code_of(submit, posting=draft, offer=offer, by=by, now=cast.now) == "employers.unverified"
    draft.refresh_from_db()
    assert (draft.state, draft.draft, draft.source_text) == ("draft", {"pay": "一百八"}, "招人")


def test_a_blocked_employer_neither_submits_nor_stays_public(cast):
    posting = cast.posting()
    Employer.objects.filter(pk=cast.firm.pk).update(standing="blocked")
    assert not Posting.objects.public(cast.now).exists()
    draft = start_draft(employer=Employer.objects.get(pk=cast.firm.pk), by=actor(None), now=cast.now)
    offer = offer_of(posting.terms)
    assert code_of(submit, posting=draft, offer=offer, by=actor(None), now=cast.now) == "employers.blocked"


def test_nobody_reviews_what_they_submitted(cast):
    draft = start_draft(employer=cast.firm, by=actor(cast.clerk), now=cast.now)
    submit(posting=draft, offer=cast.offer(end=time(17)), by=actor(cast.clerk), now=cast.now)
    assert code_of(accept, posting=draft, by=actor(cast.clerk), now=cast.now) == "jobs.own_review"
    accept(posting=draft, by=actor(cast.reviewer), now=cast.now)


def test_sent_back_with_a_reason_and_submitted_again(cast):
    boss = cast.as_employer(cast.firm)
    draft = start_draft(employer=cast.firm, by=boss, now=cast.now)
    submit(posting=draft, offer=cast.offer(end=time(17)), by=boss, now=cast.now)
    staff = actor(cast.reviewer)
    assert code_of(send_back, posting=draft, reason=" ", by=staff, now=cast.now) == "jobs.reason"
    send_back(posting=draft, reason="地点写清楚些", by=staff, now=cast.now)
    assert draft.state == "draft"
    submit(posting=draft, offer=cast.offer(end=time(17), place="南门岗亭"), by=boss, now=cast.now)
    accept(posting=draft, by=staff, now=cast.now)
    states = list(draft.versions.order_by("number").values_list("state", "reason"))
    assert states == [("rejected", "地点写清楚些"), ("in_force", "")]


def test_the_review_clock_is_that_of_the_place(cast):
    boss = cast.as_employer(cast.firm)
    draft = start_draft(employer=cast.firm, by=boss, now=cast.now)
    submit(posting=draft, offer=cast.offer(end=time(17)), by=boss, now=cast.now)
    assert draft.review_due_at - draft.submitted_at == timedelta(minutes=30)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"headcount": 0}, "headcount"),
        ({"headcount": 501}, "headcount"),
        ({"pay_fen": 0}, "pay"),
        ({"trade": "no-such-trade"}, "trade"),
        ({"age_min": 15}, "age_min"),
        ({"age_max": 17}, "age_max"),
        ({"place": " "}, "place"),
        ({"settlement": ""}, "settlement"),
        ({"shifts": ()}, "start"),
        ({"task": "搬货，打 139 0000 0001"}, "task"),
        ({"place": "南门，１３９０００００００１"}, "place"),
    ],
)
def test_an_offer_says_what_the_law_asks(cast, wrong, field):
    with pytest.raises(Refusal) as refused:
        check_offer(replace(cast.offer(end=time(17)), **wrong), cast.now)
    assert refused.value.field == field


def test_shifts_lie_ahead_in_order_and_within_a_year(cast):
    offer = cast.offer(end=time(17))
    start, end = offer.shifts[0]
    for shifts, field in (
        ([(end, start)], "end"),
        ([(start, end), (start + timedelta(hours=1), end)], "end"),
        ([(cast.now - timedelta(hours=1), cast.now + timedelta(hours=1))], "start"),
        ([(start + timedelta(days=400), end + timedelta(days=400))], "start"),
        ([(start, start + timedelta(hours=25))], "end"),
    ):
        with pytest.raises(Refusal) as refused:
            check_offer(replace(offer, shifts=shifts), cast.now)
        assert refused.value.field == field


def test_the_database_refuses_a_place_too_many_whoever_writes(cast):
    posting = cast.posting(headcount=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Posting.objects.filter(pk=posting.pk).update(filled=2)


def test_paused_resumed_refreshed_closed(cast):
    posting, boss = cast.posting(first_day=date(2026, 12, 30)), cast.as_employer(cast.firm)
    pause(posting=posting, by=boss, now=cast.now)
    assert not Posting.objects.public(cast.now).exists()
    resume(posting=posting, by=boss, now=cast.now)
    expires = Posting.objects.get().expires_at
    later = cast.now + timedelta(days=3)
    refresh(posting=posting, by=boss, now=later)
    assert Posting.objects.get().expires_at == expires + timedelta(days=3)
    close(posting=posting, reason="enough", by=boss, now=later)
    assert code_of(resume, posting=posting, by=boss, now=later) == "jobs.state"


def test_headcount_does_not_fall_below_those_who_have_a_place(cast):
    posting = cast.posting(headcount=2)
    for worker in (cast.wang, cast.zhao):
        cast.confirmed(posting, worker)
    posting.refresh_from_db()
    change = replace(offer_of(posting.terms), headcount=1)
    boss = cast.as_employer(cast.firm)
    assert code_of(propose_change, posting=posting, offer=change, by=boss, now=cast.now) == "jobs.headcount"
    more = replace(offer_of(posting.terms), headcount=3)
    propose_change(posting=posting, offer=more, by=boss, now=cast.now)
    assert (
        code_of(propose_change, posting=posting, offer=more, by=boss, now=cast.now) == "jobs.change_waiting"
    )
    accept(posting=posting, by=actor(cast.reviewer), now=cast.now)
    assert (posting.state, posting.places_left) == ("published", 1)


@pytest.mark.parametrize(
    ("unit", "pay", "hourly"),
    [
        ("hour", 20_00, 20_00),
        ("day", 180_00, 16_36),
        ("month", 4350_00, 18_18),
        ("job", 330_00, 15_00),
        ("piece", 45, 0),
    ],
)
def test_the_hourly_equivalent_of_every_unit(cast, unit, pay, hourly):
    shifts = cast.offer(end=time(17), days=2).shifts  # eleven hours a day
    assert fen_per_hour(pay, unit, shifts) == hourly
