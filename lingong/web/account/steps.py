"""What a sign-in remembers from page to page: the number (sealed), who has the right code, where to go then."""

from datetime import datetime, timedelta

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from lingong.accounts.models import User
from lingong.accounts.phone_sign_in import confirm_device
from lingong.employers.models import Employer
from lingong.lib.sealed import Unsealable, seal, unseal
from lingong.people.models import Person
from lingong.web.shared.way_back import local_path
from lingong.workers.models import Worker

from .visitor import device_of

BACKEND = "lingong.accounts.staff_sign_in.PasswordAndTotp"
PHONE, USER, UNTIL, NEXT = "sign_in_phone", "sign_in_user", "sign_in_until", "sign_in_next"
PATIENCE = timedelta(minutes=10)  # between the right code and the second fact


def keep_next(request: HttpRequest) -> None:
    if path := local_path(request.GET.get("next"), ""):
        request.session[NEXT] = path


def keep_phone(request: HttpRequest, phone: str) -> None:
    """Sealed: sessions lie in the database."""
    request.session[PHONE] = seal(phone)


def phone_of(request: HttpRequest) -> str:
    """The number a code was sent to, or empty."""
    try:
        return unseal(request.session.get(PHONE, ""))
    except Unsealable:
        return ""


def keep_user(request: HttpRequest, user: User, now: datetime) -> None:
    """The code was right; the second fact is still missing."""
    request.session[USER] = user.pk
    request.session[UNTIL] = (now + PATIENCE).isoformat()


def user_waiting(request: HttpRequest, now: datetime) -> User | None:
    """Whose code was right a short while ago, or None."""
    until, user_id = request.session.get(UNTIL), request.session.get(USER)
    if until is None or user_id is None or datetime.fromisoformat(until) <= now:
        return None
    return User.objects.filter(pk=user_id, is_active=True).first()


def enter(request: HttpRequest, user: User, now: datetime) -> HttpResponse:
    """Everything is right: sign in under a new session key, remember the device, go where one wanted."""
    confirm_device(user=user, device=device_of(request), now=now)
    login(request, user, backend=BACKEND)
    for name in (PHONE, USER, UNTIL):
        request.session.pop(name, None)
    if not Person.objects.filter(account=user).exists():
        return redirect("web:welcome")  # `next` is kept until the registration
    messages.success(request, "登录好了，这部手机下次只要验证码。")
    return redirect(take_next(request, landing(user)))


def take_next(request: HttpRequest, default: str) -> str:
    """Where the person wanted to go before signing in; asked for once."""
    return local_path(request.session.pop(NEXT, ""), default)


def landing(user: User) -> str:
    """The first page of the side one is registered for."""
    if user.is_staff_account:
        return "/desk/"
    if Worker.objects.filter(person__account=user).exists():
        return reverse("web:home")
    return reverse("web:employer" if Employer.objects.of(user).exists() else "web:welcome")
