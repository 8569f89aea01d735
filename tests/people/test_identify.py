"""Real name: the number checks out, then a clerk or a provider says it is the person's."""

from datetime import date, timedelta

import pytest

from lingong.employers.register import register_household
from lingong.journal.actor import Side
from lingong.journal.models import Event
from lingong.lib.identity import demo_id
from lingong.lib.refusal import Refusal
from lingong.people.identify import (
    FAILED_A_DAY,
    second_fact_matches,
    second_fact_question,
    state_identity,
    verify,
)
from lingong.people.models import IdentityCheck, Person, RealName
from tests.cast import COUNTY, SATURDAY, Cast, actor

pytestmark = pytest.mark.django_db
BORN = date(1988, 3, 9)
NUMBER = demo_id(COUNTY, BORN)
COUNTER = IdentityCheck.Method.COUNTER


class Says:
    """A provider that answers no."""

    def matches(self, *, name, number):
        return False


@pytest.fixture
def cast() -> Cast:
    return Cast()


def newcomer(cast, phone="13900000011", name="周小满") -> Person:
    return cast.person(name, phone=phone, verified=False)


def state(person, number=NUMBER, **facts):
    return state_identity(
        person=person, number=number, by=actor(person.account, Side.WORKER), now=facts.get("now", SATURDAY)
    )


def see(cast, person, *, passed=True):
    verify(person=person, method=COUNTER, passed=passed, by=actor(cast.clerk), now=SATURDAY)
    person.refresh_from_db()


def test_a_number_is_stated_first_and_verified_at_the_counter(cast):
    person = state(newcomer(cast))
    assert (person.real_name_level, person.birth_date) == (RealName.STATED, "1988-03-09")
    see(cast, person, passed=False)
    assert person.real_name_level == RealName.STATED
    see(cast, person)
    assert (person.is_verified, person.verified_at) == (True, SATURDAY)
    assert [c.passed for c in person.identity_checks.order_by("pk")] == [False, True]


def test_a_number_with_a_slip_is_refused_beside_its_field(cast):
    with pytest.raises(Refusal, match="最后一位") as refused:
        state(newcomer(cast), number=NUMBER[:-1] + ("1" if NUMBER[-1] != "1" else "2"))
    assert refused.value.field == "number"


def test_numbers_never_issued_are_for_the_demo_only(cast, settings):
    person = newcomer(cast)
    settings.DEMO = False
    with pytest.raises(Refusal, match="演示用"):
        state(person)
    assert not Person.objects.get(pk=person.pk).id_number


def test_a_number_belongs_to_one_record(cast):
    state(newcomer(cast))
    with pytest.raises(Refusal, match="已经登记过") as refused:
        state(newcomer(cast, phone="13900000012", name="周大满"))
    assert refused.value.field == "number"


def test_nothing_to_verify_without_a_number(cast):
    with pytest.raises(Refusal, match="还没有填证件号"):
        see(cast, newcomer(cast))


def test_a_verified_number_is_not_overwritten_even_from_a_page_opened_before(cast):
    person = newcomer(cast)
    stale = Person.objects.get(pk=person.pk)
    see(cast, state(person))
    with pytest.raises(Refusal, match="已经实名"):
        state(stale, number=demo_id(COUNTY, date(1990, 1, 1)))
    person.refresh_from_db()
    assert (person.id_number, person.is_verified) == (NUMBER, True)


def test_a_provider_confirms_at_once(cast, settings):
    settings.REAL_NAME_PROVIDER = "lingong.people.identify.DemoProvider"
    assert state(newcomer(cast)).is_verified


def test_a_provider_that_says_no_leaves_the_number_stated_and_is_not_asked_for_ever(cast, settings):
    settings.REAL_NAME_PROVIDER = f"{__name__}.Says"
    person = newcomer(cast)
    for _ in range(FAILED_A_DAY):
        assert state(person).real_name_level == RealName.STATED
    with pytest.raises(Refusal, match="明天再试"):
        state(person)
    state(person, now=SATURDAY + timedelta(hours=25))


# --- The roles hear of it --------------------------------------------------------------------------------


def test_a_worker_registered_before_gets_the_month_of_birth(cast):
    worker = cast.worker("周小满", phone="13900000011", verified=False)
    assert worker.born_month_date is None
    state(worker.person)
    worker.refresh_from_db()
    assert worker.born_month_date == date(1988, 4, 1)  # rounded so that nobody is taken for older


def test_a_household_is_verified_with_its_person(cast):
    person = newcomer(cast)
    household = register_household(person=person, by=actor(person.account, Side.EMPLOYER), now=SATURDAY)
    see(cast, state(person))
    household.refresh_from_db()
    assert household.verified_at == SATURDAY
    assert Event.objects.filter(kind="employers.verified").count() == 1


def test_people_stand_without_any_role_above(cast, settings):
    settings.AFTER_IDENTITY = []
    worker = cast.worker("周小满", phone="13900000011", verified=False)
    see(cast, state(worker.person))
    worker.refresh_from_db()
    assert worker.born_month_date is None
    assert worker.person.is_verified


# --- What only the person knows ----------------------------------------------------------------------------


def test_the_second_fact_is_the_end_of_the_paper_else_the_name(cast):
    person = newcomer(cast)
    assert second_fact_question(person) == "您登记的姓名"
    assert second_fact_matches(person, " 周小满 ")
    assert not second_fact_matches(person, "")
    person = state(person)
    assert second_fact_question(person) == "您证件号的最后 4 位"
    assert second_fact_matches(person, NUMBER[-4:].lower())
    assert not second_fact_matches(person, "周小满")
