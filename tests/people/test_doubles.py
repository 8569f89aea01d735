"""Who may be the same person, before somebody is entered twice."""

from datetime import date

import pytest

from lingong.lib.identity import demo_id
from lingong.people.doubles import SAME_NAME, SAME_NUMBER, SAME_PHONE, possible_doubles
from lingong.people.models import Person
from tests.cast import COUNTY, OTHER_COUNTY, Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def doubles(name, region=COUNTY, **facts):
    return possible_doubles(among=Person.objects.all(), name=name, region=region, **facts)


def test_the_same_paper_is_surest_and_each_person_is_named_once(cast):
    li = cast.li.person
    assert doubles("李大山", number=li.id_number) == [(li, SAME_NUMBER)]


def test_the_same_phone_under_another_name(cast):
    wang = cast.wang.person
    assert doubles("王二", phone="13900000001") == [(wang, SAME_PHONE)]


def test_a_namesake_of_the_district_may_be_the_same(cast):
    li = cast.li.person
    assert doubles("李大山") == [(li, SAME_NAME)]
    assert doubles("李大山", region=OTHER_COUNTY) == []


def test_a_namesake_with_another_paper_is_another_person(cast):
    assert cast.li.person.is_verified
    assert doubles("李大山", number=demo_id(COUNTY, date(1990, 1, 2))) == []


def test_a_record_that_was_joined_to_another_is_no_double(cast):
    kept, merged = cast.li.person, cast.person("李大山", verified=False)
    Person.objects.filter(pk=merged.pk).update(merged_into=kept)
    assert doubles("李大山") == [(kept, SAME_NAME)]
