"""What the interface answers: the result of a command, and one shape for everything that goes wrong."""

from typing import Any

from django.db.models import Model
from ninja import Schema
from pydantic import Field


class Refused(Schema):
    """Why nothing was done: a stable code, a sentence for people, the field it is about."""

    code: str = Field(description="Stable short name, `package.reason`", examples=["jobs.full"])
    text: str = Field(description="Plain Chinese that says what to do next")
    field: str = Field(default="", description="Name of the field it is about; empty if it is about none")


class Done(Schema):
    """A command was carried out. The object itself is fetched with GET."""

    id: str = Field(description="Public id of what the command was about or has made")
    state: str = Field(default="", description="Its state now")


ERRORS: dict[int, Any] = {401: Refused, 403: Refused, 404: Refused, 409: Refused, 422: Refused}
VISITOR_ERRORS: dict[int, Any] = dict.fromkeys((403, 409, 422), Refused)


def answers(schema: Any) -> dict[int, Any]:
    """The answers of an operation that gives `schema` when all is well."""
    return {200: schema, **ERRORS}


def done(about: Model) -> dict[str, object]:
    """The result of a command about a row: its public id (a shift: its number) and its state now."""
    return {"id": str(getattr(about, "public_id", about.pk)), "state": getattr(about, "state", "")}
