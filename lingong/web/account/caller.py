"""Who calls when other servers stand in front: limits by address must not count a whole city as one caller."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class CallerAddress:
    """With settings.PROXIES servers of ours in front, the caller is so many steps from the right.

    Each of them adds whom it heard from to X-Forwarded-For; what stands further left, anybody can write.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        steps = request.headers.get("X-Forwarded-For", "").split(",")
        if 0 < settings.PROXIES <= len(steps) and (caller := steps[-settings.PROXIES].strip()):
            request.META["REMOTE_ADDR"] = caller
        return self.get_response(request)
