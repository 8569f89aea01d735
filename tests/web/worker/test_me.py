"""我的: switch, wishes, ranking."""

import pytest
from django.test import Client

from lingong.people.models import Consent
from tests.cast import Cast

pytestmark = pytest.mark.django_db
WISHES = {"trades": ["labourer", "mason"], "region": "321311", "reach_km": "5", "floor": "18.5"}


@pytest.fixture
def wang():
    worker = Cast().wang
    client = Client()
    client.force_login(worker.person.account, backend="lingong.accounts.staff_sign_in.PasswordAndTotp")
    client.worker = worker
    return client


def test_a_visitor_is_asked_to_sign_in(client):
    assert "用手机号登录" in client.get("/me/").content.decode()


def test_who_is_not_registered_is_asked_to(client):
    client.force_login(Cast().stranger, backend="lingong.accounts.staff_sign_in.PasswordAndTotp")
    assert "登记找活" in client.get("/me/").content.decode()
    assert client.get("/me/wishes/").status_code == 404


def test_profile(wang):
    page = wang.get("/me/").content.decode()
    for word in ("王建国", "已实名", "这阵子都能干", "小工", "15 公里", "退出登录", "/inbox/"):
        assert word in page, word


@pytest.mark.parametrize(
    ("wish", "word", "looking"),
    [("rest", "现在休息中", False), ("today", "现在今天能干", True), ("open", "现在这阵子都能干", True)],
)
def test_switch(wang, wish, word, looking):
    page = wang.post("/me/available/", {"wish": wish}, follow=True).content.decode()
    assert word in page
    wang.worker.refresh_from_db()
    assert wang.worker.available is looking


def test_out_of_the_ranking_and_back(wang):
    assert "按发布时间列出来" in wang.post("/me/ranking/", {"out": "1"}, follow=True).content.decode()
    wang.worker.refresh_from_db()
    assert wang.worker.opted_out
    wang.post("/me/ranking/", {"out": "0"})
    wang.worker.refresh_from_db()
    assert not wang.worker.opted_out


def test_wishes_are_kept_and_a_place_is_used_with_consent_only(wang):
    worker = wang.worker
    page = wang.post("/me/wishes/", {**WISHES, "lat": "33.961", "lon": "118.341"}, follow=True)
    assert "以后按这些给您找活" in page.content.decode()
    worker.refresh_from_db()
    assert (worker.reach_km, worker.floor_fen_per_hour, worker.lat) == (5, 1850, 33.961)
    assert {row.trade for row in worker.trades.all()} == {"labourer", "mason"}
    here = Consent.objects.filter(person=worker.person, purpose="location", withdrawn_at=None)
    assert here.exists()
    wang.post("/me/wishes/", {**WISHES, "lat": "33.961", "lon": "118.341", "forget": "on"})
    worker.refresh_from_db()
    assert worker.lat is None
    assert not here.exists()


def test_a_refused_wish_keeps_what_was_typed(wang):
    facts = {**WISHES, "trades": [], "floor": "十八", "experience": "砌墙十年"}
    page = wang.post("/me/wishes/", facts).content.decode()
    for word in ("请至少选一个工种", "请填数字", "十八", "砌墙十年"):
        assert word in page, word


def test_only_known_districts(wang):
    page = wang.post("/me/wishes/", {**WISHES, "region": "999999"}).content.decode()
    assert "请从给出的里面选一个" in page
