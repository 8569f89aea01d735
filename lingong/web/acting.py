"""Who asks, and what happens when a verb refuses: shared by all pages."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django import forms
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from lingong.accounts.models import User
from lingong.accounts.rights import Right
from lingong.employers.models import Employer
from lingong.journal.actor import Actor, Side, Via
from lingong.journal.once import Answer, once
from lingong.lib import clock
from lingong.lib.refusal import Hidden, Refusal
from lingong.people.models import Person
from lingong.workers.models import Worker

Page = TypeVar("Page", bound=Callable[..., HttpResponse])
EMPLOYER_KEY = "employer"  # in the session: for which employer the user acts


def signed_in(page: Page) -> Page:
    """The page needs an account; others are sent to sign in and come back."""

    @wraps(page)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User):
            return redirect_to_login(request.get_full_path())
        return page(request, *args, **kwargs)

    return guarded  # type: ignore[return-value]


def staff_with(right: Right) -> Callable[[Page], Page]:
    """The page needs a right; to everybody else it does not exist (404)."""

    def decorate(page: Page) -> Page:
        @wraps(page)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not (isinstance(request.user, User) and request.user.has_right(right)):
                raise Hidden
            return page(request, *args, **kwargs)

        return guarded  # type: ignore[return-value]

    return decorate


def user_of(request: HttpRequest) -> User:
    """The signed-in user; Hidden (404) for a visitor."""
    if not isinstance(request.user, User):
        raise Hidden
    return request.user


def person_of(request: HttpRequest) -> Person | None:
    return Person.objects.filter(account=user_of(request)).first()


def worker_of(request: HttpRequest) -> Worker | None:
    """The worker's role of the signed-in user, None before it was registered or for a visitor."""
    if not isinstance(request.user, User):
        return None
    return Worker.objects.select_related("person").filter(person__account=request.user).first()


def employer_of(request: HttpRequest) -> Employer | None:
    """The employer the user acts for now: the one chosen, else the first."""
    mine = Employer.objects.of(user_of(request)).select_related("person", "organisation").order_by("pk")
    chosen = request.session.get(EMPLOYER_KEY)
    return (mine.filter(public_id=chosen).first() if chosen else None) or mine.first()


def actor(request: HttpRequest, side: Side, via: Via = Via.WEB, assisting: str = "") -> Actor:
    """The signed-in user as an actor on one side."""
    return Actor(str(user_of(request).public_id), side, via, assisting)


def accepted(form: forms.Form, act: Callable[[], object]) -> bool:
    """Carry out `act`; a refusal goes beside its field (or above the form) and nothing typed is lost."""
    try:
        act()
    except Hidden:
        raise
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.text)
        return False
    return True


def once_only(request: HttpRequest, act: Callable[[], Answer]) -> Answer:
    """Carry out `act` once for this form's key (hidden field `once`); a repeat gets the first answer."""
    key = request.POST.get("once", "")
    if not key:
        return act()
    owner = str(user_of(request).public_id)
    content = {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
    answer, _ = once(
        owner=owner, key=f"{request.path}:{key}"[-80:], content=content, now=clock.now(), act=act
    )
    return answer
