"""What every small act shares: once only, what is said, where it leads; a refusal is said on the page."""

from collections.abc import Callable, Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from lingong.lib.refusal import Hidden, Refusal
from lingong.web import acting

from .mine import back_to

Act = Callable[[], object]


def once_done(request: HttpRequest, act: Act) -> None:
    """Carry out `act` once for the key of the form; the second of two equal submits does nothing."""

    def answer() -> dict[str, object]:
        act()
        return {}

    acting.once_only(request, answer)


def done(request: HttpRequest, act: Act, said: str, otherwise: str) -> HttpResponse:
    """A button: act, say what happened or why not, and back to the page it stands on."""
    try:
        once_done(request, act)
    except Hidden:
        raise
    except Refusal as refusal:
        messages.error(request, refusal.text)
    else:
        messages.success(request, said)
    return back_to(request, otherwise)


def each_done(
    request: HttpRequest, acts: Iterable[tuple[str, Act]], said: str, otherwise: str
) -> HttpResponse:
    """One button for several: each stands alone; who could not be done is named with the reason.

    said  sentence with `{}` for the number done
    """
    number = 0
    for name, act in acts:
        try:
            act()
            number += 1
        except Hidden:
            raise
        except Refusal as refusal:
            messages.error(request, f"{name}：{refusal.text}")
    if number:
        messages.success(request, said.format(number))
    return back_to(request, otherwise)
