"""Staff sign in over HTTP: one form, one answer, a lock, a short session."""

import re

import pytest
import time_machine
from django.test import Client

from lingong.accounts.models import User
from lingong.accounts.staff_sign_in import totp_code
from lingong.lib import clock
from tests.cast import PASSWORD, TOTP_SECRET, Cast

pytestmark = pytest.mark.django_db
PAGE = "/staff/sign-in/"
WRONG = "用户名、密码或动态口令不对"


@pytest.fixture
def clerk() -> User:
    return Cast().clerk


def enter(client, page=PAGE, **changes):
    facts = {"username": "clerk", "password": PASSWORD, "code": totp_code(TOTP_SECRET, clock.now())}
    return client.post(page, facts | changes)


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_all_three_right_lead_to_the_desk_for_four_hours(client, clerk):
    assert "动态口令" in text_of(client.get(PAGE))
    client.cookies["sessionid"] = "chosen-by-somebody-else"
    after = enter(client)
    assert after.headers["Location"] == "/desk/"
    assert client.session["_auth_user_id"] == str(clerk.pk)
    assert client.session.session_key != "chosen-by-somebody-else"
    assert client.session.get_expiry_age() == 4 * 3600


@pytest.mark.parametrize("wrong", ["username", "password", "code"])
def test_the_answer_does_not_tell_which_was_wrong_and_shows_no_secret(client, clerk, wrong):
    page = enter(client, **{wrong: "000000"})
    assert WRONG in text_of(page)
    assert PASSWORD not in page.content.decode()
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "wrong", [{"password": "falsch-falsch"}, {"code": "000000"}], ids=["password", "code"]
)
def test_five_failures_lock_also_what_is_right(client, clerk, wrong):
    with time_machine.travel(clock.now(), tick=False):
        for _ in range(4):
            assert WRONG in text_of(enter(client, **wrong))
        assert "已经锁定" in text_of(enter(client, **wrong))
        other = Client()
        page = enter(other)
        assert "已经锁定" in text_of(page)
        assert 'value="clerk"' in page.content.decode()
        assert "_auth_user_id" not in other.session


def test_next_stays_on_this_site(client, clerk):
    assert enter(client, f"{PAGE}?next=//evil.example/").headers["Location"] == "/desk/"
    client.post("/sign-out/")
    User.objects.update(totp_last_step=0)
    assert enter(client, f"{PAGE}?next=/desk/review/").headers["Location"] == "/desk/review/"


def test_empty_fields_are_named(client):
    assert text_of(client.post(PAGE, {"once": "k1"})).count("这里还没填") >= 3
