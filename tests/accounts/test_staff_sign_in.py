"""Staff: password and TOTP in one check, five failures lock."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import login
from django.test import RequestFactory

from lingong.accounts.models import User
from lingong.accounts.staff_sign_in import new_totp_secret, sign_in_staff, totp_code
from lingong.lib import clock
from lingong.lib.refusal import Refusal
from tests.cast import PASSWORD, TOTP_SECRET, Cast

pytestmark = pytest.mark.django_db
WRONG = "用户名、密码或动态口令不对"


@pytest.fixture
def clerk() -> User:
    return Cast().clerk


def enter(*, username="clerk", password=PASSWORD, code=None, now=None, ip="127.0.0.1"):
    now = now or clock.now()
    request = RequestFactory().post("/staff/sign-in/", REMOTE_ADDR=ip)
    code = totp_code(TOTP_SECRET, now) if code is None else code
    return sign_in_staff(request=request, username=username, password=password, code=code, now=now)


def test_password_and_code_open(clerk):
    assert enter() == clerk
    clerk.refresh_from_db()
    assert clerk.last_seen_at is not None


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "falsch-falsch"},
        {"code": "000000"},
        {"code": ""},
        {"code": "１２３"},
        {"username": "nobody"},
    ],
    ids=str,
)
def test_each_alone_does_not_and_the_answer_is_the_same(clerk, wrong):
    if wrong.get("code") == totp_code(TOTP_SECRET, clock.now()):
        pytest.skip("the code of this moment")
    with pytest.raises(Refusal, match=WRONG):
        enter(**wrong)


def test_a_code_opens_once_and_for_a_minute(clerk):
    now = clock.now()
    code = totp_code(TOTP_SECRET, now)
    enter(code=code, now=now)
    with pytest.raises(Refusal, match=WRONG):
        enter(code=code, now=now)
    late = now + timedelta(seconds=90)
    with pytest.raises(Refusal, match=WRONG):
        enter(code=code, now=late)
    enter(now=late)


@pytest.mark.parametrize(
    "wrong", [{"password": "falsch-falsch"}, {"code": "000000"}], ids=["password", "code"]
)
def test_five_failures_lock_even_what_is_right(clerk, wrong):
    """Also a wrong code under a right password: guessing codes is counted like guessing passwords."""
    with time_machine.travel(clock.now(), tick=False) as time:
        for _ in range(4):
            with pytest.raises(Refusal, match=WRONG):
                enter(**wrong)
        with pytest.raises(Refusal, match="已经锁定"):
            enter(**wrong)
        with pytest.raises(Refusal, match="已经锁定"):
            enter()
        time.shift(timedelta(minutes=16))
        assert enter() == clerk


def test_four_failures_do_not_lock_and_success_wipes_them(clerk):
    for _ in range(2):
        for _ in range(4):
            with pytest.raises(Refusal, match=WRONG):
                enter(password="falsch-falsch")
        User.objects.filter(pk=clerk.pk).update(totp_last_step=0)
        request = RequestFactory().post("/staff/sign-in/", REMOTE_ADDR="127.0.0.1")
        request.session = SessionOf()
        now = clock.now()
        user = sign_in_staff(
            request=request, username="clerk", password=PASSWORD, code=totp_code(TOTP_SECRET, now), now=now
        )
        login(request, user)


class SessionOf(dict):
    """The little of a session that `login` needs."""

    session_key = "k"

    def cycle_key(self) -> None: ...

    def flush(self) -> None: ...


def test_an_account_without_secret_or_closed_stays_shut(clerk):
    User.objects.filter(pk=clerk.pk).update(totp_secret="")
    with pytest.raises(Refusal, match=WRONG):
        enter(code="")
    User.objects.filter(pk=clerk.pk).update(totp_secret=TOTP_SECRET, is_active=False)
    with pytest.raises(Refusal, match=WRONG):
        enter()


def test_a_new_secret_is_long_and_never_twice():
    one, other = new_totp_secret(), new_totp_secret()
    assert one != other
    assert len(one) == 32
