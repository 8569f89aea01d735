from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from lingong.accounts.elder import set_elder_mode
from lingong.accounts.models import User
from lingong.web.context import ELDER_COOKIE

from .way_back import local_path

YEAR = timedelta(days=365)


@require_POST
def elder(request: HttpRequest) -> HttpResponse:
    """长辈版 on or off: for this browser, and for the account on every device."""
    on = request.POST.get("elder") == "1"
    if isinstance(request.user, User):
        set_elder_mode(user=request.user, on=on)
    response = redirect(local_path(request.POST.get("next"), "/"))
    response.set_cookie(
        ELDER_COOKIE, "1" if on else "0", max_age=YEAR, httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
    return response
