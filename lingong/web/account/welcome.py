"""“您来找活还是招人？”: the first page after a new number."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lingong.employers.models import Employer
from lingong.web.acting import signed_in, user_of, worker_of


@require_safe
@signed_in
def welcome(request: HttpRequest) -> HttpResponse:
    employers = Employer.objects.of(user_of(request))
    context = {"worker": worker_of(request), "employer": employers.exists()}
    return render(request, "account/welcome.html", context)
