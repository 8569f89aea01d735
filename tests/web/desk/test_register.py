"""Registering at the counter: few fields, checks beside them, no second record of one person."""

from datetime import date

import pytest
from django.urls import reverse

from lingong.employers.models import Employer
from lingong.lib.identity import demo_id
from lingong.people.models import Person
from lingong.workers.models import Worker
from tests.cast import COUNTY, USCC

pytestmark = pytest.mark.django_db
NUMBER = demo_id(COUNTY, date(1970, 3, 4))
SUN = {"name": "孙大力", "trades": "小工", "region": COUNTY, "consent": "on"}


def register(client, follow=True, **facts):
    return client.post(reverse("web:desk_register"), SUN | facts, follow=follow)


def test_name_trade_and_consent_are_enough(cast, clerk):
    register(clerk)
    person = Person.objects.get()
    assert (person.name, person.is_verified, person.registered_by) == (
        "孙大力",
        False,
        str(cast.clerk.public_id),
    )
    assert [row.trade for row in Worker.objects.get().trades.all()] == ["labourer"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"consent": ""}, "consent"),
        ({"trades": "小工 造火箭"}, "trades"),
        ({"number": "321311197003040002"}, "number"),
        ({"phone": "12345"}, "phone"),
        ({"seen": "on"}, "seen"),
        ({"region": "371702"}, "region"),
    ],
)
def test_a_mistake_is_said_beside_its_field_and_nothing_typed_is_lost(cast, clerk, facts, field):
    page = register(clerk, **facts)
    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {field}
    assert "孙大力" in page.content.decode()
    assert not Person.objects.exists()


def test_a_namesake_is_asked_about_first(cast, clerk):
    li = cast.li.person
    page = register(clerk, name="李大山").content.decode()
    assert reverse("web:desk_person", args=[li.public_id]) in page
    assert "是同一个人" in page
    assert Person.objects.count() == 1
    register(clerk, name="李大山", not_same="1")
    assert Person.objects.filter(name="李大山").count() == 2


def test_the_same_paper_is_the_same_person_whatever_is_answered(cast, clerk):
    li = cast.li.person
    page = register(clerk, name="李大三", number=li.id_number, not_same="1").content.decode()
    assert "这个证件号已经登记过，是同一个人" in page
    assert Person.objects.count() == 1


def test_a_paper_known_elsewhere_is_refused_whole(cast, browser):
    number = cast.li.person.id_number
    cast.foreign_clerk.grants.update(regions=["371702"])
    page = register(browser(cast.foreign_clerk), number=number, seen="on", region="371702")
    assert "已经登记过" in page.content.decode()
    assert not Person.objects.filter(name="孙大力").exists()


def test_pressing_twice_registers_once(cast, clerk):
    for _ in range(2):
        page = register(clerk, once="a-key-of-this-form")
    assert "孙大力" in page.content.decode()
    assert Person.objects.filter(name="孙大力").count() == 1


def test_a_household_with_its_paper_may_post_at_once(cast, clerk):
    facts = {
        "kind": "household",
        "name": "刘芳",
        "number": NUMBER,
        "seen": "on",
        "region": COUNTY,
        "consent": "on",
    }
    page = clerk.post(reverse("web:desk_enter_employer"), facts, follow=True).content.decode()
    assert "发布招工" in page
    assert Employer.objects.get().is_verified


def test_a_firm_is_verified_by_its_licence(cast, clerk):
    facts = {
        "kind": "firm",
        "firm": "宿城建材有限公司",
        "uscc": USCC,
        "name": "陈经理",
        "region": COUNTY,
        "consent": "on",
    }
    refused = clerk.post(reverse("web:desk_enter_employer"), facts | {"uscc": ""})
    assert "uscc" in refused.context["form"].errors
    clerk.post(reverse("web:desk_enter_employer"), facts)
    firm = Employer.objects.get()
    assert not firm.is_verified
    page = clerk.get(reverse("web:desk_employer", args=[firm.public_id])).content.decode()
    assert "没核验，不能发布" in page
    page = clerk.post(reverse("web:desk_licence", args=[firm.public_id]), follow=True).content.decode()
    assert "发布招工" in page


def test_who_may_not_register_finds_no_form(cast, browser):
    assert browser(cast.officer).get(reverse("web:desk_register")).status_code == 404
    assert register(browser(cast.inspector)).status_code == 404
