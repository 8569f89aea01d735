"""The small city shows every point of the line, and nobody in it is real."""

from datetime import timedelta

import pytest

from lingong.demo.who import who_can_sign_in
from lingong.employers.models import Employer, EmployerKind
from lingong.hiring.line import ShiftState, State
from lingong.hiring.models import Engagement, Rating, Shift
from lingong.jobs.models import Posting
from lingong.jobs.states import PostingState
from lingong.journal.models import Event, Pending
from lingong.lib.clock import day_bounds, today
from lingong.lib.identity import is_demo
from lingong.markets.enter import picture
from lingong.markets.models import Market
from lingong.people.models import Delivery, Message, Person
from lingong.workers.models import Worker

from .conftest import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_city")]


def test_no_verb_refused(small_city):
    assert small_city.refused == []


def test_postings_in_every_state():
    assert set(Posting.objects.values_list("state", flat=True)) == set(PostingState.values)
    assert 55 <= Posting.objects.count() <= 70
    assert Posting.objects.open(NOW).count() >= 20


def test_engagements_at_every_point():
    assert set(Engagement.objects.values_list("state", flat=True)) == set(State.values)
    assert set(Shift.objects.values_list("state", flat=True)) >= {
        ShiftState.DUE, ShiftState.PRESENT, ShiftState.ABSENT, ShiftState.PAY_DUE, ShiftState.RECEIVED,
    }  # fmt: skip
    assert not Engagement.objects.filter(started_at__gt=NOW).exists()
    assert Engagement.objects.earliest("started_at").started_at < NOW - timedelta(days=12)


def test_a_wage_is_overdue_and_both_sides_were_told():
    unpaid = Shift.objects.filter(state=ShiftState.PAY_DUE, due_date__lt=today(NOW))
    assert unpaid.count() >= 2
    assert all(shift.overdue_told_at is not None for shift in unpaid)


def test_shifts_of_today_and_an_offer_that_still_stands():
    start, end = day_bounds(today(NOW))
    assert Shift.objects.filter(start_at__gte=start, start_at__lt=end).count() >= 10
    assert Shift.objects.filter(
        state=ShiftState.DUE, start_at__range=(NOW, NOW + timedelta(hours=2))
    ).exists()
    assert Engagement.objects.filter(state=State.OFFERED, answer_by_at__gt=NOW).count() >= 2


def test_ratings_some_with_a_reply():
    assert Rating.objects.count() >= 30
    assert Rating.objects.exclude(replied_at=None).exists()


def test_inboxes_and_a_list_of_calls():
    assert Message.objects.count() > 100
    waiting = Delivery.objects.filter(channel=Delivery.Channel.CALL, state=Delivery.State.QUEUED)
    assert waiting.exists()
    assert not waiting.filter(message__person__has_smartphone=True).exists()
    assert (
        not Delivery.objects.filter(channel=Delivery.Channel.SMS).exclude(state=Delivery.State.SENT).exists()
    )
    assert not Pending.objects.exists()


def test_the_journal_reads_in_the_order_of_time():
    moments = list(Event.objects.order_by("pk").values_list("at", flat=True))
    assert moments == sorted(moments)


def test_one_city_market_five_county_markets_and_stations_all_marked():
    assert picture("3213") == {"city": 1, "county": 5, "station": 10, "window": 5}
    assert not Market.objects.exclude(name__endswith="（演示）", address__contains="演示").exists()


def test_nobody_is_real():
    people = list(Person.objects.all())
    assert len({person.id_number for person in people}) == len(people) == 145
    assert all(is_demo(person.id_number) and person.is_verified for person in people)
    assert all(person.phone == "" or person.phone.startswith("139000") for person in people)
    assert (
        not Employer.objects.exclude(organisation=None)
        .exclude(organisation__name__endswith="（演示）")
        .exists()
    )


def test_a_third_of_the_workers_have_no_smartphone_and_every_kind_of_employer_is_there():
    assert Worker.objects.filter(person__has_smartphone=False, person__account=None).count() == 40
    assert set(Employer.objects.values_list("kind", flat=True)) == set(EmployerKind.values)
    assert not Employer.objects.filter(verified_at=None).exists()


def test_who_can_sign_in():
    text = who_can_sign_in(NOW)
    for what in ("今天有班", "等着确认的邀请", "工钱过期没付", "候选人等答复", "家庭雇主", "inspector"):
        assert what in text
