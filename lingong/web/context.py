"""What every page knows: elder mode, the hotline, the name of this market, the tabs of its side."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

ELDER_COOKIE = "elder"  # "1" or "0"; without it the account's own wish counts


@dataclass(frozen=True, slots=True)
class Tab:
    label: str
    icon: str
    route: str


TABS = {
    "worker": (
        Tab("找活", icon="search", route="web:home"),
        Tab("附近驿站", icon="geo-alt", route="web:stations"),
        Tab("我的活", icon="calendar-check", route="web:work"),
        Tab("我的", icon="person", route="web:me"),
    ),
    "employer": (
        Tab("发布", icon="pencil-square", route="web:employer"),
        Tab("候选人", icon="people", route="web:candidates"),
        Tab("今日用工", icon="calendar-check", route="web:today"),
        Tab("结算", icon="cash-stack", route="web:settle"),
    ),
}


def wants_elder(request: HttpRequest) -> bool:
    """The switch on the page first, else what the account remembers."""
    choice = request.COOKIES.get(ELDER_COOKIE)
    if choice is not None:
        return choice == "1"
    user = getattr(request, "user", None)
    return bool(user is not None and user.is_authenticated and getattr(user, "elder_mode", False))


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `elder`, `hotline`, `node_name`."""
    return {
        "elder": wants_elder(request),
        "hotline": settings.HOTLINE,
        "node_name": getattr(settings, "NODE_NAME", "零工市场"),
    }


def _address(route: str) -> str | None:
    try:
        return reverse(route)
    except NoReverseMatch:
        return None


def tabs(side: str, path: str) -> list[dict[str, Any]]:
    """The tabs of a side; current is the one with the longest address that begins `path`.

    A tab whose route is not there yet is left out instead of breaking every page.
    """
    found = [(url, tab) for tab in TABS[side] if (url := _address(tab.route))]
    addresses = [url for url, _ in found]
    root = min(addresses, key=len, default="")
    matching = [url for url in addresses if path == url or (url != root and path.startswith(url))]
    current = max(matching, key=len, default="")
    return [
        {"label": tab.label, "icon": tab.icon, "url": url, "current": url == current} for url, tab in found
    ]
