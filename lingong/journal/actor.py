"""Who did it: the account, the side it counts for, the channel, and the person helped."""

import enum
from dataclasses import dataclass


class Side(enum.StrEnum):
    """On which side of a gig an act counts; a clerk who helps a worker acts on the worker's side."""

    WORKER = "worker"
    EMPLOYER = "employer"
    STAFF = "staff"
    SYSTEM = "system"


class Via(enum.StrEnum):
    WEB = "web"
    API = "api"
    DESK = "desk"
    CLOCK = "clock"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Actor:
    """`user` is the public id of the account (empty for the system); `assisting` that of the person helped."""

    user: str
    side: Side
    via: Via = Via.WEB
    assisting: str = ""


SYSTEM = Actor("", Side.SYSTEM, Via.CLOCK)
