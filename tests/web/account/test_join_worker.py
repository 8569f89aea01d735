"""登记找活: three facts and a consent."""

import re

import pytest

from lingong.markets.models import Market, MarketState, Tier
from lingong.people.models import Person
from lingong.web.account.join_worker import WorkerForm
from lingong.workers.models import Worker
from tests.cast import COUNTY, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
PAGE = "/join/worker/"
FACTS = {"name": "周小满", "trades": ["labourer"], "district": "宿豫区", "agree": "on", "once": "k1"}


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def stranger(client):
    user = Cast().stranger
    client.force_login(user)
    return user


def test_three_facts_are_mandatory_and_the_consent_no_more(rf, stranger):
    request = rf.get(PAGE)
    request.user = stranger
    form = WorkerForm(request=request, person=None)
    assert [name for name, field in form.fields.items() if field.required] == [
        "name", "trades", "district", "agree"
    ]  # fmt: skip
    assert len(form.fields) == 4
    form = WorkerForm(request=request, person=Cast().household.person)
    assert list(form.fields) == ["trades", "district"]  # a known person is not asked again


def test_who_registers_lands_among_the_gigs_of_the_district(client, stranger):
    page = client.get(PAGE)
    assert "139****9999" in text_of(page)
    assert "登记前看一眼" in text_of(page)
    after = client.post(PAGE, FACTS)
    assert after.headers["Location"] == "/"
    worker = Worker.objects.get(person__account=stranger)
    assert (worker.person.name, worker.region, worker.trades.get().trade) == ("周小满", COUNTY, "labourer")
    assert worker.person.consents.filter(purpose="service").exists()
    assert client.get(PAGE).headers["Location"] == "/me/"


def test_a_repeated_submit_registers_once_and_leads_on(client, stranger):
    for _ in range(2):
        after = client.post(PAGE, FACTS)
    assert after.status_code == 302
    assert (Person.objects.count(), Worker.objects.count()) == (1, 1)


def test_what_is_missing_is_said_beside_it_and_nothing_typed_is_lost(client, stranger):
    page = client.post(PAGE, {"name": "周小满", "district": "没有这个区"})
    body, text = page.content.decode(), text_of(page)
    assert 'value="周小满"' in body
    assert 'value="没有这个区"' in body
    assert "没找到这个区县" in text
    assert "请至少勾一个工种" in text
    assert "请勾选" in text
    page = client.post(PAGE, {"trades": ["labourer", "mason"], "district": "宿豫区"})
    assert len(re.findall(r'value="(?:labourer|mason)" checked', page.content.decode())) == 2
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("typed", "code"),
    [("宿豫", "321311"), ("宿迁 宿豫区", "321311"), ("江苏省宿迁市宿豫区", "321311"), ("潍城区", "370702"),
     ("兰州 城关区", "620102"), ("东莞", "441900")],
)  # fmt: skip
def test_a_district_is_written_as_people_write_it(client, stranger, typed, code):
    client.post(PAGE, FACTS | {"district": typed})
    assert Person.objects.get().region == code


@pytest.mark.parametrize(("typed", "said"), [("城关区", "叫这个名字的有 2 个"), ("江苏", "没找到这个区县")])
def test_a_name_of_several_districts_or_of_none_is_asked_about(client, stranger, typed, said):
    assert said in text_of(client.post(PAGE, FACTS | {"district": typed}))


def test_the_district_is_filled_in_where_something_is_known(client, stranger):
    def shown():
        return re.search(r'name="district" value="([^"]*)"', client.get(PAGE).content.decode())

    assert shown() is None
    Market.objects.create(
        code="M1", name="宿豫驿站", tier=Tier.STATION, region=COUNTY, state=MarketState.OPEN
    )
    assert shown()[1] == "江苏省宿迁市宿豫区"
    client.cookies["region"] = "370702"
    assert shown()[1] == "山东省潍坊市潍城区"
    page = client.get(f"{PAGE}?region=620102").content.decode()
    assert "甘肃省兰州市城关区" in page


def test_where_one_wanted_to_go_before_is_kept_until_then(client, with_code):
    client.get("/sign-in/", {"next": "/stations/"})
    assert with_code().headers["Location"] == "/welcome/"
    assert client.post(PAGE, FACTS).headers["Location"] == "/stations/"


def test_a_staff_account_registers_under_its_own_phone(client):
    client.force_login(Cast().clerk)
    assert "自己的手机号" in text_of(client.post(PAGE, FACTS))
    assert not Worker.objects.exists()


def test_a_visitor_signs_in_first(client):
    assert client.get(PAGE).headers["Location"] == "/sign-in/?next=/join/worker/"
