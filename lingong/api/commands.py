"""A command: POST with an Idempotency-Key, one effect and one answer for the same key."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, JsonResponse
from ninja import Header, Router, Schema
from ninja.utils import contribute_operation_args

from lingong.journal.models import OnceKey
from lingong.journal.once import Answer, once
from lingong.lib import clock
from lingong.lib.refusal import Refusal
from lingong.lib.sealed import blind_index

from .access import user_of
from .answers import Done, answers

HEADER = "Idempotency-Key"
REPLAYED = "Idempotent-Replayed"
View = Callable[..., Answer]
Route = Callable[..., JsonResponse]


def command(router: Router, path: str, answer: type[Schema] = Done) -> Callable[[View], Route]:
    """Put a view on `router` as a command. It returns ids and codes: the answer is kept for repeats."""

    def decorate(view: View) -> Route:
        @wraps(view)
        def carried_out(request: HttpRequest, *args: Any, **kwargs: Any) -> JsonResponse:
            key = kwargs.pop("idempotency_key")

            def act() -> Answer:
                return answer.model_validate(view(request, *args, **kwargs)).model_dump(mode="json")

            given, repeat = _once(request, key, act)
            return JsonResponse(given, headers={REPLAYED: "true"} if repeat else None)

        key = Header(
            ..., alias=HEADER, min_length=8, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$",
            description="Chosen by the caller, new for every act; a repeat under it gets the first answer",
        )  # fmt: skip
        contribute_operation_args(carried_out, "idempotency_key", str, key)
        name = f"{view.__module__.rpartition('.')[2]}_{view.__name__}"
        router.post(path, response=answers(answer), operation_id=name)(carried_out)
        return carried_out

    return decorate


def _once(request: HttpRequest, key: str, act: Callable[[], Answer]) -> tuple[Answer, bool]:
    owner = str(user_of(request).public_id)
    refused: list[Refusal] = []

    def act_or_free() -> Answer:
        try:
            return act()
        except Refusal as refusal:
            # Nothing was done, so the key is free again; but what the verb wrote on purpose outside its
            # own transaction, such as a counted wrong code, stays.
            OnceKey.objects.filter(owner=owner, key=f"api:{key}").delete()
            refused.append(refusal)
            return {}

    given, repeat = once(
        owner=owner, key=f"api:{key}", content=_asked(request), now=clock.now(), act=act_or_free
    )
    if refused:
        raise refused[0]
    return given, repeat


def _asked(request: HttpRequest) -> str:
    """Keyed, for the body may hold a phone number that a bare digest would give away."""
    body = json.loads(request.body) if request.body else None
    return blind_index(json.dumps([request.path, body], sort_keys=True), "api.once")
