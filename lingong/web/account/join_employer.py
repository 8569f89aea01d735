"""登记招人: a household needs name and district, a firm its own name, code and kind besides."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lingong.employers.models import Employer, EmployerKind
from lingong.employers.register import register_firm, register_household
from lingong.journal.actor import Actor, Side
from lingong.journal.once import Answer
from lingong.lib import clock
from lingong.lib import identity as papers
from lingong.people.models import Person
from lingong.web.acting import EMPLOYER_KEY, accepted, actor, once_only, person_of, signed_in, user_of

from .person_form import PersonForm, person_from
from .steps import take_next

BODIES = [choice for choice in EmployerKind.choices if choice[0] != EmployerKind.HOUSEHOLD]


class HouseholdForm(PersonForm):
    pass


class FirmForm(PersonForm):
    firm = forms.CharField(label="单位名称", max_length=120, help_text="和营业执照上一样")
    uscc = forms.CharField(label="统一社会信用代码", max_length=30, help_text="营业执照上的 18 位")
    kind = forms.ChoiceField(
        label="是哪一种", choices=BODIES, widget=forms.RadioSelect, initial=EmployerKind.FIRM
    )
    field_order = ("kind", "firm", "uscc", "name", "district", "agree")

    def clean_uscc(self) -> str:
        return papers.uscc(self.cleaned_data["uscc"])


FORMS: dict[str, type[PersonForm]] = {"household": HouseholdForm, "firm": FirmForm}


@require_safe
@signed_in
def join_employer(request: HttpRequest) -> HttpResponse:
    """Which of the two: at home, or a firm."""
    household = Employer.objects.filter(person__account=user_of(request)).exists()
    return render(request, "account/join_employer.html", {"household": household})


@signed_in
def join_as(request: HttpRequest, way: str) -> HttpResponse:
    """The short form of the household or of the firm."""
    person = person_of(request)
    form = FORMS[way](request.POST or None, request=request, person=person)
    by = actor(request, Side.EMPLOYER)

    def join() -> Answer:
        return _join(request, person, form.cleaned_data, by)

    if request.method == "POST" and form.is_valid() and accepted(form, lambda: once_only(request, join)):
        return _onward(request, way)
    return render(request, f"account/join_{way}.html", {"form": form, "person": person})


def _join(request: HttpRequest, person: Person | None, facts: dict[str, Any], by: Actor) -> Answer:
    now = clock.now()
    with transaction.atomic():
        who = person or person_from(request, facts, by, now)
        if "uscc" not in facts:
            employer = register_household(person=who, by=by, now=now)
        else:
            employer = register_firm(
                name=facts["firm"], uscc=facts["uscc"], kind=facts["kind"], region=facts["district"], person=who,
                by=by, now=now,
            )  # fmt: skip
    request.session[EMPLOYER_KEY] = str(employer.public_id)
    return {"employer": str(employer.public_id)}


def _onward(request: HttpRequest, way: str) -> HttpResponse:
    """A household verifies itself on the phone; a firm by its licence at the counter."""
    person = person_of(request)
    if way == "firm":
        messages.success(request, "登记好了。带上营业执照到窗口核对一次，核对完就能发布；活可以现在先写好。")
    elif person is not None and not person.is_verified:
        messages.success(request, "登记好了。发布前还要实名，填上身份证号就行。")
        return redirect(f"{reverse('web:identity')}?next={reverse('web:employer')}")
    else:
        messages.success(request, "登记好了，写一句话就能招人。")
    return redirect(take_next(request, reverse("web:employer")))
