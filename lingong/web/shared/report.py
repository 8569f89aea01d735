"""举报投诉 in first form: where to go and what to bring; filing on the page comes with the case desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lingong.accounts.models import User
from lingong.people.models import Person

from .stations import stations_for
from .way_back import local_path


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """`from` is the page one came from, so that it can be named at the counter."""
    user = request.user
    person = Person.objects.filter(account=user).first() if isinstance(user, User) else None
    came_from = local_path(request.GET.get("from"), "")
    context = {
        "came_from": came_from if came_from not in ("/", request.path) else "",
        "stations": stations_for(person.region if person else request.COOKIES.get("region", "")),
    }
    return render(request, "shared/report.html", context)
