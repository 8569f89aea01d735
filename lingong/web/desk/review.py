"""The review desk: the oldest clock first, the text with its doubtful words, one key to accept or send back."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lingong.accounts.rights import Right
from lingong.hiring.agree import key_terms
from lingong.jobs.models import Terms
from lingong.jobs.review import accept, send_back
from lingong.jobs.states import PostingState
from lingong.journal.actor import Side, Via
from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.web.acting import accepted, actor, staff_with, user_of

from .advice import advice_on, marked
from .frame import desk_page
from .needs import left, reviews

MOST = 30
# What is written most often, one key each; the employer reads the sentence.
REASONS = (
    "请写清楚工钱、怎么算、哪天给。",
    "请写清楚干活的地点和时间。",
    "请去掉对性别、年龄、籍贯等的限制。",
    "不能向工人收任何钱，请去掉。",
    "内容没看明白，请打电话或来窗口说明。",
)


class BackForm(forms.Form):
    reason = forms.CharField(label="写给雇主的原因", max_length=200)


@staff_with(Right.POSTING_REVIEW)
def review(request: HttpRequest, public_id: UUID | None = None) -> HttpResponse:
    """The queue with one posting open: the one asked for, else the first the clerk may decide on."""
    waiting = list(reviews(request)[:MOST])
    terms = _chosen(request, waiting, public_id)
    form = BackForm()
    if request.method == "POST" and terms is not None:
        form = BackForm(request.POST) if "reason" in request.POST else _Accept(request.POST)
        if form.is_valid() and accepted(
            form, lambda: _decide(request, terms, form.cleaned_data.get("reason"))
        ):
            return redirect("web:desk_review")
    context = {
        "waiting": [_line(row) for row in waiting],
        "form": form,
        "reasons": list(enumerate(REASONS, 1)),
    }
    if terms is not None:
        context |= _open(request, terms)
    return desk_page(request, "review.html", context, status=422 if form.errors else 200)


class _Accept(BackForm):
    """Accepting asks for no reason; the field is there so that a refusal can be shown above the form."""

    reason = forms.CharField(required=False)


def _chosen(request: HttpRequest, waiting: list[Terms], public_id: UUID | None) -> Terms | None:
    if public_id:
        found = next((row for row in waiting if row.posting.public_id == public_id), None)
        found = found or reviews(request).filter(posting__public_id=public_id).first()
        if found is None:
            raise Hidden
        return found
    mine = str(user_of(request).public_id)
    return next((row for row in waiting if row.proposed_by != mine), waiting[0] if waiting else None)


def _decide(request: HttpRequest, terms: Terms, reason: str | None) -> None:
    by, now = actor(request, Side.STAFF, Via.DESK), clock.now()
    name = terms.posting.employer.shown_name
    if reason:
        send_back(posting=terms.posting, reason=reason, by=by, now=now)
        messages.info(request, f"{name}的已退回，雇主会看到原因。")
    else:
        accept(posting=terms.posting, by=by, now=now)
        messages.success(request, f"{name}的已通过，现在公开招人。")


def _line(terms: Terms) -> dict[str, Any]:
    changed = terms.posting.state != PostingState.IN_REVIEW
    said, tone = ("改条件", "info") if changed else left(terms.posting.review_due_at, clock.now())
    return {"terms": terms, "said": said, "tone": tone}


def _open(request: HttpRequest, terms: Terms) -> dict[str, Any]:
    text = terms.posting.source_text
    advice = advice_on(text, terms.region, clock.now())
    in_force = terms.posting.terms
    return {
        "terms": terms, "lines": key_terms(terms), "advice": advice,
        "text": marked(text, [one.quote for one in advice]),
        "before": dict(key_terms(in_force)) if in_force is not None and in_force.pk != terms.pk else {},
        "own": terms.proposed_by == str(user_of(request).public_id),
    }  # fmt: skip
