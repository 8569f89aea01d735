"""Bring a database to a demo of the wanted size, once; the journal says what it holds."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from lingong.accounts.models import User
from lingong.journal.actor import Actor, Side, Via
from lingong.journal.models import Event
from lingong.journal.record import record
from lingong.lib.refusal import Refusal
from lingong.lib.report import Progress
from lingong.markets.importer import import_markets
from lingong.people.models import Person
from lingong.regions.importer import load_all

from .city import build_city
from .small import build_small

SIZES = ("small", "city")
MARKETS = Path(__file__).parent / "data" / "markets.csv"
BY = Actor("", Side.SYSTEM, Via.COMMAND)
LOCAL_GATEWAY = "lingong.lib.gateway.LocalGateway"

Step = Callable[[str], AbstractContextManager[Progress]]
"""Announces a step; inside, progress is called with (done, in all)."""


def built(size: str) -> datetime | None:
    """When the demo of this size was built in this database; None for an empty one. Refuses any other."""
    told = Event.objects.filter(kind="demo.built").order_by("-pk").first()
    if told is not None:
        if told.data["size"] != size:
            text = f"这个数据库里已经有一座 {told.data['size']} 的演示城市，请换一个数据库，或删掉它再建 {size}。"
            raise Refusal("demo.other_size", text)
        return told.at
    if Event.objects.filter(kind="demo.started").exists():
        raise Refusal("demo.half_built", "上一次演示没有建完，请删掉这个数据库再来一次。")
    if Person.objects.exists() or User.objects.exists():
        raise Refusal(
            "demo.not_empty", "这个数据库里已经有人的资料，不是演示库，演示不会动它。请换一个空的数据库。"
        )
    return None


def build(*, size: str, seed: int, now: datetime, step: Step) -> None:
    """Load the divisions and real markets, build the small city, and for `city` the many around it."""
    _record("demo.started", size, seed, now)
    with step("全国区划") as progress:
        load_all(progress=progress)
    with step("公开报道的零工市场") as progress:
        import_markets(MARKETS, progress=progress)
    with step("小城：市场、人和两周的活") as progress:
        build_small(now=now, seed=seed, progress=progress)
    if size == "city":
        build_city(now=now, seed=seed, step=step)
    _record("demo.built", size, seed, now)


def _record(kind: str, size: str, seed: int, now: datetime) -> None:
    record(kind, ("demo", f"{size}-{seed}"), by=BY, now=now, size=size, seed=seed)
