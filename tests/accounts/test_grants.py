"""Roles: given to staff only, gone at the next question when taken."""

import pytest
from django.db import IntegrityError, transaction

from lingong.accounts.grants import grant, revoke
from lingong.accounts.models import User
from lingong.accounts.rights import RIGHTS_OF, ROLE_TITLES, Right, Role
from lingong.journal.actor import SYSTEM
from lingong.journal.models import Event
from lingong.lib.refusal import Refusal
from tests.cast import COUNTY, SATURDAY, Cast

pytestmark = pytest.mark.django_db


def test_a_role_is_in_force_until_it_is_taken():
    clerk = Cast().clerk
    assert clerk.has_right(Right.POSTING_REVIEW)
    assert not clerk.has_right(Right.GRANT_WRITE)
    row = clerk.grants.get()
    for _ in range(2):
        revoke(grant=row, by=SYSTEM, now=SATURDAY)
    assert not clerk.has_right(Right.POSTING_REVIEW)
    assert Event.objects.filter(kind="accounts.revoked").count() == 1


def test_a_closed_account_has_no_right():
    clerk = Cast().clerk
    clerk.is_active = False
    assert not clerk.has_right(Right.POSTING_READ)


def test_who_signs_in_by_sms_holds_no_role():
    with pytest.raises(Refusal, match="工作账号"):
        grant(user=Cast().stranger, role=Role.CLERK, regions=[COUNTY], by=SYSTEM, now=SATURDAY)


def test_one_role_is_held_once_in_one_market():
    clerk = Cast().clerk
    with pytest.raises(IntegrityError), transaction.atomic():
        grant(user=clerk, role=Role.CLERK, regions=[COUNTY], by=SYSTEM, now=SATURDAY)
    grant(user=clerk, role=Role.CLERK, regions=[COUNTY], by=SYSTEM, now=SATURDAY, market_code="M1")
    assert clerk.grants.count() == 2


def test_every_role_has_a_title_and_rights_and_nobody_both_reads_the_journal_and_acts():
    assert set(RIGHTS_OF) == set(ROLE_TITLES) == set(Role)
    for role, rights in RIGHTS_OF.items():
        assert rights, role
        assert not {Right.JOURNAL_READ, Right.ENGAGEMENT_ASSIST} <= rights, role


def test_only_staff_with_the_right_are_found_by_it():
    cast = Cast()
    assert isinstance(cast.inspector, User)
    assert [u for u in (cast.clerk, cast.inspector, cast.stranger) if u.has_right(Right.PERSON_REGISTER)] == [
        cast.clerk
    ]
