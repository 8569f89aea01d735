"""The types of what programs send. Unknown fields are refused: nothing is assigned that is not listed."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Path, Query, Schema
from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from lingong.hiring.contest import GROUNDS
from lingong.hiring.leave import REASONS
from lingong.jobs.catalogue.trades import trades

NO_NUL = r"^[^\x00]*$"  # a byte no database takes in a text


def _text(most: int) -> Any:
    return StringConstraints(strip_whitespace=True, max_length=most, pattern=NO_NUL)


def _coded(codes: Sequence[str]) -> Any:
    return Field(pattern=r"^[a-z_]{1,40}$", json_schema_extra={"enum": list(codes)})


def _trade(code: str) -> str:
    if code not in trades() or trades()[code].hidden:
        raise ValueError("no such trade")
    return code


Name = Annotated[str, _text(60)]
Short = Annotated[str, _text(120)]
Line = Annotated[str, _text(200)]
Long = Annotated[str, _text(500)]
Pasted = Annotated[str, _text(2000)]
Number = Annotated[str, _text(40)]
Region = Annotated[
    str, Field(pattern=r"^[0-9]{6}([0-9]{6})?$", description="Division code", examples=["321311"])
]
Trade = Annotated[str, AfterValidator(_trade), Field(max_length=40, description="Code from GET /trades")]
Day = Annotated[date, Field(ge=date(2020, 1, 1), le=date(2099, 12, 31))]
Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Fen = Annotated[int, Field(ge=0, le=1_000_000_000, description="分")]
Minutes = Annotated[int, Field(ge=0, le=1440)]
Pieces = Annotated[int, Field(ge=0, le=100_000)]
Leave = Annotated[str, _coded(tuple(REASONS))]
Ground = Annotated[str, _coded(tuple(GROUNDS))]
TermsSeen = Annotated[int, Field(ge=1, le=32767, description="Number of the version that was shown")]
SideName = Literal["worker", "employer"]
For = Annotated[UUID | None, Query(alias="for", description="Public id of the person at the counter")]
ShiftId = Annotated[int, Path(ge=1, le=2**53)]


class Given(Schema):
    """A body. What is not listed is refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)


class Helping(Given):
    """Staff at the counter name the person they act for; everybody else leaves `for` out."""

    helped: UUID | None = Field(
        default=None, alias="for", description="Public id of the person at the counter (staff only)"
    )


class Sided(Helping):
    side: SideName = Field(description="For which side of the gig the act counts")


class Place(Given):
    """Where somebody is, WGS-84; both numbers or none."""

    lat: Latitude | None = None
    lon: Longitude | None = None


class EmployerOrStaff(Helping):
    side: Literal["employer", "staff"] = Field(
        default="employer", description="Staff may do it in their own name"
    )
