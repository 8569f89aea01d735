"""How an event and its place in the chain are written down as bytes, so that equal rows give equal digests.

docs/decisions has the format. It holds for good: a column added later needs a new FORMAT beside this one.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives import hashes
from django.db import DatabaseError, models
from django.db.models.functions import Cast

from .models import Event, Link

FORMAT = "lingong-seal-1"
ALGORITHMS: dict[str, type[hashes.HashAlgorithm]] = {"sha256": hashes.SHA256, "sm3": hashes.SM3}
TEXTS = ("kind", "object_kind", "object_id", "region", "actor", "side", "via", "assisting")
UNREADABLE = (ValueError, TypeError, AttributeError, RecursionError)  # what reading a spoilt column raises


def link_digest(chain_id: str, link: Link, previous: str, event: str) -> str:
    """Hexadecimal digest of a link: the event, its place, when it was sealed, and the digest before it.

    previous  digest of the link before, empty for the first
    event     its canonical text, from `texts_of`
    """
    place = [FORMAT, link.algorithm, chain_id, link.position, _moment(link.sealed_at), previous]
    digest = hashes.Hash(ALGORITHMS[link.algorithm]())
    digest.update(f"{_dump(place)}\n{event}".encode("ascii"))
    return digest.finalize().hex()


def texts_of(ids: Sequence[int]) -> dict[int, str | None]:
    """The canonical text of each event that exists; None where a column cannot be read."""
    try:
        return dict(_read(ids))
    except (*UNREADABLE, DatabaseError):
        return {key: text for one in ids for key, text in _read_alone(one)}


def _read(ids: Sequence[int]) -> Iterator[tuple[int, str]]:
    # The column as it is stored: parsed here, a key that stands there twice is noticed.
    stored = Event.objects.annotate(stored=Cast("data", models.TextField()))
    for key, at, data, *texts in stored.filter(pk__in=ids).values_list("pk", "at", "stored", *TEXTS):
        content = json.loads(data, object_pairs_hook=_once_each)
        yield key, _dump([key, *texts, content, _moment(at)])


def _read_alone(key: int) -> list[tuple[int, str | None]]:
    try:
        return [*_read([key])]
    except UNREADABLE:
        return [(key, None)]
    except DatabaseError as error:
        if "decode" not in str(error).lower():  # bytes that are no text are spoilt, a lost database is not
            raise
        return [(key, None)]


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) != len(pairs):
        raise ValueError("a key stands there twice")
    return content


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _dump(content: object) -> str:
    return json.dumps(content, sort_keys=True, separators=(",", ":"))
