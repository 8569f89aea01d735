"""Staff: user name, password and code of the authenticator in one form."""

from django import forms
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from lingong.accounts.staff_sign_in import STAFF_SESSION, sign_in_staff
from lingong.lib import clock
from lingong.lib import identity as papers
from lingong.lib.refusal import Refusal
from lingong.web.shared.way_back import local_path

from .steps import BACKEND

DESK = "/desk/"


class StaffForm(forms.Form):
    username = forms.CharField(label="用户名", max_length=60)
    password = forms.CharField(label="密码", max_length=200, widget=forms.PasswordInput, strip=False)
    code = forms.CharField(
        label="动态口令", max_length=12, help_text="手机验证器上的 6 位数字，每 30 秒换一次"
    )

    def clean_code(self) -> str:
        return papers.tidy(self.cleaned_data["code"])


@sensitive_post_parameters("password", "code")
def staff_sign_in(request: HttpRequest) -> HttpResponse:
    """All three right: a session of some hours under a new key. The answer never tells which was wrong."""
    form = StaffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = sign_in_staff(request=request, now=clock.now(), **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.text)
        else:
            login(request, user, backend=BACKEND)
            request.session.set_expiry(int(STAFF_SESSION.total_seconds()))
            return redirect(local_path(request.GET.get("next"), DESK))
    return render(request, "account/staff_sign_in.html", {"form": form})
