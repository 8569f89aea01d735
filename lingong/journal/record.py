"""Write an event, with one pending row for each follower that wants it."""

import re
from datetime import datetime
from functools import partial

from django.db import models, transaction

from .actor import Actor
from .followers import followers_of
from .models import Event, Pending
from .tasks import deliver_soon

# Ids and codes: no blanks, no Chinese, nothing long. A phone number or an ID number is no code either.
_CODE = re.compile(r"(?!\d{11,18}X?$)[A-Za-z0-9_.:+-]{0,64}")


class NotACode(ValueError):
    """An event was given something that is neither an id nor a code."""


def record(
    kind: str,
    about: models.Model | tuple[str, str],
    *,
    by: Actor,
    now: datetime,
    region: str = "",
    **data: object,
) -> Event:
    """Record that `kind` happened to `about`. Call it inside the transaction of the change."""
    for name, value in data.items():
        _require_code(name, value)
    object_kind, object_id = about if isinstance(about, tuple) else _identity(about)
    event = Event.objects.create(
        kind=kind, object_kind=object_kind, object_id=object_id, region=region, data=data, at=now,
        actor=by.user, side=by.side, via=by.via, assisting=by.assisting,
    )  # fmt: skip
    names = [follower.name for follower in followers_of(kind)]
    Pending.objects.bulk_create(Pending(event=event, follower=name, not_before_at=now) for name in names)
    for name in names:
        transaction.on_commit(partial(deliver_soon, name))
    return event


def _identity(about: models.Model) -> tuple[str, str]:
    return about._meta.model_name or "", str(getattr(about, "public_id", about.pk))


def _require_code(name: str, value: object) -> None:
    if isinstance(value, str) and not _CODE.fullmatch(value):
        raise NotACode(f"{name} is not an id or a code")
    if isinstance(value, list | tuple | set | frozenset):
        for item in value:
            _require_code(name, item)
    elif not isinstance(value, str | int | bool | None):
        raise NotACode(f"{name}: {type(value).__name__} does not belong in an event")
