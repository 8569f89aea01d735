"""再来一单: the same work from another day on; and the same people asked again."""

from datetime import timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from lingong.hiring import rehire as hiring
from lingong.jobs.again import again as post_again
from lingong.lib import clock
from lingong.web import acting

from .mine import boss, posting_for, show
from .own import own
from .say_terms import lines_of


class Again(forms.Form):
    first = forms.DateField(
        label="这次从哪天开始", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="时间、工钱、人数都和上次一样。",
    )  # fmt: skip


@acting.signed_in
def again(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ask for the first day and hand the same offer to review."""
    posting, now = posting_for(request, public_id), clock.now()
    form = Again(request.POST or None, initial={"first": clock.today(now) + timedelta(days=1)})
    made: dict[str, object] = {}

    def act() -> None:
        def post() -> dict[str, object]:
            first = form.cleaned_data["first"]
            return {
                "posting": str(post_again(posting=posting, first=first, by=boss(request), now=now).public_id)
            }

        made.update(acting.once_only(request, post))

    if request.method == "POST" and form.is_valid() and acting.accepted(form, act):
        messages.success(request, "又发了一单，已送去审核。审完就能请上次的人再来。")
        return redirect("web:posting", made["posting"])
    mine = own(posting)
    context = {"form": form, "own": mine, "lines": lines_of(mine.terms, now) if mine.terms else []}
    return show(request, "employer/again.html", posting.employer, context)


class Earlier(forms.Form):
    earlier = forms.UUIDField()


@require_POST
@acting.signed_in
def rehire(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Invite everybody who finished work on an earlier posting."""
    posting, form = posting_for(request, public_id), Earlier(request.POST)
    earlier = posting_for(request, form.cleaned_data["earlier"] if form.is_valid() else "")
    invited, refused = hiring.rehire(earlier=earlier, posting=posting, by=boss(request), now=clock.now())
    if invited:
        messages.success(request, f"请了 {len(invited)} 个人，等大家点确认。")
    for text in dict.fromkeys(refusal.text for refusal in refused):
        messages.warning(request, f"有人没请成：{text}")
    if not invited and not refused:
        messages.info(request, "那一单还没有干完的人。")
    return redirect("web:posting", public_id)
