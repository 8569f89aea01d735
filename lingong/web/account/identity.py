"""实名: the number of the paper, why it is needed, what is kept of it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from lingong.journal.actor import Side
from lingong.lib import clock, mask
from lingong.lib import identity as papers
from lingong.people.identify import state_identity
from lingong.people.models import IdentityCheck, Person, RealName
from lingong.web.acting import accepted, actor, person_of, signed_in
from lingong.web.shared.stations import stations_for
from lingong.web.shared.way_back import local_path


class IdentityForm(forms.Form):
    number = forms.CharField(
        label="证件号码", max_length=40, help_text="身份证、港澳台居民居住证、外国人永久居留身份证都行"
    )
    agree = forms.BooleanField(label="我同意用证件号核对身份")

    def clean_number(self) -> str:
        return papers.identity(self.cleaned_data["number"]).number


@sensitive_post_parameters("number")
@signed_in
def identity(request: HttpRequest) -> HttpResponse:
    """State the number; who is verified sees that, and no form."""
    person = person_of(request)
    if person is None:
        return redirect("web:welcome")
    form = IdentityForm(request.POST or None)

    def state() -> None:
        by = actor(request, Side.WORKER)
        state_identity(person=person, number=form.cleaned_data["number"], by=by, now=clock.now())

    if request.method == "POST" and form.is_valid() and accepted(form, state):
        return _onward(request, Person.objects.get(pk=person.pk))
    context = {
        "form": form, "person": person, "number": mask.id_number(person.id_number),
        "stated": person.real_name_level == RealName.STATED, "stations": stations_for(person.region),
    }  # fmt: skip
    return render(request, "account/identity.html", context)


def _onward(request: HttpRequest, person: Person) -> HttpResponse:
    """Say what came out: verified, not matching, or still to be seen at the counter."""
    if person.is_verified:
        messages.success(request, "核对上了，您已经实名。")
        return redirect(local_path(request.GET.get("next"), reverse("web:me")))
    last = IdentityCheck.objects.filter(person=person).order_by("-pk").first()
    if last is not None and last.method == IdentityCheck.Method.PROVIDER:
        messages.warning(
            request, "姓名和证件号没有对上。请看看有没有写错；没写错就带证件到窗口，当面给您办。"
        )
    else:
        messages.success(request, "证件号记下了。还差一步：带上证件到附近驿站，工作人员看一眼就好。")
    return redirect(request.get_full_path())
