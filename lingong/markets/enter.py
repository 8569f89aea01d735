"""Enter markets and lead them through their life cycle; only complete entries open."""

from collections.abc import Iterable
from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction

from lingong.journal.actor import Actor, Side
from lingong.journal.record import record
from lingong.lib import clock
from lingong.lib.integrity import refusing
from lingong.lib.refusal import Refusal
from lingong.lib.states import StateTable, Step

from .models import Market, MarketState, Opening, Tier

S = MarketState
STAFF = (Side.STAFF, Side.SYSTEM)
LIFE = StateTable(
    "markets",
    [
        Step("site", (S.PLANNED,), S.SITED, STAFF, "markets.sited"),
        Step("build", (S.SITED, S.RELOCATING), S.BUILDING, STAFF, "markets.building"),
        Step("accept", (S.BUILDING,), S.ACCEPTED, STAFF, "markets.accepted"),
        Step("open", (S.PLANNED, S.ACCEPTED, S.SUSPENDED, S.RELOCATING), S.OPEN, STAFF, "markets.opened"),
        Step("suspend", (S.OPEN,), S.SUSPENDED, STAFF, "markets.suspended"),
        Step("relocate", (S.OPEN, S.SUSPENDED), S.RELOCATING, STAFF, "markets.relocating"),
        Step("withdraw", (S.PLANNED, S.SITED, S.BUILDING, S.ACCEPTED, S.OPEN, S.SUSPENDED, S.RELOCATING),
             S.WITHDRAWN, STAFF, "markets.withdrawn"),
    ],
    dict(MarketState.choices),
)  # fmt: skip
CLOSES_FIRST = Refusal(
    "markets.opening_order", "关门时间要晚于开门时间；过午夜的分成两段填。", field="closes"
)
PARENT_TIER = {
    Tier.COUNTY: (Tier.CITY,),
    Tier.STATION: (Tier.COUNTY, Tier.CITY),
    Tier.WINDOW: (Tier.STATION, Tier.COUNTY),
}


def enter(*, by: Actor, now: datetime, **facts: object) -> Market:
    """Enter a market in state “planned”. Refuses a parent of the wrong tier."""
    market = Market(**facts)
    if market.parent is not None and market.parent.tier not in PARENT_TIER.get(Tier(market.tier), ()):
        raise Refusal(
            "markets.parent_tier", "上级市场的层级不对，例如驿站的上级应是县（区）市场。", "MKT-07", "parent"
        )
    try:
        market.full_clean()
    except ValidationError as error:
        field, texts = next(iter(error.message_dict.items()))
        raise Refusal("markets.invalid", texts[0], field="" if field == "__all__" else field) from error
    with transaction.atomic():
        market.save()
        record("markets.entered", market, by=by, now=now, region=market.region, tier=market.tier)
    return market


def move(*, market: Market, verb: str, by: Actor, now: datetime) -> None:
    """Take a step of the life cycle. Opening needs the four public fields (address, hours, trades, contact)."""
    step = LIFE.require(verb, market.state)
    if verb == "open" and market.missing_public_fields:
        blank = "、".join(market.missing_public_fields)
        raise Refusal("markets.incomplete", f"还缺{blank}，补齐后才能对外运行。", rule="MKT-04")
    with transaction.atomic():
        if not Market.objects.filter(pk=market.pk, state=market.state).update(state=step.target):
            raise Refusal("markets.state", "状态刚刚变了，请刷新再试。")
        record(step.event, market, by=by, now=now, region=market.region)
    market.state = step.target


def set_openings(*, market: Market, openings: Iterable[Opening], by: Actor, now: datetime) -> None:
    """Replace the regular hours; `hours_text` stays what people read."""
    rows = list(openings)
    for row in rows:
        row.market = market
    with transaction.atomic(), refusing({"markets_opening_order": CLOSES_FIRST}):
        market.openings.all().delete()
        Opening.objects.bulk_create(rows)
        record("markets.hours_set", market, by=by, now=now, region=market.region)


def open_at(market: Market, moment: datetime) -> bool | None:
    """Whether the market is open at `moment`; None where its hours are not known as times."""
    openings = list(market.openings.all())
    if not openings:
        return None
    local = clock.local(moment)
    return any(_covers(opening, local.isoweekday(), f"{local:%m-%d}", local.time()) for opening in openings)


def _covers(opening: Opening, weekday: int, month_day: str, at: time) -> bool:
    start, end = opening.from_month_day, opening.until_month_day
    in_season = start <= month_day <= end if start <= end else month_day >= start or month_day <= end
    return in_season and weekday in opening.weekdays and opening.opens <= at < opening.closes


def picture(region_prefix: str) -> dict[str, int]:
    """The “1+5+N” picture of a region: number of markets open to the public by tier, computed from the rows."""
    counts = dict.fromkeys((tier.value for tier in Tier), 0)
    for tier in (
        Market.objects.public().filter(region__startswith=region_prefix).values_list("tier", flat=True)
    ):
        counts[tier] += 1
    return counts
