"""Sign in with phone and SMS code: two pages, a third (second_fact.py) where the number may have changed hands."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from lingong.accounts.models import User
from lingong.accounts.phone_sign_in import enter_code, request_code
from lingong.lib import clock
from lingong.lib import identity as papers
from lingong.lib.refusal import Refusal
from lingong.people.second_fact import person_to_ask
from lingong.web.acting import accepted

from . import steps
from .demo_code import demo_code
from .visitor import address_of, device_of, with_device


class PhoneForm(forms.Form):
    phone = forms.CharField(label="手机号", max_length=30)

    def clean_phone(self) -> str:
        return papers.phone(self.cleaned_data["phone"])


class CodeForm(forms.Form):
    code = forms.CharField(label="短信里的 6 位数字", max_length=12)

    def clean_code(self) -> str:
        return papers.tidy(self.cleaned_data["code"])


@sensitive_post_parameters("phone")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for the number; a code goes out and the next page asks for it."""
    steps.keep_next(request)
    if isinstance(request.user, User):
        return redirect(steps.take_next(request, steps.landing(request.user)))
    form = PhoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _send(request, form)):
        return redirect("web:sign_in_code")
    return with_device(request, render(request, "account/sign_in.html", {"form": form}))


@sensitive_post_parameters("code")
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """Check the code; then in, or to the second question."""
    phone, now = steps.phone_of(request), clock.now()
    if not phone:
        return redirect("web:sign_in")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            entered = enter_code(
                phone=phone, code=form.cleaned_data["code"], device=device_of(request), now=now
            )
        except Refusal as refusal:
            form.add_error("code", refusal.text)
        else:
            if person_to_ask(entered) is None:
                return steps.enter(request, entered.user, now)
            steps.keep_user(request, entered.user, now)
            return redirect("web:second_fact")
    context = {"form": form, "phone": phone, "demo_code": demo_code(phone)}
    return render(request, "account/sign_in_code.html", context)


@require_POST
def sign_in_again(request: HttpRequest) -> HttpResponse:
    """Another code to the same number."""
    phone = steps.phone_of(request)
    if not phone:
        return redirect("web:sign_in")
    try:
        request_code(phone=phone, ip=address_of(request), device=device_of(request), now=clock.now())
    except Refusal as refusal:
        messages.warning(request, refusal.text)
    else:
        messages.success(request, "新的验证码发出去了，以最新一条短信为准。")
    return redirect("web:sign_in_code")


def _send(request: HttpRequest, form: PhoneForm) -> None:
    phone = form.cleaned_data["phone"]
    request_code(phone=phone, ip=address_of(request), device=device_of(request), now=clock.now())
    steps.keep_phone(request, phone)
