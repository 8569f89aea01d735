"""Pages of a signed-in person never stay on a shared phone or in a proxy."""

from collections.abc import Callable

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

Answer = Callable[[HttpRequest], HttpResponse]


def _personal(request: HttpRequest) -> bool:
    """Signed in before or after the view, an act, or a program with its own key."""
    session = getattr(request, "session", None)
    return (
        request.method not in ("GET", "HEAD")
        or "Authorization" in request.headers
        or (session is not None and SESSION_KEY in session)
    )


class PrivatePages:
    """`no-store, private` on everything personal; other pages may be kept by the browser, but asked for again."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        before = _personal(request)
        response = self.get_response(request)
        if before or _personal(request):
            response["Cache-Control"] = "no-store, private"
            response["Pragma"] = "no-cache"
        elif not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_cache=True)
        return response
