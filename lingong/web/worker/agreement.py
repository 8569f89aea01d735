"""The agreement: six lines that count, the full text, and the worker's own signature."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lingong.hiring.agree import agreement_of, key_terms, sign
from lingong.hiring.line import HELD
from lingong.hiring.models import Agreement, Engagement
from lingong.journal.actor import Side
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.web.acting import signed_in

from .acts import mine, sent


class Signing(forms.Form):
    agree = forms.BooleanField(label="我看清楚了，同意按这些条件干")
    digest = forms.CharField(max_length=64)  # of the text on the page; another one in force is refused


@signed_in
def agreement(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Read, sign, print; there is one as soon as both said yes."""
    engagement, by = mine(request, public_id)
    paper, now = paper_of(engagement), clock.now()
    form = Signing(request.POST or None)
    signer = str(engagement.worker.person.public_id)

    def act() -> None:
        digest = form.cleaned_data["digest"]
        sign(engagement=engagement, signer=signer, by=by, now=now, digest=digest)

    if sent(request, form, act, "您签好了。双方都签了以后，这里会显示电话和详细地址。"):
        return redirect("web:engagement", public_id)
    signatures = {signature.side: signature for signature in paper.signatures.all()}
    context = {
        "engagement": engagement,
        "paper": paper,
        "form": form,
        "terms": key_terms(paper.terms),
        "signatures": signatures,
        "open": engagement.state in HELD and Side.WORKER not in signatures,
    }
    return render(request, "worker/agreement.html", context)


def paper_of(engagement: Engagement) -> Agreement:
    """The agreement over the terms agreed to; before both said yes there is none (404)."""
    if engagement.state in HELD:
        return agreement_of(engagement=engagement, now=clock.now())
    rows = Agreement.objects.filter(engagement=engagement, terms=engagement.terms)
    found = rows.select_related("terms").first()
    if found is None:
        raise Hidden
    return found
