"""The routers the stage files put their routes on, and who may call them."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from ninja import Router
from ninja.security import APIKeyCookie, SessionAuth

from lingong.accounts.models import User


class SignedIn(SessionAuth):
    """The cookie of a session, with the CSRF token in `X-CSRFToken` on everything but GET; else 401."""

    def __call__(self, request: HttpRequest) -> User | None:
        if not isinstance(request.user, User):
            return None  # 401 before any word about a missing token
        return super().__call__(request)


class Visitor(APIKeyCookie):
    """Anybody who carries the CSRF token of `GET /session`: nobody can sign a visitor in from another site."""

    param_name = "csrftoken"

    def authenticate(self, request: HttpRequest, key: str | None) -> User | AnonymousUser:
        return request.user if isinstance(request.user, User) else _Anybody()


class _Anybody(AnonymousUser):
    """True where django-ninja asks whether somebody was let in."""

    def __bool__(self) -> bool:
        return True


signed_in = SignedIn()
visitor = Visitor()

session = Router(tags=["session"])
people = Router(tags=["people"], auth=signed_in)
workers = Router(tags=["workers"], auth=signed_in)
employers = Router(tags=["employers"], auth=signed_in)
postings = Router(tags=["postings"], auth=signed_in)
engagements = Router(tags=["engagements"], auth=signed_in)
shifts = Router(tags=["shifts"], auth=signed_in)
lists = Router(tags=["lists"], auth=signed_in)
