"""Register a walk-in, worker or employer, in one short form; a possible double is shown before saving."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lingong.accounts.rights import Right
from lingong.employers.models import EmployerKind
from lingong.journal.once import Answer
from lingong.lib import clock
from lingong.lib import identity as papers
from lingong.lib.refusal import Hidden
from lingong.people.doubles import SAME_NAME, SAME_NUMBER, SAME_PHONE, possible_doubles
from lingong.people.models import Person
from lingong.web.acting import accepted, once_only, staff_with, user_of

from .fields import PaperField, PhoneField, TradesField
from .frame import desk_page
from .reach import LAST, districts, usual_district
from .walk_in import enter_employer, enter_worker

SIGNS = {SAME_NUMBER: "证件号一样", SAME_PHONE: "电话一样", SAME_NAME: "同区县同名"}


class PersonForm(forms.Form):
    """Who stands at the counter. Only the name and the consent have to be there."""

    name = forms.CharField(label="姓名", max_length=60)
    number = PaperField(
        label="证件号", required=False, help_text="身份证、港澳台居住证、外国人永久居留证都行"
    )
    seen = forms.BooleanField(label="证件原件已看，人证相符", required=False)
    phone = PhoneField(label="手机号", required=False)
    has_smartphone = forms.BooleanField(label="会用手机看消息", required=False)
    region = forms.ChoiceField(label="区县")
    consent = forms.BooleanField(label="已念给本人听，本人同意我们代为登记和办理")

    def __init__(self, *args: Any, regions: list[tuple[str, str]], usual: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].choices = regions if usual else [("", "请选区县"), *regions]  # type: ignore[attr-defined]
        self.fields["region"].initial = usual
        if len(regions) == 1:
            self.fields["region"].widget = forms.HiddenInput()

    def clean_seen(self) -> bool:
        seen = bool(self.cleaned_data["seen"])
        if seen and not self.cleaned_data.get("number") and "number" not in self.errors:
            raise forms.ValidationError("看过证件，请把证件号也填上。")
        return seen


class WorkerForm(PersonForm):
    trades = TradesField(
        label="会干什么", help_text="可以写几样，用空格隔开：小工 保洁 瓦工。什么都能干就写 小工"
    )
    field_order = ("name", "number", "seen", "trades", "phone", "has_smartphone", "region", "consent")


class EmployerPart(forms.Form):
    """What makes a person an employer."""

    kind = forms.ChoiceField(
        label="谁要用人", choices=EmployerKind, initial=EmployerKind.HOUSEHOLD, widget=forms.RadioSelect
    )
    firm = forms.CharField(label="单位名称", max_length=120, required=False)
    uscc = forms.CharField(label="统一社会信用代码", max_length=30, required=False)
    address = forms.CharField(label="单位地址", max_length=200, required=False)
    licence_seen = forms.BooleanField(label="营业执照原件已看，名称和代码相符", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kind") not in (None, EmployerKind.HOUSEHOLD):
            for name, text in (
                ("firm", "请填营业执照上的单位名称。"),
                ("uscc", "请填营业执照上的 18 位代码。"),
            ):
                if not data.get(name):
                    self.add_error(name, text)
        return data


class EmployerForm(EmployerPart, PersonForm):
    field_order = (
        *("kind", "firm", "uscc", "licence_seen", "address"),
        *("name", "number", "seen", "phone", "has_smartphone", "region", "consent"),
    )


@dataclass(frozen=True, slots=True)
class Double:
    person: Person
    sign: str
    sure: bool


@staff_with(Right.PERSON_REGISTER)
def register(request: HttpRequest) -> HttpResponse:
    """Register a worker."""
    form = person_form(request, WorkerForm)

    def act() -> Answer:
        worker = enter_worker(request, form.cleaned_data, clock.now())
        return {"person": str(worker.person.public_id), "name": worker.person.name}

    return _enter(request, form, act, "register.html", "{name}已登记，正在找活。下面按数字键报名。")


@staff_with(Right.PERSON_REGISTER)
def enter_employer_page(request: HttpRequest) -> HttpResponse:
    """Register an employer: a household, or a firm with its first member."""
    form = person_form(request, EmployerForm)

    def act() -> Answer:
        employer = enter_employer(request, form.cleaned_data, clock.now())
        return {"employer": str(employer.public_id), "name": employer.shown_name}

    return _enter(request, form, act, "register_employer.html", "{name}已登记。按 P 发布招工。")


def person_form(request: HttpRequest, form: type[PersonForm]) -> Any:
    """The form, filled with what was typed into the search box when nobody was found."""
    regions = districts(request, Right.PERSON_REGISTER)
    facts: dict[str, Any] = {"regions": regions, "usual": usual_district(request, regions)}
    if request.method == "POST":
        return form(request.POST, **facts)
    return form(initial=_typed(request.GET.get("q", "").strip()), **facts)


def _enter(request: HttpRequest, form: Any, act: Any, template: str, said: str) -> HttpResponse:
    doubles: list[Double] = []
    if request.method == "POST" and form.is_valid():
        doubles = _doubles(request, form.cleaned_data)
        sure = any(double.sure for double in doubles)
        if not sure and (not doubles or "not_same" in request.POST):
            made: Answer = {}
            if accepted(form, lambda: made.update(once_only(request, act))):
                request.session[LAST] = form.cleaned_data["region"]
                messages.success(request, said.format(**made))
                kind = "person" if "person" in made else "employer"
                return redirect(f"web:desk_{kind}", made[kind])
    context = {"form": form, "doubles": doubles, "sure": any(double.sure for double in doubles)}
    return desk_page(request, template, context, status=422 if form.errors else 200)


def _doubles(request: HttpRequest, facts: dict[str, Any]) -> list[Double]:
    among = Person.objects.visible_to(user_of(request))
    wanted = {name: facts[name] for name in ("name", "region", "phone", "number")}
    found = possible_doubles(among=among, **wanted)
    return [Double(person, SIGNS[sign], sign == SAME_NUMBER) for person, sign in found]


def _typed(text: str) -> dict[str, str]:
    """A number typed into the search box belongs into its own field."""
    digits = papers.tidy(text)
    if digits[:-1].isdigit():
        return {"phone" if len(digits) == 11 else "number": text}
    return {"name": text}


def person_in_reach(request: HttpRequest, public_id: UUID) -> Person:
    """A person of the clerk's districts; Hidden (404) otherwise."""
    person = Person.objects.visible_to(user_of(request)).filter(public_id=public_id).first()
    if person is None:
        raise Hidden
    return person
