"""登记招人: a household with two facts, a firm with its code."""

import re

import pytest

from lingong.employers.models import Employer
from lingong.people.models import Organisation, Person
from tests.cast import COUNTY, USCC, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
HOUSEHOLD, FIRM = "/join/employer/household/", "/join/employer/firm/"
WHO = {"name": "刘芳", "district": "宿豫区", "agree": "on", "once": "k1"}
BODY = WHO | {"firm": "宿城建材有限公司", "uscc": USCC, "kind": "firm"}


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def stranger(client):
    user = Cast().stranger
    client.force_login(user)
    return user


def test_first_one_says_which_of_the_two(client, stranger):
    page = client.get("/join/employer/").content.decode()
    assert HOUSEHOLD in page
    assert FIRM in page
    assert client.get("/join/employer/other/").status_code == 404


def test_a_household_says_name_and_district_and_goes_on_to_its_real_name(client, stranger):
    assert "name" in client.get(HOUSEHOLD).context["form"].fields
    for _ in range(2):
        after = client.post(HOUSEHOLD, WHO)
    assert after.headers["Location"] == "/me/identity/?next=/employer/"
    employer = Employer.objects.get()
    assert (employer.kind, employer.region, employer.is_verified) == ("household", COUNTY, False)
    assert list(Employer.objects.of(stranger)) == [employer]
    assert FIRM in client.get("/join/employer/").content.decode()
    assert HOUSEHOLD not in client.get("/join/employer/").content.decode()


def test_a_known_person_only_confirms_the_district(client):
    wang = Cast().wang.person
    client.force_login(wang.account)
    page = client.get(HOUSEHOLD)
    assert list(page.context["form"].fields) == ["district"]
    assert 'value="江苏省宿迁市宿豫区"' in page.content.decode()
    assert client.post(HOUSEHOLD, {"district": "宿豫区"}).headers["Location"] == "/employer/"
    assert Employer.objects.get().is_verified  # the person is
    assert Person.objects.filter(account=wang.account).count() == 1
    again = client.post(HOUSEHOLD, {"district": "宿豫区", "once": "another"})
    assert "已经登记过招人了" in text_of(again)


def test_a_firm_is_registered_by_its_code(client, stranger):
    for _ in range(2):
        after = client.post(FIRM, BODY)
    assert after.headers["Location"] == "/employer/"
    employer = Employer.objects.get()
    assert (employer.kind, employer.organisation.uscc, employer.is_verified) == ("firm", USCC, False)
    assert employer.members.get().person.account == stranger
    assert client.session["employer"] == str(employer.public_id)


def test_a_firm_named_wrongly_keeps_what_was_typed(client, stranger):
    page = client.post(FIRM, BODY | {"uscc": USCC[:-1] + "0", "kind": ""})
    body = page.content.decode()
    assert "最后一位对不上" in text_of(page)
    assert 'value="宿城建材有限公司"' in body
    assert f'value="{USCC[:-1]}0"' in body
    assert "请选一个" in text_of(page)
    assert not Person.objects.exists()


def test_a_firm_registered_by_somebody_else_leaves_nothing_behind(client, stranger):
    assert Cast().firm
    page = client.post(FIRM, BODY)
    assert "这个单位已经登记过" in text_of(page)
    assert Organisation.objects.count() == 1
    assert not Person.objects.filter(account=stranger).exists()
