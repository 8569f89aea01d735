"""Followers are declared above and named in settings.FOLLOWERS; the journal runs with none."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from .models import Event


@dataclass(frozen=True)
class Follower:
    """`handle` gets every event whose kind is in `kinds` (empty: all), once, inside a transaction."""

    name: str
    handle: Callable[[Event], None]
    kinds: frozenset[str] = frozenset()


@cache
def _followers(paths: tuple[str, ...]) -> tuple[Follower, ...]:
    return tuple(import_string(path) for path in paths)


def followers() -> tuple[Follower, ...]:
    return _followers(tuple(settings.FOLLOWERS))


def followers_of(kind: str) -> list[Follower]:
    return [follower for follower in followers() if not follower.kinds or kind in follower.kinds]
