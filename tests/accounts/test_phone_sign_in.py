"""Phone and SMS code: who may ask how often, what a code is worth, and when it is not enough."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from lingong.accounts import phone_sign_in
from lingong.accounts.models import Device, SignInCode, User
from lingong.accounts.phone_sign_in import (
    MAX_TRIES,
    confirm_device,
    enter_code,
    release_number,
    request_code,
)
from lingong.accounts.second_fact import clear_tries, count_try, unlock
from lingong.journal.models import Event
from lingong.lib.gateway import Outcome, Sent
from lingong.lib.refusal import Refusal
from tests.cast import PASSWORD, SATURDAY, TOTP_SECRET, Cast, actor

pytestmark = pytest.mark.django_db
PHONE, HOME = "13900000001", "a-phone-at-home"


@pytest.fixture(autouse=True)
def outbox(settings, tmp_path) -> Path:
    settings.SMS_OUTBOX = tmp_path / "sms.jsonl"
    return settings.SMS_OUTBOX


def ask(phone=PHONE, *, ip="", device=HOME, now=SATURDAY):
    request_code(phone=phone, ip=ip, device=device, now=now)


def last_code(outbox: Path) -> str:
    text = json.loads(outbox.read_text("utf-8").splitlines()[-1])["text"]
    return text.split("验证码 ")[1][:6]


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


def sign_in(outbox, *, device=HOME, now=SATURDAY):
    ask(device=device, now=now)
    entered = enter_code(phone=PHONE, code=last_code(outbox), device=device, now=now)
    confirm_device(user=entered.user, device=device, now=now)
    return entered


# --- Asking for a code ---------------------------------------------------------------------------------


def test_a_phone_gets_one_code_a_minute_and_ten_a_day():
    ask()
    with pytest.raises(Refusal, match="1 分钟") as refused:
        ask(now=SATURDAY + timedelta(seconds=59))
    assert refused.value.field == "phone"
    for minute in range(1, 10):
        ask(now=SATURDAY + timedelta(minutes=minute * 2))
    with pytest.raises(Refusal, match="明天再试"):
        ask(now=SATURDAY + timedelta(hours=20))
    ask(now=SATURDAY + timedelta(hours=25))


def test_an_address_gets_thirty_codes_an_hour_over_all_phones():
    for n in range(30):
        ask(f"139000001{n:02d}", ip="10.0.0.1", device="")
    with pytest.raises(Refusal, match="这个网络"):
        ask("13900000200", ip="10.0.0.1", device="")
    ask("13900000200", ip="10.0.0.2", device="")


def test_a_device_gets_ten_codes_an_hour_over_all_phones():
    for n in range(10):
        ask(f"139000001{n:02d}")
    with pytest.raises(Refusal, match="这部手机"):
        ask("13900000200")
    ask("13900000200", device="another")


def test_two_requests_at_the_same_moment_send_one_sms(monkeypatch, outbox):
    """Each of them counts nothing yet; the database knows better."""
    monkeypatch.setattr(phone_sign_in, "sent_since", lambda *args, **kwargs: 0)
    ask()
    with pytest.raises(Refusal, match="1 分钟"):
        ask()
    assert len(outbox.read_text("utf-8").splitlines()) == 1


def test_a_refused_sms_is_told(monkeypatch):
    class Refusing:
        def send(self, **message):
            return Sent(Outcome.REFUSED)

    monkeypatch.setattr(phone_sign_in, "gateway", Refusing)
    with pytest.raises(Refusal, match="没有发出去"):
        ask()


def test_neither_code_nor_phone_lies_open_in_the_database(outbox):
    sign_in(outbox)
    code = last_code(outbox)
    with connection.cursor() as cursor:
        for table in ("accounts_signincode", "accounts_user", "accounts_device"):
            cursor.execute(f"SELECT * FROM {table}")
            rows = str(cursor.fetchall())
            assert PHONE not in rows
            assert code not in rows
            assert HOME not in rows


# --- Entering it -----------------------------------------------------------------------------------------


def test_an_unknown_number_becomes_an_account_without_password(outbox):
    entered = sign_in(outbox)
    assert entered.is_new
    assert not entered.second_fact
    assert entered.user.phone == PHONE
    assert not entered.user.has_usable_password()
    assert not sign_in(outbox, now=SATURDAY + timedelta(hours=1)).is_new


def test_twenty_wrong_codes_open_nothing_and_spend_the_code(outbox):
    ask()
    code = last_code(outbox)
    for _ in range(20):
        with pytest.raises(Refusal, match="不对或已过期"):
            enter_code(phone=PHONE, code=other_than(code), device=HOME, now=SATURDAY)
    with pytest.raises(Refusal):
        enter_code(phone=PHONE, code=code, device=HOME, now=SATURDAY)
    assert SignInCode.objects.get().tries == MAX_TRIES
    assert not User.objects.exists()


def test_the_fifth_try_may_still_be_right(outbox):
    ask()
    code = last_code(outbox)
    for _ in range(MAX_TRIES - 1):
        with pytest.raises(Refusal):
            enter_code(phone=PHONE, code=other_than(code), device=HOME, now=SATURDAY)
    assert enter_code(phone=PHONE, code=code, device=HOME, now=SATURDAY).is_new


@pytest.mark.parametrize(
    ("minutes", "phone", "code"), [(11, PHONE, None), (0, "13900000002", None), (0, PHONE, "")]
)
def test_late_foreign_and_empty_codes_are_wrong(outbox, minutes, phone, code):
    ask()
    given = last_code(outbox) if code is None else code
    with pytest.raises(Refusal, match="不对或已过期"):
        enter_code(phone=phone, code=given, device=HOME, now=SATURDAY + timedelta(minutes=minutes))


def test_a_code_is_good_once_and_only_the_newest_counts(outbox):
    ask()
    first = last_code(outbox)
    later = SATURDAY + timedelta(minutes=2)
    ask(now=later)
    second = last_code(outbox)
    if first != second:
        with pytest.raises(Refusal):
            enter_code(phone=PHONE, code=first, device=HOME, now=later)
    enter_code(phone=PHONE, code=second, device=HOME, now=later)
    with pytest.raises(Refusal):
        enter_code(phone=PHONE, code=second, device=HOME, now=later)


def test_a_closed_account_is_told_so_and_not_made_anew(outbox):
    user = sign_in(outbox).user
    User.objects.filter(pk=user.pk).update(is_active=False)
    ask(now=SATURDAY + timedelta(hours=1))
    with pytest.raises(Refusal, match="停用了"):
        enter_code(phone=PHONE, code=last_code(outbox), device=HOME, now=SATURDAY + timedelta(hours=1))
    assert User.objects.count() == 1


# --- When the code is not enough ---------------------------------------------------------------------------


def test_a_known_device_needs_the_code_only_and_a_new_one_more(outbox):
    sign_in(outbox)
    assert not sign_in(outbox, now=SATURDAY + timedelta(days=1)).second_fact
    assert sign_in(outbox, device="a-new-phone", now=SATURDAY + timedelta(days=2)).second_fact
    assert sign_in(outbox, device="", now=SATURDAY + timedelta(days=3)).second_fact
    assert Device.objects.count() == 2  # no cookie is no device


@pytest.mark.parametrize(("days", "asks"), [(180, False), (181, True)])
def test_a_number_silent_for_long_may_have_a_new_owner(outbox, days, asks):
    sign_in(outbox)
    later = SATURDAY + timedelta(days=days)
    ask(now=later)
    assert enter_code(phone=PHONE, code=last_code(outbox), device=HOME, now=later).second_fact is asks


def test_a_released_number_starts_afresh(outbox):
    old = sign_in(outbox).user
    new = release_number(user=old, now=SATURDAY)
    old.refresh_from_db()
    assert (old.phone, old.phone_index, old.is_active) == ("", None, False)
    assert (new.pk != old.pk, new.phone) == (True, PHONE)
    assert User.objects.by_phone(PHONE) == new


def test_three_tries_at_the_second_fact_until_a_clerk_opens_the_account():
    cast = Cast()
    user = User.objects.create_citizen(phone=PHONE)
    assert [count_try(user=user) for _ in range(3)] == [2, 1, 0]
    with pytest.raises(Refusal, match="窗口"):
        count_try(user=user)
    unlock(user=user, by=actor(cast.clerk), now=SATURDAY)
    unlock(user=user, by=actor(cast.clerk), now=SATURDAY)
    assert Event.objects.filter(kind="accounts.unlocked").count() == 1
    assert count_try(user=user) == 2
    clear_tries(user=user)
    assert count_try(user=user) == 2


def test_staff_cannot_be_entered_by_sms():
    staff = User.objects.create_staff(username="clerk", password=PASSWORD, totp_secret=TOTP_SECRET)
    with pytest.raises(IntegrityError, match=r"accounts_user_one_way_in|constraint"), transaction.atomic():
        User.objects.filter(pk=staff.pk).update(phone_index="0" * 64)
