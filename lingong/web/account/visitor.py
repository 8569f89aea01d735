"""The browser a visitor comes with: a random value in a signed cookie, and the address it calls from."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "device"
SALT = "lingong.device"
LIFE = timedelta(days=365)


def device_of(request: HttpRequest) -> str:
    """The value of the cookie if we signed it, else empty: then the device counts as new."""
    ours = request.get_signed_cookie(COOKIE, default=None, salt=SALT, max_age=LIFE)
    return request.COOKIES[COOKIE] if ours else ""


def with_device(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Give a browser its value when it first comes to sign in."""
    if not device_of(request):
        response.set_signed_cookie(
            COOKIE, secrets.token_urlsafe(24), salt=SALT, max_age=LIFE, httponly=True, samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )  # fmt: skip
    return response


def address_of(request: HttpRequest) -> str:
    """The caller's address (caller.py has seen to servers in front)."""
    return str(request.META.get("REMOTE_ADDR", ""))
