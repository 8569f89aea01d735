"""Entering people: few facts, sealed at rest, consents that can be taken back."""

from datetime import date

import pytest
from django.db import connection

from lingong.journal.actor import Side
from lingong.journal.models import Event
from lingong.lib.identity import demo_id
from lingong.lib.refusal import Refusal
from lingong.people.identify import state_identity
from lingong.people.models import Consent, Person, RealName, contact_index
from lingong.people.organisations import register_organisation
from lingong.people.register import edit, give_consent, register, withdraw_consent
from tests.cast import COUNTY, OTHER_COUNTY, SATURDAY, USCC, Cast, actor

pytestmark = pytest.mark.django_db
NUMBER = demo_id(COUNTY, date(1971, 5, 7))


def test_a_name_and_a_district_are_enough():
    cast = Cast()
    user = cast.stranger
    person = register(name=" 周小满 ", region=COUNTY, account=user, by=actor(user, Side.WORKER), now=SATURDAY)
    assert (person.name, person.phone, person.real_name_level) == ("周小满", user.phone, RealName.PHONE)
    assert person.phone_index == contact_index("13900009999")
    assert [c.purpose for c in person.consents.all()] == [Consent.Purpose.SERVICE]


def test_at_the_counter_the_clerk_is_named_and_help_is_consented_to():
    cast = Cast()
    person = register(name="孙有田", region=COUNTY, by=actor(cast.clerk), now=SATURDAY, has_smartphone=False)
    assert person.registered_by == str(cast.clerk.public_id)
    assert person.real_name_level == RealName.NONE
    assert {c.purpose for c in person.consents.all()} == {"service", "assisted"}


def test_no_name_and_no_second_record_of_one_account():
    cast = Cast()
    user = cast.stranger
    with pytest.raises(Refusal, match="请填姓名"):
        register(name="  ", region=COUNTY, account=user, by=actor(user), now=SATURDAY)
    register(name="周小满", region=COUNTY, account=user, by=actor(user), now=SATURDAY)
    with pytest.raises(Refusal, match="已经登记过"):
        register(name="周小满", region=COUNTY, account=user, by=actor(user), now=SATURDAY)
    assert Person.objects.count() == 1


def test_a_staff_account_is_not_a_person_who_seeks_work():
    cast = Cast()
    with pytest.raises(Refusal, match="自己的手机号"):
        register(name="窗口小李", region=COUNTY, account=cast.clerk, by=actor(cast.clerk), now=SATURDAY)


def test_at_rest_no_number_no_phone_and_no_birth_date_lie_open():
    cast = Cast()
    worker = cast.wang
    person = Person.objects.get(pk=worker.person_id)
    assert person.id_number
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("people_", "accounts_", "journal_", "workers_")):
                cursor.execute(f"SELECT * FROM {table}")
                rows = str(cursor.fetchall())
                for plain in (person.id_number, person.phone, person.birth_date):
                    assert plain not in rows, table


def test_a_consent_stands_once_and_can_be_taken_back():
    cast = Cast()
    person, by = cast.wang.person, cast.as_worker(cast.wang)
    for _ in range(2):
        give_consent(person=person, purpose=Consent.Purpose.LOCATION, by=by, now=SATURDAY)
    for _ in range(2):
        withdraw_consent(person=person, purpose=Consent.Purpose.LOCATION, by=by, now=SATURDAY)
    give_consent(person=person, purpose=Consent.Purpose.LOCATION, by=by, now=SATURDAY)
    assert person.consents.filter(purpose="location").count() == 2
    assert Event.objects.filter(kind="people.consented", data__purpose="location").count() == 2
    assert Event.objects.filter(kind="people.consent_withdrawn").count() == 1


def test_a_verified_name_changes_only_at_the_counter():
    cast = Cast()
    person, by = cast.wang.person, cast.as_worker(cast.wang)
    edit(person=person, by=by, now=SATURDAY, name="王建国", sex="M", region=OTHER_COUNTY)
    person.refresh_from_db()
    assert person.region == OTHER_COUNTY
    with pytest.raises(Refusal, match="窗口"):
        edit(person=person, by=by, now=SATURDAY, name="王建军", sex="M", region=COUNTY)


def test_the_journal_has_no_personal_data():
    cast = Cast()
    person = cast.person("周小满", phone="13900000011", verified=False)
    state_identity(person=person, number=NUMBER, by=actor(person.account), now=SATURDAY)
    said = " ".join(str(event.data) for event in Event.objects.all())
    assert not any(fact in said for fact in ("周", "13900000011", NUMBER, NUMBER[6:14]))


def test_people_see_themselves_and_staff_the_people_of_their_region():
    cast = Cast()
    wang = cast.wang.person
    seen = {
        name: wang in Person.objects.visible_to(getattr(cast, name))
        for name in ("clerk", "market_head", "foreign_clerk", "officer", "inspector", "stranger")
    }
    assert seen == {
        "clerk": True, "market_head": True, "foreign_clerk": False, "officer": False, "inspector": False,
        "stranger": False,
    }  # fmt: skip
    assert wang in Person.objects.visible_to(wang.account)


def test_an_organisation_is_entered_once_with_a_code_that_checks_out():
    cast = Cast()
    by = actor(cast.clerk)
    body = register_organisation(
        name="宿城建材有限公司", uscc=USCC.lower(), region=COUNTY, by=by, now=SATURDAY
    )
    assert body.uscc == USCC
    with pytest.raises(Refusal, match="已经登记过") as refused:
        register_organisation(name="别的", uscc=USCC, region=COUNTY, by=by, now=SATURDAY)
    assert refused.value.field == "uscc"
    with pytest.raises(Refusal, match="最后一位对不上"):
        register_organisation(name="别的", uscc=USCC[:-1] + "0", region=COUNTY, by=by, now=SATURDAY)
