"""For which employer the pages act, and the ways to what is the employer's own."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from lingong.accounts.models import User
from lingong.employers.models import Employer
from lingong.hiring.access import engagement_for
from lingong.hiring.models import Engagement
from lingong.jobs.models import Posting
from lingong.journal.actor import Actor, Side, Via
from lingong.lib.refusal import Hidden
from lingong.web import acting

Page = Callable[..., HttpResponse]


def employer_or_none(request: HttpRequest) -> Employer | None:
    """The employer acted for; None for a visitor, or before one was registered."""
    return acting.employer_of(request) if isinstance(request.user, User) else None


def for_employer(page: Page) -> Page:
    """The page gets the employer acted for; who has none is told how to become one."""

    @wraps(page)
    @acting.signed_in
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        employer = acting.employer_of(request)
        if employer is None:
            return render(request, "employer/none.html")
        return page(request, employer, *args, **kwargs)

    return guarded


def show(
    request: HttpRequest, template: str, employer: Employer | None, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:  # fmt: skip
    """Render a page of the employer; it knows all employers of the user, for the choice among several."""
    mine = Employer.objects.of(request.user) if isinstance(request.user, User) else Employer.objects.none()
    several = list(mine.select_related("person", "organisation").order_by("pk")) if employer else []
    own = {"employer": employer, "employers": several if len(several) > 1 else []}
    return render(request, template, {**own, **context}, status=status)


def boss(request: HttpRequest) -> Actor:
    return acting.actor(request, Side.EMPLOYER)


def posting_for(request: HttpRequest, public_id: object) -> Posting:
    """A posting of an employer the user acts for; Hidden otherwise."""
    try:
        known = UUID(str(public_id))
    except ValueError as error:
        raise Hidden from error
    posting = Posting.objects.of(request.user).for_page().filter(public_id=known).first()
    if posting is None:
        raise Hidden
    return posting


def person_on(request: HttpRequest, public_id: UUID) -> tuple[Engagement, Actor]:
    """An engagement as the employer's side sees it."""
    return engagement_for(request.user, public_id, Side.EMPLOYER, Via.WEB)


def back_to(request: HttpRequest, otherwise: str) -> HttpResponse:
    """The page a small act came from (field `next`, this site only)."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return redirect(wanted if safe else otherwise)


class Chosen(forms.Form):
    employer = forms.UUIDField(label="为谁招人")


@require_POST
@acting.signed_in
def act_for(request: HttpRequest) -> HttpResponse:
    """Choose for which of several employers to act."""
    form = Chosen(request.POST)
    mine = Employer.objects.of(acting.user_of(request))
    if not form.is_valid() or not mine.filter(public_id=form.cleaned_data["employer"]).exists():
        raise Hidden
    request.session[acting.EMPLOYER_KEY] = str(form.cleaned_data["employer"])
    return back_to(request, "web:employer")
