"""The agreement on paper: printed first, signed by the person's own hand, then noted with who assisted."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lingong.accounts.rights import Right
from lingong.hiring.access import engagement_for
from lingong.hiring.agree import agreement_of, sign
from lingong.hiring.line import HELD
from lingong.hiring.models import Engagement
from lingong.journal.actor import Side, Via
from lingong.lib import clock
from lingong.lib.refusal import Refusal
from lingong.people.models import Person
from lingong.web.acting import accepted, staff_with, user_of

from .frame import desk_page, remember

KEYS = {Side.WORKER: "S", Side.EMPLOYER: "L"}


class SignForm(forms.Form):
    """`digest` is of the text that was printed; `signer` is chosen where a firm has several members."""

    side = forms.ChoiceField(choices=[(side.value, side.value) for side in KEYS])
    digest = forms.CharField(max_length=64)
    signer = forms.CharField(max_length=36)


@staff_with(Right.ENGAGEMENT_ASSIST)
def agreement(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Show the text to print; note a signature made on the paper."""
    found, _ = engagement_for(user_of(request), public_id, Side.STAFF, Via.DESK)
    if found.state not in HELD and not found.agreements.exists():
        messages.info(request, "双方都确认以后才有协议。")
        return redirect("web:desk_engagement", public_id)
    remember(request, "engagement", public_id)
    form = SignForm(request.POST or None)
    if form.is_valid() and accepted(form, lambda: _sign(request, public_id, form.cleaned_data)):
        return _signed(request, public_id)
    return desk_page(
        request, "agreement.html", {**_page(found), "form": form}, status=422 if form.errors else 200
    )


def _sign(request: HttpRequest, public_id: UUID, facts: dict[str, Any]) -> None:
    about, by = engagement_for(user_of(request), public_id, Side(facts["side"]), Via.DESK)
    if facts["signer"] not in {str(person.public_id) for person in may_sign(about, by.side)}:
        raise Refusal("hiring.signer", "签字的要是本人。请选是谁签的。", field="signer")
    sign(engagement=about, signer=facts["signer"], by=by, now=clock.now(), digest=facts["digest"])
    messages.success(request, f"{'工人' if by.side == Side.WORKER else '雇主'}本人已在纸上签字，已记下。")


def _signed(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """On to the engagement once both have signed, else the other side is next."""
    about, _ = engagement_for(user_of(request), public_id, Side.STAFF, Via.DESK)
    return redirect("web:desk_engagement" if about.contact_open else "web:desk_agreement", public_id)


def may_sign(about: Engagement, side: Side) -> list[Person]:
    """The worker; the household's person; or any member of the firm."""
    if side == Side.WORKER:
        return [about.worker.person]
    employer = about.posting.employer
    if employer.person is not None:
        return [employer.person]
    return [m.person for m in employer.members.filter(ended_at=None).select_related("person").order_by("pk")]


def _page(about: Engagement) -> dict[str, Any]:
    paper = agreement_of(engagement=about, now=clock.now())
    signed = {row.side: row for row in paper.signatures.all()}
    sides = [
        {
            "side": side.value, "word": word, "key": key, "people": may_sign(about, side),
            "signature": signed.get(side.value),
        }
        for (side, key), word in zip(KEYS.items(), ("工人", "雇主"), strict=True)
    ]  # fmt: skip
    return {"engagement": about, "agreement": paper, "sides": sides, "signing": about.state in HELD}
