"""Sign with one worker, or with several of one posting at once: one signature an agreement, each named."""

from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lingong.hiring.agree import agreement_of, key_terms, sign
from lingong.hiring.line import HELD
from lingong.hiring.models import Agreement, Engagement
from lingong.journal.actor import Actor
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.web import acting

from .acts import each_done, once_done
from .mine import boss, person_on, posting_for, show
from .person import name_of, people, to_sign

YES = "我看过了，同意按这些条件用工，并签字"


class Sign(forms.Form):
    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
    agreed = forms.BooleanField(label=YES)


@acting.signed_in
def employer_agreement(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The key terms, the whole text, and the employer's own signature."""
    engagement, by = person_on(request, public_id)
    now = clock.now()
    agreement = _agreement(engagement, now)
    form = Sign(request.POST or None, initial={"digest": agreement.digest})

    def act() -> None:
        _sign(request, engagement, form.cleaned_data["digest"], by, now)

    if (
        request.method == "POST"
        and form.is_valid()
        and acting.accepted(form, lambda: once_done(request, act))
    ):
        messages.success(request, _said(engagement))
        return redirect("web:candidate", public_id)
    context = {
        "agreement": agreement, "form": form, "terms": key_terms(engagement.terms), "engagement": engagement,
        "name": name_of(engagement), "signatures": agreement.signatures.order_by("signed_at"),
        "mine": to_sign(engagement),
    }  # fmt: skip
    return show(request, "employer/agreement.html", engagement.posting.employer, context)


class SignAll(forms.Form):
    """`who` are the engagements with the digest of the text shown for each."""

    who = forms.MultipleChoiceField(label="和谁签", widget=forms.CheckboxSelectMultiple)
    agreed = forms.BooleanField(label=YES)

    def __init__(self, waiting: list[tuple[Engagement, Agreement]], *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        field = self.fields["who"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [
            (_key(one, text), f"{name_of(one)}（编号 {str(one.public_id)[:8]}）") for one, text in waiting
        ]
        field.initial = [key for key, _ in field.choices]


@acting.signed_in
def sign_all(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """All confirmed people of a posting who still lack the employer's signature, on one page."""
    posting, now = posting_for(request, public_id), clock.now()
    rows = people(posting.employer).filter(posting=posting, state__in=HELD).order_by("confirmed_at")
    waiting = [(one, agreement_of(engagement=one, now=now)) for one in rows if to_sign(one)]
    form = SignAll(waiting, request.POST or None)
    if request.method == "POST" and form.is_valid():
        by, chosen = boss(request), set(form.cleaned_data["who"])
        acts = [
            (name_of(one), lambda one=one, text=text: _sign(request, one, text.digest, by, now))
            for one, text in waiting
            if _key(one, text) in chosen
        ]
        return each_done(
            request, acts, "和 {} 个人签好了您这边。对方也签了的，电话已经打开。", "web:candidates"
        )
    groups = _by_terms(waiting)
    context = {"posting": posting, "form": form, "waiting": waiting, "groups": groups}
    return show(request, "employer/sign_all.html", posting.employer, context)


def _by_terms(waiting: list[tuple[Engagement, Agreement]]) -> list[tuple[list[tuple[str, str]], list[str]]]:
    """(the six lines, names of the people they hold for): everybody's terms are on the page."""
    terms = {one.terms_id: one.terms for one, _ in waiting}
    return [
        (key_terms(t), [name_of(one) for one, _ in waiting if one.terms_id == pk]) for pk, t in terms.items()
    ]


def _agreement(engagement: Engagement, now: datetime) -> Agreement:
    """The agreement to sign, or the one that was signed; Hidden before both confirmed."""
    if engagement.state in HELD:
        return agreement_of(engagement=engagement, now=now)
    made = Agreement.objects.filter(engagement=engagement, terms=engagement.terms).first()
    if made is None:
        raise Hidden
    return made


def _sign(request: HttpRequest, engagement: Engagement, digest: str, by: Actor, now: datetime) -> None:
    person = acting.person_of(request)
    if person is None:
        raise Hidden
    sign(engagement=engagement, signer=str(person.public_id), by=by, now=now, digest=digest)


def _said(engagement: Engagement) -> str:
    if engagement.contact_open:
        return "双方都签好了，电话已经打开。"
    return "您签好了，等对方签；对方签好，双方就能看到电话。"


def _key(engagement: Engagement, agreement: Agreement) -> str:
    return f"{engagement.public_id}:{agreement.digest[:16]}"
