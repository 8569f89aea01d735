"""Sign in: phone and SMS code with a second fact where it is needed, or the staff's way."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from ninja import Schema
from pydantic import Field

from lingong.accounts import phone_sign_in
from lingong.accounts.models import User
from lingong.accounts.staff_sign_in import STAFF_SESSION, sign_in_staff
from lingong.lib import clock
from lingong.lib.identity import phone as checked_phone
from lingong.lib.integrity import refusing_invalid
from lingong.lib.refusal import Hidden, Refusal
from lingong.people.identify import second_fact_question
from lingong.people.models import Person
from lingong.people.second_fact import answer_question, person_to_ask

from .answers import VISITOR_ERRORS
from .fields import Given, Name, Number
from .routers import session, visitor

DEVICE = "program"  # signed cookie: a random number of this program, known after a full sign-in
LIFE = timedelta(days=730)
WAITING = "second_fact"  # in the session: whose code was right, and until when the second fact may follow
WAIT = timedelta(minutes=10)
BACKEND = "lingong.accounts.staff_sign_in.PasswordAndTotp"


class Session(Schema):
    """`csrf_token` goes back in the header `X-CSRFToken` with everything but GET."""

    signed_in: bool
    is_staff: bool = False
    question: str = Field(default="", description="Asked for at POST /session/second_fact, if not empty")
    csrf_token: str


class Phone(Given):
    phone: Number


class Code(Phone):
    code: str = Field(pattern=r"^\s*[0-9]{6}\s*$")


class SecondFact(Given):
    answer: Name


class Staff(Given):
    username: Name
    password: str = Field(max_length=200, pattern=r"^[^\x00]*$")
    code: str = Field(pattern=r"^\s*[0-9]{6}\s*$", description="TOTP")


ANSWERS = {200: Session, **VISITOR_ERRORS}


@session.get("", auth=None, response=ANSWERS, operation_id="session_read")
def read(request: HttpRequest, response: HttpResponse) -> dict[str, object]:
    """Who is signed in, and the token for what follows. Ask this first: it also sets the cookies."""
    if not _device(request):
        response.set_signed_cookie(
            DEVICE, secrets.token_urlsafe(24), salt=DEVICE, max_age=LIFE, httponly=True, samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )  # fmt: skip
    return _shown(request)


@session.post("/code", auth=visitor, response=ANSWERS, operation_id="session_code")
def code(request: HttpRequest, body: Phone) -> dict[str, object]:
    """Send a code to a phone. Answers alike whether or not the number is known."""
    ip = request.META.get("REMOTE_ADDR", "")
    device = _device(request)
    phone_sign_in.request_code(phone=_phone(body), ip=ip, device=device, now=clock.now())
    return _shown(request)


@session.post("", auth=visitor, response=ANSWERS, operation_id="session_start")
def start(request: HttpRequest, body: Code) -> dict[str, object]:
    """Enter the code. On a new device, or after long silence, a second fact is asked for."""
    now = clock.now()
    device = _device(request)
    entered = phone_sign_in.enter_code(phone=_phone(body), code=body.code, device=device, now=now)
    person = person_to_ask(entered)
    if person is not None:
        request.session[WAITING] = {
            "user": str(entered.user.public_id),
            "until": (now + WAIT).isoformat(),
        }
        return _shown(request, question=second_fact_question(person))
    return _signed_in(request, entered.user, now)


@session.post("/second_fact", auth=visitor, response=ANSWERS, operation_id="session_second_fact")
def second_fact(request: HttpRequest, body: SecondFact) -> dict[str, object]:
    """Answer the question; three wrong answers lock the account until a clerk opens it."""
    now = clock.now()
    waiting = request.session.get(WAITING)
    if waiting is None or datetime.fromisoformat(waiting["until"]) <= now:
        raise Refusal("accounts.start_again", "时间过了，请重新获取验证码。", field="answer")
    person = Person.objects.select_related("account").filter(account__public_id=waiting["user"]).first()
    user = person.account if person else None
    if person is None or user is None or not user.is_active:
        raise Hidden
    answer_question(person=person, user=user, answer=body.answer)
    return _signed_in(request, user, now)


@session.post("/staff", auth=visitor, response=ANSWERS, operation_id="session_staff")
def staff(request: HttpRequest, body: Staff) -> dict[str, object]:
    """Password and TOTP together; the answer does not tell which of them was wrong."""
    user = sign_in_staff(
        request=request,
        username=body.username,
        password=body.password,
        code=body.code.strip(),
        now=clock.now(),
    )
    login(request, user, backend=BACKEND)
    request.session.set_expiry(int(STAFF_SESSION.total_seconds()))
    return _shown(request)


@session.delete("", auth=visitor, response=ANSWERS, operation_id="session_end")
def end(request: HttpRequest) -> dict[str, object]:
    """Sign out."""
    logout(request)
    return _shown(request)


def _device(request: HttpRequest) -> str:
    """What this program is known by; empty if the cookie is not of our making."""
    return request.get_signed_cookie(DEVICE, default="", salt=DEVICE, max_age=LIFE) or ""


def _phone(body: Phone) -> str:
    with refusing_invalid("accounts.phone", "phone"):
        return checked_phone(body.phone)


def _signed_in(request: HttpRequest, user: User, now: datetime) -> dict[str, object]:
    login(request, user, backend=BACKEND)
    request.session.pop(WAITING, None)
    phone_sign_in.confirm_device(user=user, device=_device(request), now=now)
    return _shown(request)


def _shown(request: HttpRequest, question: str = "") -> dict[str, object]:
    user = request.user
    return {
        "signed_in": user.is_authenticated,
        "is_staff": isinstance(user, User) and user.is_staff_account,
        "question": question,
        "csrf_token": get_token(request),
    }
