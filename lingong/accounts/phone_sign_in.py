"""Sign-in with phone and SMS code, and a second fact where the number may have changed hands.

Limits (SECURITY: SMS bombing and guessing): one code a minute and ten a day for a phone, thirty an
hour for an address, ten an hour for a device; five tries a code, ten minutes.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from lingong.lib.gateway import Channel, Outcome, gateway
from lingong.lib.integrity import refusing
from lingong.lib.refusal import Refusal
from lingong.lib.sealed import blind_index

from .models import Device, SignInCode, User, phone_index, sent_since

CODE_LIFE = timedelta(minutes=10)
MAX_TRIES = 5
SILENT = timedelta(days=180)  # carriers give a cancelled number to somebody else after about 90 days
LIMITS = (  # (what is counted, in which time, how many, what to say)
    ("phone_index", timedelta(minutes=1), 1, "刚发过验证码，请等 1 分钟再发。"),
    ("phone_index", timedelta(days=1), 10, "今天发的验证码太多了，请明天再试，或到驿站窗口办理。"),
    ("ip", timedelta(hours=1), 30, "这个网络发的验证码太多了，请 1 小时后再试。"),
    ("device", timedelta(hours=1), 10, "这部手机发的验证码太多了，请 1 小时后再试。"),
)


@dataclass(frozen=True, slots=True)
class Entered:
    """The right code was entered. `second_fact` says that the phone alone is not enough now."""

    user: User
    is_new: bool
    second_fact: bool


def device_digest(cookie: str) -> str:
    return blind_index(cookie, "account.device") if cookie else ""


def request_code(*, phone: str, ip: str, device: str, now: datetime) -> None:
    """Send a six-digit code. Answers alike whether or not the number has an account."""
    asked = {"phone_index": phone_index(phone), "ip": ip, "device": device_digest(device)}
    code = f"{secrets.randbelow(1_000_000):06d}"
    with transaction.atomic(), refusing(_just_sent()):
        for field, window, most, text in LIMITS:
            if asked[field] and sent_since(now - window, **{field: asked[field]}) >= most:
                raise Refusal("accounts.too_many_codes", text, rule=field, field="phone")
        row = SignInCode.objects.create(
            code_digest=_digest(code, asked["phone_index"]), sent_at=now, minute=int(now.timestamp()) // 60, **asked
        )  # fmt: skip
    text = f"验证码 {code}，10 分钟内有效。零工市场不会向您要验证码，请不要告诉别人。"
    sent = gateway().send(channel=Channel.SMS, number=phone, text=text, key=f"code-{row.pk}")
    if sent.outcome is Outcome.REFUSED:
        raise Refusal("accounts.not_sent", "短信没有发出去，请检查手机号，或稍后再试。", field="phone")


def enter_code(*, phone: str, code: str, device: str, now: datetime) -> Entered:
    """Check the code; an unknown number becomes a new account. Refuses after five wrong tries."""
    index = phone_index(phone)
    row = (
        SignInCode.objects.filter(phone_index=index, used_at=None, sent_at__gt=now - CODE_LIFE)
        .order_by("-pk")
        .first()
    )
    wrong = Refusal("accounts.wrong_code", "验证码不对或已过期，请再看一眼短信，或重新发送。", field="code")
    if row is None:
        raise wrong
    # Counting before comparing: guesses sent at the same time cannot share one try. Durable: a refusal
    # that undid the transaction of a caller would give the try back.
    with transaction.atomic(durable=True):
        open_code = SignInCode.objects.filter(pk=row.pk, tries__lt=MAX_TRIES, used_at=None)
        counted = open_code.update(tries=F("tries") + 1)
    if not counted or not hmac.compare_digest(row.code_digest, _digest(code.strip(), index)):
        raise wrong
    with transaction.atomic():
        if not SignInCode.objects.filter(pk=row.pk, used_at=None).update(used_at=now):
            raise wrong
        user = User.objects.filter(phone_index=index).first()
        if user is not None and not user.is_active:
            text = "这个号码的账号停用了。请带证件到驿站窗口，或打热线问。"
            raise Refusal("accounts.closed", text, field="code")
        if user is None:
            return Entered(User.objects.create_citizen(phone=phone), is_new=True, second_fact=False)
        return Entered(user, is_new=False, second_fact=_needs_second_fact(user, device, now))


def confirm_device(*, user: User, device: str, now: datetime) -> None:
    """Remember the device after a full sign-in, so that the next one needs the code only."""
    with transaction.atomic():
        if device:
            Device.objects.update_or_create(
                user=user, digest=device_digest(device), defaults={"last_seen_at": now},
                create_defaults={"first_seen_at": now, "last_seen_at": now},
            )  # fmt: skip
        User.objects.filter(pk=user.pk).update(last_seen_at=now, last_login=now)


def release_number(*, user: User, now: datetime) -> User:
    """The number has a new owner: the old account keeps its record without it, the new owner starts afresh."""
    with transaction.atomic():
        phone = user.phone
        User.objects.filter(pk=user.pk).update(phone="", phone_index=None, is_active=False)
        return User.objects.create_citizen(phone=phone)


def _just_sent() -> dict[str, Refusal]:
    field, _, _, text = LIMITS[0]
    refusal = Refusal("accounts.too_many_codes", text, rule=field, field="phone")
    unique = "accounts_signincode.phone_index, accounts_signincode.minute"
    return {"accounts_code_minute": refusal, unique: refusal}


def _needs_second_fact(user: User, device: str, now: datetime) -> bool:
    known = user.devices.filter(digest=device_digest(device)).exists() if device else False
    silent = user.last_seen_at is not None and now - user.last_seen_at > SILENT
    return silent or not known


def _digest(code: str, index: str) -> str:
    return blind_index(f"{index}:{code}", "account.code")
