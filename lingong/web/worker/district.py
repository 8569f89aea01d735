"""选地区: by name, or step by step from the province down."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from lingong.regions import tree
from lingong.regions.codes import is_code
from lingong.regions.models import COUNTY

MOST_FOUND = 30


@require_safe
def district(request: HttpRequest) -> HttpResponse:
    """Lists what lies under `in`, or what `q` names; each leads back to `next` with `region` in the address."""
    inside, words = request.GET.get("in", ""), request.GET.get("q", "").strip()[:20]
    inside = inside if is_code(inside) else ""
    found = tree.find(words)[:MOST_FOUND] if words else []
    context = {
        "inside": tree.division(inside) if inside else None,
        "above": list(reversed(tree.ancestors(inside))) if inside else [],
        "below": tree.children(inside) if not words else [],
        "found": found,
        "q": words,
        "next": next_of(request),
        "county": COUNTY,
    }
    return render(request, "worker/district.html", context)


def next_of(request: HttpRequest) -> str:
    """The page of this site to return to; home where none is named."""
    asked = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if safe and asked.startswith("/") and "?" not in asked else reverse("web:home")
