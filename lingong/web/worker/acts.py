"""What every act on an engagement shares: whose it is, once only, what is said, and where it leads."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lingong.hiring.access import engagement_for, shift_for
from lingong.hiring.models import Engagement, Shift
from lingong.journal.actor import Actor, Side, Via
from lingong.lib.refusal import Hidden, Refusal
from lingong.web.acting import accepted, once_only, user_of

Act = Callable[[], object]


def mine(request: HttpRequest, public_id: UUID) -> tuple[Engagement, Actor]:
    """The engagement of the signed-in worker, and the actor; somebody else's is Hidden (404)."""
    return engagement_for(user_of(request), public_id, Side.WORKER, Via.WEB)


def my_shift(request: HttpRequest, public_id: UUID, shift_id: int) -> tuple[Shift, Actor]:
    return shift_for(user_of(request), public_id, shift_id, Side.WORKER, Via.WEB)


def once_done(request: HttpRequest, act: Act) -> None:
    """Carry out `act` once for the key of the form; the second of two equal submits does nothing."""

    def answer() -> dict[str, object]:
        act()
        return {}

    once_only(request, answer)


def done(request: HttpRequest, engagement: Engagement, act: Act, said: str) -> HttpResponse:
    """A button without fields: act, say what happened or why not, and show the engagement."""
    try:
        once_done(request, act)
    except Hidden:
        raise
    except Refusal as refusal:
        messages.error(request, refusal.text)
    else:
        messages.success(request, said)
    return redirect("web:engagement", engagement.public_id)


def sent(request: HttpRequest, form: forms.Form, act: Act, said: str) -> bool:
    """A form that was sent: whether it was carried out; a refusal stands in the form, nothing typed is lost."""
    if request.method != "POST" or not form.is_valid():
        return False
    if not accepted(form, lambda: once_done(request, act)):
        return False
    messages.success(request, said)
    return True
