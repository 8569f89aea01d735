"""The bulk form of the verbs against the single ones: the same rows, the same refusals, nothing half-written."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.db import transaction

from lingong.accounts.models import User
from lingong.employers.bulk import EmployerRow, register_employers
from lingong.employers.models import Employer, EmployerKind, Member
from lingong.employers.register import register_firm, register_household
from lingong.employers.register import verify as verify_employer
from lingong.jobs.bulk import PostingRow, publish_postings
from lingong.jobs.draft import start_draft, submit
from lingong.jobs.facts import daily_shifts
from lingong.jobs.models import Posting, Terms, TermsShift
from lingong.jobs.review import accept
from lingong.journal.actor import Via
from lingong.journal.models import Event, Pending
from lingong.lib import batch
from lingong.lib.identity import demo_id
from lingong.lib.refusal import Refusal
from lingong.people.bulk import PersonRow, register_people
from lingong.people.identify import state_identity, verify
from lingong.people.models import Consent, IdentityCheck, Message, Organisation, Person
from lingong.people.register import register
from lingong.workers.bulk import WorkerRow, register_workers
from lingong.workers.models import Worker, WorkerTrade
from lingong.workers.register import register_worker

from ..cast import COUNTY, SENTENCE, USCC, Cast, actor

pytestmark = pytest.mark.django_db
OWN = {"id", "public_id", "created_at", "password"}  # differs from row to row whoever writes it
PEOPLE = (User, Person, Consent, IdentityCheck)
WORKER_FACTS = ("trades", "region", "lat", "lon", "reach_km", "floor_fen_per_hour")


def paper(n: int) -> str:
    return demo_id(COUNTY, date(1975, 3, 4) + timedelta(days=n))


WITH_PHONE = PersonRow("钱一", COUNTY, phone="13900010001", has_account=True, id_number=paper(1))
AT_COUNTER = PersonRow(
    "孙二", COUNTY, phone="139-0001-0002", sex="F", has_smartphone=False, id_number=paper(2), paper_seen=True
)
NAME_ONLY = PersonRow(" 李三 ", COUNTY)


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def by(cast):
    return actor(cast.clerk, via=Via.COMMAND)


@pytest.fixture(params=["", "lingong.people.identify.DemoProvider"], ids=["no provider", "provider"])
def provider(settings, request):
    settings.REAL_NAME_PROVIDER = request.param


def rows_of(*models):
    """Every column of every row; foreign keys by the place, in its table, of what they point at."""
    return {model.__name__: [_columns(row) for row in model.objects.order_by("pk")] for model in models}


def _columns(row):
    return {
        field.name: _place(field, row) if field.is_relation else getattr(row, field.name)
        for field in row._meta.fields
        if field.name not in OWN
    }


def _place(field, row):
    target = getattr(row, field.attname)
    return target and field.related_model.objects.filter(pk__lte=target).count()


def by_single_verbs(write, *models):
    """The rows the single verbs write, taken back afterwards."""
    before = transaction.savepoint()
    write()
    rows = rows_of(*models)
    transaction.savepoint_rollback(before)
    return rows


def single_person(row, by, now):
    phone = row.phone.replace("-", "")
    account = User.objects.create_citizen(phone=phone) if row.has_account else None
    person = register(
        name=row.name, region=row.region, account=account, phone=phone, sex=row.sex,
        has_smartphone=row.has_smartphone, by=by, now=now,
    )  # fmt: skip
    if row.id_number:
        person = state_identity(person=person, number=row.id_number, by=by, now=now)
    if row.paper_seen:
        verify(person=person, method=IdentityCheck.Method.COUNTER, passed=True, by=by, now=now)
    return Person.objects.get(pk=person.pk)


def single_worker(row, by, now):
    facts = {name: getattr(row, name) for name in WORKER_FACTS}
    register_worker(person=single_person(row.person, by, now), by=by, now=now, **facts)


def single_employer(row, by, now):
    person = single_person(row.person, by, now)
    if row.kind == EmployerKind.HOUSEHOLD:
        employer = register_household(person=person, by=by, now=now)
    else:
        employer = register_firm(
            name=row.name, uscc=row.uscc, kind=row.kind, region=COUNTY, person=person, address=row.address,
            by=by, now=now,
        )  # fmt: skip
    if row.verified:
        verify_employer(employer=employer, by=by, now=now)


@pytest.mark.usefixtures("provider")
def test_workers_are_the_same_rows(cast, by):
    rows = [
        WorkerRow(
            WITH_PHONE, ["mason", "labourer"], lat=33.95, lon=118.33, reach_km=8, floor_fen_per_hour=2500
        ),
        WorkerRow(AT_COUNTER, ["cleaner"], region="321302"),
        WorkerRow(NAME_ONLY, ["porter", "porter"]),
    ]
    tables = (*PEOPLE, Worker, WorkerTrade)
    expected = by_single_verbs(lambda: [single_worker(row, by, cast.now) for row in rows], *tables)
    report = register_workers(rows, by=by, now=cast.now)
    assert report.refused == []
    assert report.written == [str(w.public_id) for w in Worker.objects.order_by("pk")]
    assert rows_of(*tables) == expected


@pytest.mark.usefixtures("provider")
def test_employers_are_the_same_rows(cast, by):
    rows = [
        EmployerRow(
            WITH_PHONE, EmployerKind.FIRM, name=" 宿城建材 ", uscc=USCC.lower(), address="路", verified=True
        ),
        EmployerRow(AT_COUNTER, EmployerKind.HOUSEHOLD, verified=True),
        EmployerRow(NAME_ONLY, EmployerKind.HOUSEHOLD),
    ]
    tables = (*PEOPLE, Organisation, Employer, Member)
    expected = by_single_verbs(lambda: [single_employer(row, by, cast.now) for row in rows], *tables)
    assert register_employers(rows, by=by, now=cast.now).refused == []
    assert rows_of(*tables) == expected


def test_postings_are_the_same_rows(cast, by):
    reviewer, now, firm = actor(cast.reviewer), cast.now, cast.firm
    offer = cast.offer(end=time(17), certificates="电工证", task=" 搬砖 ", age_max=60)
    days = replace(offer, shifts=daily_shifts(date(2026, 11, 30), 3, time(20), time(4)), lat=None, lon=None)
    rows = [PostingRow(firm, offer, SENTENCE), PostingRow(firm, days, instant=True)]

    def singly():
        for row in rows:
            draft = start_draft(employer=firm, by=by, now=now, text=row.text)
            submit(posting=draft, offer=row.offer, by=by, now=now, instant=row.instant)
            accept(posting=draft, by=reviewer, now=now)

    tables = (Posting, Terms, TermsShift)
    expected = by_single_verbs(singly, *tables)
    assert publish_postings(rows, by=by, reviewer=reviewer, now=now).refused == []
    assert rows_of(*tables) == expected
    assert Posting.objects.open(now).count() == 2


def refused_singly(write):
    """The refusal of the single verbs, which leave nothing behind."""
    with pytest.raises(Refusal) as refused, transaction.atomic():
        write()
    return refused.value


@pytest.mark.parametrize(
    "bad",
    [
        {"name": "  "},
        {"id_number": "321311197503040000"},
        {"id_number": paper(1)},  # taken by the row before it
        {"id_number": "", "paper_seen": True},
    ],
)
def test_a_bad_person_is_refused_with_the_same_words_and_the_others_stand(cast, by, bad):
    good = PersonRow("周四", COUNTY, id_number=paper(3))
    rows = [WITH_PHONE, replace(good, **bad), replace(good, name="吴五", id_number=paper(4))]
    before = transaction.savepoint()
    single_person(rows[0], by, cast.now)
    expected = refused_singly(lambda: single_person(rows[1], by, cast.now))
    transaction.savepoint_rollback(before)
    report = register_people(rows, by=by, now=cast.now)
    assert [(n, vars(refusal)) for n, refusal in report.refused] == [(1, vars(expected))]
    assert list(Person.objects.order_by("pk").values_list("name", flat=True)) == ["钱一", "吴五"]
    assert Consent.objects.count() == 2 + 3


def test_the_demo_number_stays_in_the_demo(cast, by, settings):
    settings.DEMO = False
    expected = refused_singly(lambda: single_person(WITH_PHONE, by, cast.now))
    report = register_people([WITH_PHONE], by=by, now=cast.now)
    assert [(n, vars(refusal)) for n, refusal in report.refused] == [(0, vars(expected))]
    assert not Person.objects.exists()


def test_bad_workers(cast, by):
    rows = [
        WorkerRow(WITH_PHONE, []),
        WorkerRow(AT_COUNTER, ["mason"], reach_km=0),
        WorkerRow(replace(NAME_ONLY, phone="13900010002", has_account=True), ["mason"]),
        WorkerRow(replace(NAME_ONLY, phone="13900010002", has_account=True), ["mason"]),
        WorkerRow(replace(NAME_ONLY, phone="12345"), ["mason"]),
    ]
    expected = refused_singly(lambda: single_worker(rows[0], by, cast.now))
    report = register_workers(rows, by=by, now=cast.now)
    codes = ["workers.no_trade", "workers.reach", "people.phone_taken", "people.phone"]
    assert [(n, refusal.code) for n, refusal in report.refused] == list(zip((0, 1, 3, 4), codes, strict=True))
    assert vars(report.refused[0][1]) == vars(expected)
    assert (Person.objects.count(), Worker.objects.count(), WorkerTrade.objects.count()) == (1, 1, 1)


def test_bad_employers(cast, by):
    firm = EmployerRow(WITH_PHONE, EmployerKind.FIRM, name="宿城建材", uscc=USCC)
    rows = [
        firm,
        replace(firm, person=NAME_ONLY),
        replace(firm, person=NAME_ONLY, uscc=USCC[:-1] + "4"),
        EmployerRow(NAME_ONLY, EmployerKind.HOUSEHOLD, verified=True),
    ]
    before = transaction.savepoint()
    single_employer(rows[0], by, cast.now)
    expected = [vars(refused_singly(lambda row=row: single_employer(row, by, cast.now))) for row in rows[1:]]
    transaction.savepoint_rollback(before)
    report = register_employers(rows, by=by, now=cast.now)
    assert [n for n, _ in report.refused] == [1, 2, 3]
    assert [vars(refusal) for _, refusal in report.refused] == expected
    assert (Person.objects.count(), Organisation.objects.count(), Member.objects.count()) == (1, 1, 1)


def test_bad_postings(cast, by):
    now, firm, reviewer = cast.now, cast.firm, actor(cast.reviewer)
    offer = cast.offer(end=time(17))
    Employer.objects.filter(pk=cast.household.pk).update(verified_at=None)
    cast.household.refresh_from_db()
    bad = [replace(offer, headcount=0), replace(offer, shifts=[]), replace(offer, place=" ")]
    rows = [PostingRow(firm, one) for one in [offer, *bad]] + [PostingRow(cast.household, offer)]

    def singly(row):
        draft = start_draft(employer=row.employer, by=by, now=now)
        submit(posting=draft, offer=row.offer, by=by, now=now)

    expected = [vars(refused_singly(lambda row=row: singly(row))) for row in rows[1:]]
    report = publish_postings(rows, by=by, reviewer=reviewer, now=now)
    assert [vars(refusal) for _, refusal in report.refused] == expected
    assert Posting.objects.count() == Terms.objects.count() == 1


def test_whoever_brings_postings_does_not_review_them(cast, by):
    with pytest.raises(Refusal, match="另一位"):
        publish_postings([], by=by, reviewer=by, now=cast.now)
    with pytest.raises(Refusal, match="另一方"):
        publish_postings([], by=by, reviewer=cast.as_employer(cast.firm), now=cast.now)


def test_one_event_a_chunk_and_followers_cope(cast, by, monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(batch, "CHUNK", 2)
    firm, reviewer = cast.firm, actor(cast.reviewer)
    rows = [PostingRow(firm, cast.offer(end=time(17))) for _ in range(5)]
    steps = []
    with django_capture_on_commit_callbacks(execute=True):
        report = publish_postings(
            rows, by=by, reviewer=reviewer, now=cast.now, progress=lambda *step: steps.append(step)
        )
    events = Event.objects.filter(kind="jobs.published").order_by("pk")
    assert steps == [(2, 5), (4, 5), (5, 5)]
    assert [event.object_kind for event in events] == ["batch"] * 3
    assert [public_id for event in events for public_id in event.data["postings"]] == report.written
    assert not Pending.objects.filter(event__in=events).exists()
    assert not Message.objects.exists()
