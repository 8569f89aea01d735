"""The interface: all stages under one description, and what happens when something goes wrong."""

from collections.abc import Sequence
from types import ModuleType
from typing import Any

from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from lingong.lib.refusal import Hidden, Refusal

from . import (
    agree,
    apply,
    checkin,
    confirm,
    contest,
    draft,
    finish,
    invite,
    leave,
    lists,
    people,
    publish,
    rate,
    recommend,
    review,
    roles,
    routers,
    session,
    settle,
)

STAGES: Sequence[ModuleType] = (
    session, people, roles, draft, review, publish, recommend, apply, invite, confirm, agree, checkin, finish,
    settle, rate, leave, contest, lists,
)  # fmt: skip
DESCRIPTION = """\
Every verb of the line, with the authorisation of the pages (docs/api.md).

Commands (POST) carry the header `Idempotency-Key`; a repeat under the same key gets the first answer with
`Idempotent-Replayed: true`, other content under it 422. Everything but GET carries `X-CSRFToken` from
`GET /session`. What goes wrong is `{code, text, field}`: 401 not signed in, 403 without the token, 404 unknown
or not yours, 409 refused by a rule, 422 not well formed. Money is in 分, moments are UTC."""

api = NinjaAPI(
    title="零工市场平台", version="1", description=DESCRIPTION, docs_url=None, urls_namespace="api"
)
api.add_router("/session", routers.session)
api.add_router("/people", routers.people)
api.add_router("/workers", routers.workers)
api.add_router("/employers", routers.employers)
api.add_router("/postings", routers.postings)
api.add_router("/engagements", routers.engagements)
api.add_router("/engagements", routers.shifts)
api.add_router("", routers.lists)


def _answer(
    request: HttpRequest, status: int, code: str, text: str, field: str = "", **headers: str
) -> HttpResponse:
    answer = api.create_response(request, {"code": code, "text": text, "field": field}, status=status)
    for name, value in headers.items():
        answer[name] = value
    return answer


@api.exception_handler(Refusal)
def _refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    if isinstance(refusal, Hidden):
        return _answer(request, 404, refusal.code, refusal.text)
    status = 422 if refusal.code == "once.other_content" else 409
    return _answer(request, status, refusal.code, refusal.text, refusal.field)


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return _refused(request, Hidden())


@api.exception_handler(AuthenticationError)
def _not_signed_in(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return _answer(request, 401, "sign_in", "请先登录。")


@api.exception_handler(HttpError)
def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code == 403:
        return _answer(request, 403, "csrf", "页面过期了，请刷新以后再试。")
    return _answer(request, 422, "invalid", "内容读不出来，请检查格式。")


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    first: dict[str, Any] = error.errors[0]
    field = ".".join(str(part) for part in first["loc"][1:] if part != "body")
    said = "没有填" if first["type"] == "missing" else "不对"
    return _answer(request, 422, "invalid", f"“{field}”{said}，请检查。", field)


@api.exception_handler(DataError)
def _too_large(request: HttpRequest, error: DataError) -> HttpResponse:
    """Well formed one by one, but together more than a column holds."""
    return _answer(request, 422, "invalid", "数字太大了，请检查。")
