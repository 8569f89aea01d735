"""附近驿站: the markets, stations and windows open to the public, and what each offers."""

import re
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Case, F, IntegerField, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from lingong.jobs.from_text import trade_name
from lingong.lib import clock
from lingong.lib.geo import wgs84_to_gcj02
from lingong.lib.refusal import Hidden
from lingong.markets.enter import open_at, picture
from lingong.markets.models import Market, MarketState, Tier
from lingong.regions import tree
from lingong.regions.codes import prefix
from lingong.web.acting import worker_of
from lingong.web.words import WEEKDAYS, hour

from .look import ANYWHERE, REGION_COOKIE, region_of
from .spot import Spot, spot_of

A_PAGE = 20
A_YEAR = 365 * 24 * 3600
TIERS = [tier.value for tier in Tier]
NUMBER = re.compile(r"\d{3,4}-?\d{7,8}|1\d{10}|\d{5,6}")


@require_safe
def stations(request: HttpRequest) -> HttpResponse:
    """Near ones first where the reader's place is known, else by tier."""
    worker = worker_of(request)
    region, spot = region_of(request, worker), spot_of(request.GET, worker)
    tier = request.GET.get("tier", "") if request.GET.get("tier") in TIERS else ""
    rows = _ordered(_inside(region, tier), spot)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    counts = picture(prefix(region) if region else "")
    context = {
        "district": tree.name_of(region) if region else "全部地区",
        "counts": [(label, counts[value]) for value, label in Tier.choices],
        "chips": _chips(request, tier),
        "page": page,
        "places": [_shown(market, spot) for market in page],
        "located": spot is not None,
        "here": reverse("web:stations"),
    }
    response = render(request, "worker/stations.html", context)
    if "region" in request.GET:
        response.set_cookie(REGION_COOKIE, region or ANYWHERE, A_YEAR, samesite="Lax", httponly=True)
    return response


@require_safe
def station(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One market with everything that is public of it."""
    market = (
        Market.objects.public()
        .select_related("parent")
        .prefetch_related("openings")
        .filter(public_id=public_id)
    ).first()
    if market is None:
        raise Hidden
    shown = _shown(market, spot_of(request.GET, worker_of(request)))
    context = {"place": shown, "market": market, "district": tree.full_name(market.region)}
    return render(request, "worker/station.html", context)


def _inside(region: str, tier: str) -> QuerySet[Market]:
    rows = Market.objects.public().prefetch_related("openings")
    if region:
        rows = rows.filter(tree.in_scope("region", tree.prefixes(region)))
    return rows.filter(tier=tier) if tier else rows


def _ordered(rows: QuerySet[Market], spot: Spot | None) -> QuerySet[Market]:
    order = [When(tier=value, then=Value(n)) for n, value in enumerate(TIERS)]
    rows = rows.annotate(height=Case(*order, default=Value(9), output_field=IntegerField()))
    if spot is None:
        return rows.order_by("height", "code")
    return rows.annotate(away=spot.square_km_to()).order_by(F("away").asc(nulls_last=True), "height", "code")


def _chips(request: HttpRequest, tier: str) -> list[tuple[str, str, bool]]:
    here = {name: request.GET[name] for name in ("lat", "lon") if name in request.GET}

    def url(value: str) -> str:
        return reverse("web:stations") + "?" + urlencode({**here, **({"tier": value} if value else {})})

    return [("全部", url(""), not tier), *((label, url(v), v == tier) for v, label in Tier.choices)]


def _shown(market: Market, spot: Spot | None) -> dict[str, Any]:
    """Facts of a market in words; what is not known is said to be unknown."""
    number = NUMBER.search(market.contact)
    return {
        "url": reverse("web:station", args=[market.public_id]),
        "name": market.name,
        "tier": market.get_tier_display(),
        "address": market.address or "地址待补",
        "hours": market.hours_text or hours_of(market) or "开门时间待补",
        "open": open_at(market, clock.now()) if market.state == MarketState.OPEN else None,
        "state": market.get_state_display() if market.state != MarketState.OPEN else "",
        "trades": "、".join(trade_name(trade) for trade in market.trades),
        "contact": market.contact,
        "tel": number[0].replace("-", "") if number else "",
        "metres": spot.metres_to(market.lat, market.lon) if spot else None,
        "map": map_url(market.lat, market.lon, market.name),
    }


def hours_of(market: Market) -> str:
    """`周一至周五 8:30–17:30` from the regular hours; empty where none are entered."""
    return "；".join(
        f"{_weekdays(opening.weekdays)} {hour(opening.opens)}–{hour(opening.closes)}"
        for opening in market.openings.all()
    )


def _weekdays(days: list[int]) -> str:
    ordered = sorted(days)
    if ordered == list(range(1, 8)):
        return "每天"
    if len(ordered) > 2 and ordered == list(range(ordered[0], ordered[-1] + 1)):
        return f"{WEEKDAYS[ordered[0] - 1]}至{WEEKDAYS[ordered[-1] - 1]}"
    return "、".join(WEEKDAYS[day - 1] for day in ordered)


def map_url(lat: float | None, lon: float | None, name: str) -> str:
    """Address that shows a place on the phone's map; empty where the place is not known."""
    if lat is None or lon is None:
        return ""
    north, east = wgs84_to_gcj02(lat, lon)
    query = urlencode({"position": f"{east:.6f},{north:.6f}", "name": name, "coordinate": "gaode"})
    return f"https://uri.amap.com/marker?{query}"
