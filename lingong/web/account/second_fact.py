"""The second question after a right code on a new device or a number silent for long."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from lingong.accounts.models import User
from lingong.accounts.second_fact import LOCKED, is_locked
from lingong.journal.actor import Actor, Side
from lingong.lib import clock
from lingong.people.identify import second_fact_question
from lingong.people.models import Person
from lingong.people.second_fact import answer_question, release_number
from lingong.web.acting import accepted
from lingong.web.shared.stations import stations_for

from . import steps


class AnswerForm(forms.Form):
    answer = forms.CharField(max_length=60)

    def __init__(self, *args: object, question: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["answer"].label = question


@sensitive_post_parameters("answer")
def second_fact(request: HttpRequest) -> HttpResponse:
    """Three tries, counted on the account; then the way to the counter."""
    now = clock.now()
    user = steps.user_waiting(request, now)
    person = Person.objects.filter(account=user).first() if user else None
    if user is None or person is None:
        return redirect("web:sign_in")
    form = AnswerForm(request.POST or None, question=second_fact_question(person))

    def answer() -> None:
        answer_question(person=person, user=user, answer=form.cleaned_data["answer"])

    if request.method == "POST" and form.is_valid() and accepted(form, answer):
        return steps.enter(request, user, now)
    locked = LOCKED if is_locked(User.objects.get(pk=user.pk)) else ""
    stations = stations_for(person.region) if locked else []
    return render(request, "account/second_fact.html", {"form": form, "locked": locked, "stations": stations})


@require_POST
def not_mine_before(request: HttpRequest) -> HttpResponse:
    """“这个号码以前不是我用的”: the old record loses the number, a new account begins."""
    now = clock.now()
    user = steps.user_waiting(request, now)
    if user is None:
        return redirect("web:sign_in")
    new = release_number(user=user, by=Actor("", Side.WORKER), now=now)
    messages.success(request, "号码归您了，以前那个人的记录已经和它分开。")
    return steps.enter(request, new, now)
