"""Change what is offered: reviewed again, and agreed to again by everybody already confirmed."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lingong.hiring.line import HELD
from lingong.jobs.change import offer_of, propose_change
from lingong.jobs.facts import Offer
from lingong.jobs.from_text import offer_from
from lingong.jobs.models import Posting
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.web import acting

from .look import look
from .mine import boss, posting_for, show
from .offer_form import OfferForm, as_typed, facts_of


@acting.signed_in
def change(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The form of the terms in force; sent, it becomes the next version."""
    posting, now = posting_for(request, public_id), clock.now()
    if posting.terms is None:
        raise Hidden
    offer = offer_of(posting.terms)
    initial = as_typed(facts_of(offer))
    form = OfferForm(request.POST or None, initial=initial, home=posting.employer.region)

    def act() -> None:
        new = _kept(offer, offer_from(form.cleaned_data))
        propose_change(posting=posting, offer=new, by=boss(request), now=now)

    if request.method == "POST" and form.is_valid() and acting.accepted(form, act):
        messages.success(request, "新条件送去审核了。审完以前，还是按原来的条件招人、干活。")
        return redirect("web:posting", public_id)
    context = {"form": form, "look": _look(posting, initial), "posting": posting}
    context |= {"held": posting.engagements.filter(state__in=HELD).count(), "uneven": _uneven(offer)}
    return show(request, "employer/change.html", posting.employer, context)


def _look(posting: Posting, initial: dict[str, str]) -> object:
    """Hours and local pay of the terms in force; no hints, for there is no text."""
    form = OfferForm(initial, home=posting.employer.region)
    form.is_valid()
    return look("", form.cleaned_data, region=posting.region, now=clock.now())


def _kept(old: Offer, new: Offer) -> Offer:
    """What the form does not ask stays: the point on the map while the place is the same."""
    same = (old.place, old.region) == (new.place.strip(), new.region)
    return replace(new, lat=old.lat, lon=old.lon) if same else new


def _uneven(offer: Offer) -> bool:
    """Shifts with different hours: the form can only make them alike."""
    times = {(clock.local(start).time(), clock.local(end).time()) for start, end in offer.shifts}
    days = (offer.shifts[-1][0] - offer.shifts[0][0]).days + 1
    return len(times) > 1 or days != len(offer.shifts)
