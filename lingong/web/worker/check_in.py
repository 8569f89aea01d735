"""到岗: the six digits shown on site, alone on the screen."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lingong.hiring import checkin
from lingong.hiring.line import ShiftState
from lingong.jobs.from_text import trade_name
from lingong.lib import clock
from lingong.web.acting import accepted, signed_in

from .acts import my_shift


class Code(forms.Form):
    code = forms.RegexField(
        r"^\s*\d{3}\s?\d{3}\s*$",
        label="到岗码",
        error_messages={"invalid": "到岗码是 6 位数字，请看现场雇主手机上的码。"},
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 7, "class": "code"}
        ),
    )

    def clean_code(self) -> str:
        """The gate shows it in two groups of three, so many type it like that."""
        return "".join(self.cleaned_data["code"].split())


@signed_in
def check_in(request: HttpRequest, public_id: UUID, shift_id: int) -> HttpResponse:
    """Enter the code. Not `once`: a wrong try must stay counted even though it is refused."""
    shift, by = my_shift(request, public_id, shift_id)
    form = Code(request.POST or None)
    if shift.state == ShiftState.PRESENT:
        messages.info(request, "您已经到岗了，收工后报工时。")
        return redirect("web:engagement", public_id)

    def act() -> None:
        checkin.check_in(shift=shift, by=by, now=clock.now(), code=form.cleaned_data["code"])

    if request.method == "POST" and form.is_valid() and accepted(form, act):
        messages.success(request, "到岗记下了，辛苦了。收工后记得报工时。")
        return redirect("web:engagement", public_id)
    context = {
        "shift": shift,
        "form": form,
        "title": trade_name(shift.engagement.terms.trade),
        "opens_at": shift.start_at - checkin.EARLY,
        "early": clock.now() < shift.start_at - checkin.EARLY,
    }
    return render(request, "worker/check_in.html", context)
