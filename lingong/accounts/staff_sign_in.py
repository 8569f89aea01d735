"""Staff sign in with password and TOTP; django-axes counts failures and locks."""

import base64
import secrets
from datetime import datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.contrib.auth import authenticate
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from lingong.lib.refusal import Refusal

from .models import User

STEP = 30  # seconds
STAFF_SESSION = timedelta(hours=4)


def new_totp_secret() -> str:
    """A fresh secret in base 32, for the clerk's authenticator."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def totp_code(secret: str, now: datetime) -> str:
    """The code an authenticator shows at `now`."""
    return _totp(secret).generate(int(now.timestamp())).decode()


class PasswordAndTotp(ModelBackend):
    """One check of both, so that django-axes also counts wrong TOTP codes under a right password."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None,
        totp: str = "", now: datetime | None = None, **kwargs: Any,
    ) -> User | None:  # fmt: skip
        user = super().authenticate(request, username=username, password=password)
        if not isinstance(user, User) or now is None or not user.totp_secret:
            return None
        return user if _use_code(user, totp.strip(), now) else None


def sign_in_staff(*, request: HttpRequest, username: str, password: str, code: str, now: datetime) -> User:
    """Check password and TOTP together; the answer does not tell which of them was wrong."""
    user = authenticate(request, username=username, password=password, totp=code, now=now)
    if getattr(request, "axes_locked_out", False):
        # Said in our words beside the form; left set, django-axes would put a bare page in its place.
        request.axes_locked_out = False  # type: ignore[attr-defined]
        text = "连错 5 次，已经锁定。请 15 分钟后再试，或请管理员帮忙。"
        raise Refusal("accounts.locked", text, field="username")
    if not isinstance(user, User):
        text = "用户名、密码或动态口令不对。连错 5 次会锁定 15 分钟。"
        raise Refusal("accounts.wrong_password", text, field="username")
    User.objects.filter(pk=user.pk).update(last_seen_at=now)
    return user


def _use_code(user: User, code: str, now: datetime) -> bool:
    """Accept the code of this step or the one before, each step once."""
    seconds = int(now.timestamp())
    for moment in (seconds, seconds - STEP):
        try:
            _totp(user.totp_secret).verify(code.encode(), moment)
        except InvalidToken:
            continue
        step = moment // STEP
        return bool(User.objects.filter(pk=user.pk, totp_last_step__lt=step).update(totp_last_step=step))
    return False


def _totp(secret: str) -> TOTP:
    key = base64.b32decode(secret)
    return TOTP(key, 6, SHA1(), STEP, enforce_key_length=False)
