"""The database refuses, we translate: a violated constraint becomes a Refusal with its sentence."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from .refusal import Refusal

_SQLITE = re.compile(r"(?:CHECK constraint failed: |index ')?(\w+)'?$")


def violated(error: IntegrityError) -> str:
    """Name of the constraint (PostgreSQL), or of the constraint, index or trigger message (SQLite)."""
    cause = error.__cause__
    name = getattr(getattr(cause, "diag", None), "constraint_name", None)
    if name:
        return str(name)
    text = str(error)
    if text.startswith("UNIQUE constraint failed: "):
        return text.removeprefix("UNIQUE constraint failed: ")
    found = _SQLITE.search(text)
    return found.group(1) if found else text


@contextmanager
def refusing(refusals: Mapping[str, Refusal]) -> Iterator[None]:
    """Run the block in a savepoint; a violation of a named constraint raises its Refusal.

    Keys are constraint names; for UNIQUE on SQLite also `table.column, table.column`.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        refusal = refusals.get(violated(error))
        if refusal is None:
            raise
        # A copy: an exception raised twice would drag the frames of its first raise along.
        raise Refusal(refusal.code, refusal.text, refusal.rule, refusal.field) from error


@contextmanager
def refusing_invalid(code: str, field: str) -> Iterator[None]:
    """A value that is not well formed is a Refusal beside its field."""
    try:
        yield
    except ValidationError as error:
        raise Refusal(code, str(error.messages[0]), field=field) from error
