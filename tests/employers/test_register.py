"""Employers: a household is a person, the others a body; verified before they publish; who may act."""

import pytest
from django.db import IntegrityError, transaction

from lingong.employers.models import Employer, EmployerKind
from lingong.employers.register import add_member, register_firm, register_household, verify
from lingong.lib.refusal import Refusal
from tests.cast import COUNTY, USCC, Cast, actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def firm(cast, uscc=USCC, kind=EmployerKind.SOLE_TRADER):
    person = cast.person("马老板", phone="13900000061")
    return register_firm(
        name="马记早餐店",
        uscc=uscc,
        kind=kind,
        region=COUNTY,
        person=person,
        by=actor(person.account),
        now=cast.now,
    )


def test_a_household_is_verified_with_its_person(cast):
    assert cast.household.is_verified
    unknown = cast.person("某女士", phone="13900000062", verified=False)
    home = register_household(person=unknown, by=actor(unknown.account), now=cast.now)
    assert not home.is_verified
    with pytest.raises(Refusal) as refused:
        verify(employer=home, by=actor(cast.clerk), now=cast.now)
    assert refused.value.code == "employers.person_unverified"


def test_a_household_is_not_named_in_public(cast):
    assert cast.household.shown_name == "刘女士家" or cast.household.shown_name == "刘师傅家"
    assert "刘芳" not in cast.household.shown_name
    assert cast.firm.shown_name == "宿城建材有限公司"


@pytest.mark.parametrize("uscc", ["", "123", "91350100M000100Y44", "91350100M000100YI3"])
def test_a_wrong_credit_code_is_refused_beside_its_field(cast, uscc):
    with pytest.raises(Refusal) as refused:
        firm(cast, uscc=uscc)
    assert refused.value.field == "uscc"
    assert not Employer.objects.exists()


def test_one_body_is_one_employer(cast):
    firm(cast)
    other = cast.person("另一个人", phone="13900000063")
    with pytest.raises(Refusal) as refused:
        register_firm(
            name="马记",
            uscc=USCC,
            kind="firm",
            region=COUNTY,
            person=other,
            by=actor(other.account),
            now=cast.now,
        )
    assert refused.value.code == "people.uscc_taken"


def test_a_household_needs_no_credit_code(cast):
    with pytest.raises(Refusal) as refused:
        firm(cast, kind=EmployerKind.HOUSEHOLD)
    assert refused.value.field == "kind"


def test_members_act_for_the_firm_and_others_do_not(cast):
    wang = cast.wang.person
    assert not Employer.objects.of(wang.account).filter(pk=cast.firm.pk).exists()
    add_member(employer=cast.firm, person=wang, by=cast.as_employer(cast.firm), now=cast.now)
    assert Employer.objects.of(wang.account).filter(pk=cast.firm.pk).exists()
    assert not Employer.objects.of(cast.stranger).exists()
    assert Employer.objects.visible_to(cast.clerk).filter(pk=cast.firm.pk).exists()
    assert not Employer.objects.visible_to(cast.foreign_clerk).exists()


def test_the_database_holds_a_person_or_a_body_never_both(cast):
    rows = Employer.objects.filter(pk=cast.firm.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(person=cast.wang.person)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(organisation=None)
