"""A refusal that no form caught: 404 for what is unknown or not yours, else the reason and the way back."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import page_not_found

from lingong.lib.refusal import Hidden, Refusal


class Refusals:
    """Middleware for pages; the interface for programs answers refusals itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Hidden):
            return page_not_found(request, Http404(exception.code))
        if isinstance(exception, Refusal):
            context = {"refusal": exception, "back": _came_from(request)}
            return render(request, "refused.html", context, status=409)
        return None


def _came_from(request: HttpRequest) -> str:
    """The page the act was sent from, on this site only."""
    came = urlsplit(request.headers.get("Referer", ""))
    return came.path if came.netloc == request.get_host() else "/"
