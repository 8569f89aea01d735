"""What was typed on 发布 and not yet submitted: kept in a draft, or in the session until there is an employer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from lingong.employers.models import Employer
from lingong.jobs.change import offer_of
from lingong.jobs.draft import save_draft, start_draft
from lingong.jobs.from_text import FromText, first_job
from lingong.jobs.models import Posting
from lingong.jobs.states import PostingState
from lingong.lib import clock
from lingong.lib.refusal import Refusal
from lingong.web import acting

from .look import reading_of
from .mine import boss, posting_for
from .offer_form import OfferForm, as_typed, facts_of

KEPT = "typed_posting"  # in the session
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Typed:
    """A text and the answers of the form, as typed; `posting` is the draft that keeps them."""

    text: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    posting: Posting | None = None
    begun: bool = False  # the form is shown

    @property
    def address(self) -> str:
        """Where one goes on with it."""
        query = {"draft": str(self.posting.public_id)} if self.posting else {"form": "1"}
        return f"{reverse('web:employer')}?{urlencode(query)}"


def typed_of(request: HttpRequest) -> Typed:
    """What is being typed: the draft named in the address, else what the session kept, else nothing yet."""
    if name := request.GET.get("draft", ""):
        return _of_draft(posting_for(request, name))
    afresh = "new" in request.GET or (request.method == "POST" and "form" not in request.GET)
    kept = None if afresh else request.session.get(KEPT)
    if kept:
        return Typed(kept["text"], kept["answers"], begun=True)
    return Typed(begun="form" in request.GET)


def hear(request: HttpRequest, before: Typed, home: str, now: datetime) -> Typed:
    """`before` with what the page sent; with the act `read` or `first` the text answers what it states."""
    text = request.POST.get("text", before.text).replace("\r\n", "\n").strip()[:LONGEST]
    sent = {name: request.POST[name] for name in OfferForm.base_fields if name in request.POST}
    act = request.POST.get("act", "")
    answers = sent or dict(before.answers)
    if act in ("read", "first") and text:
        region = answers.get("region") or home
        read = reading_of(text, region=region, now=now)
        answers |= _news(first_job(text, read) if act == "first" else read, before, region, now, act)
        answers.setdefault("region", home)
    return replace(before, text=text, answers=answers, begun=True)


def keep(request: HttpRequest, employer: Employer | None, typed: Typed) -> Typed:
    """Keep it, in the draft if there is an employer; a repeated submit finds the draft of the first."""
    if employer is None:
        request.session[KEPT] = {"text": typed.text, "answers": dict(typed.answers)}
        return typed
    posting = typed.posting or _start(request, employer, typed)
    if posting.state == PostingState.DRAFT:
        draft: dict[str, object] = {**typed.answers}
        save_draft(posting=posting, draft=draft, by=boss(request), now=clock.now(), text=typed.text)
    request.session.pop(KEPT, None)
    return replace(typed, posting=posting)


def _start(request: HttpRequest, employer: Employer, typed: Typed) -> Posting:
    def start() -> dict[str, object]:
        draft = start_draft(employer=employer, by=boss(request), now=clock.now(), text=typed.text)
        return {"draft": str(draft.public_id)}

    try:
        answer = acting.once_only(request, start)
    except Refusal:  # back in the browser and written anew under the old key: that is another posting
        answer = start()
    return posting_for(request, answer["draft"])


def _of_draft(posting: Posting) -> Typed:
    """The draft's answers; one made elsewhere has its last version, or only its text."""
    answers: dict[str, str] = {name: str(value) for name, value in posting.draft.items()}
    last = posting.versions.order_by("-number").first()
    if not answers and last is not None:
        answers = as_typed(facts_of(offer_of(last)))
    return Typed(posting.source_text, answers, posting, begun=True)


def _news(read: FromText, before: Typed, region: str, now: datetime, act: str) -> dict[str, str]:
    """What the text states now and did not state before: it wins over what was typed; the rest stays."""
    facts = as_typed(read.facts)
    if act == "first" or not before.begun:
        return facts
    old = as_typed(reading_of(before.text, region=region, now=now).facts) if before.text else {}
    return {name: value for name, value in facts.items() if old.get(name) != value}
