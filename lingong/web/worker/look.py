"""What somebody looks for on the home page: district, words and filters, all kept in the address."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Left
from django.http import HttpRequest
from django.urls import reverse

from lingong.employers.models import EmployerKind
from lingong.jobs.catalogue.trades import find, groups, trades
from lingong.jobs.models import Posting, PostingQuerySet, Settlement, TermsShift
from lingong.lib.clock import day_bounds, today
from lingong.regions import tree
from lingong.regions.codes import is_code
from lingong.web.signs import sign
from lingong.workers.models import Worker

from .spot import NEAR_KM, Spot, spot_of

REGION_COOKIE = "region"
ANYWHERE = "all"
SHOWN = 6  # characters of an address that everybody may see (lib.mask.address)
TILES = 7  # and one for the rest: two rows on a phone
LONGEST = 30


@dataclass(frozen=True)
class Look:
    """One look at the list; `url` gives the same look with something changed."""

    region: str
    q: str
    group: str
    trade: str
    today: bool
    daily: bool
    near: bool
    more: bool
    spot: Spot | None
    here: tuple[tuple[str, str], ...]  # lat and lon as asked in the address

    @classmethod
    def of(cls, request: HttpRequest, worker: Worker | None) -> "Look":
        asked = request.GET
        spot = spot_of(asked, worker)
        here = tuple((name, asked[name]) for name in ("lat", "lon") if spot and name in asked)
        return cls(
            region=region_of(request, worker),
            q=asked.get("q", "").strip()[:LONGEST],
            group=asked.get("group", "") if asked.get("group") in groups() else "",
            trade=asked.get("trade", "") if asked.get("trade") in trades() else "",
            today="today" in asked,
            daily="daily" in asked,
            near="near" in asked and spot is not None,
            more="more" in asked,
            spot=spot,
            here=here,
        )

    @property
    def is_plain(self) -> bool:
        """Nothing but the district narrows the list."""
        return not (self.q or self.group or self.trade or self.today or self.daily or self.near)

    @cached_property
    def kept(self) -> list[tuple[str, str]]:
        """Name and value of everything in the address but the words searched for."""
        flags = [(name, "1") for name in ("today", "daily", "near") if getattr(self, name)]
        named = [(name, getattr(self, name)) for name in ("group", "trade") if getattr(self, name)]
        return [*named, *flags, *self.here]

    def url(self, **changes: str) -> str:
        """Address of this look with `changes`; an empty value leaves something out."""
        state = {**dict(self.kept), **({"q": self.q} if self.q else {}), **changes}
        query = urlencode({name: value for name, value in state.items() if value})
        return reverse("web:home") + (f"?{query}" if query else "")

    def chips(self) -> list[tuple[str, str, bool]]:
        """(word, address, on) of every filter."""
        found = [
            ("今天能干", self.url(today="" if self.today else "1"), self.today),
            ("日结", self.url(daily="" if self.daily else "1"), self.daily),
        ]
        if self.spot is not None:
            found.append((f"{NEAR_KM}公里内", self.url(near="" if self.near else "1"), self.near))
        if self.group:
            found.insert(0, (groups()[self.group], self.url(group="", trade=""), True))
            found += [
                (trade.name, self.url(trade="" if self.trade == code else code), self.trade == code)
                for code, trade in trades().items()
                if trade.group == self.group and not trade.hidden
            ]
        return found

    def tiles(self) -> list[dict[str, str]]:
        """Groups of trades: two rows, or all of them after “更多”."""
        names = list(groups().items())
        shown = names if self.more else names[:TILES]
        tiles = [
            {"word": name, "icon": sign(code), "url": self.url(group=code, trade="")} for code, name in shown
        ]
        return tiles if self.more else [*tiles, {"word": "更多", "icon": "grid", "url": self.url(more="1")}]

    def postings(self, now: datetime) -> PostingQuerySet:
        """Open postings that answer the look, newest first, with everything a card shows."""
        rows = Posting.objects.open(now).for_page().prefetch_related("terms__shifts")
        if self.region and not self.near:  # what is near may lie across the border
            rows = rows.filter(tree.in_scope("region", tree.prefixes(self.region)))
        if self.trade or self.group:
            wanted = (
                [self.trade] if self.trade else [t.code for t in trades().values() if t.group == self.group]
            )
            rows = rows.filter(trade__in=wanted)
        if self.q:
            rows = rows.annotate(area=Left("terms__place", SHOWN)).filter(_says(self.q))
        if self.today:
            shifts = TermsShift.objects.filter(terms=OuterRef("terms"), start_at__gte=now)
            rows = rows.filter(Exists(shifts.filter(start_at__lt=day_bounds(today(now))[1])))
        if self.daily:
            rows = rows.filter(terms__settlement=Settlement.DAILY)
        if self.near and self.spot is not None:
            rows = rows.annotate(away=self.spot.square_km_to("terms__")).filter(
                self.spot.cells(), Q(away__lte=NEAR_KM**2) | Q(employer__kind=EmployerKind.HOUSEHOLD)
            )
        return rows.order_by("-published_at", "-pk")


def region_of(request: HttpRequest, worker: Worker | None) -> str:
    """The district asked for, else the one chosen last, else the worker's own; empty: everywhere."""
    chosen = request.GET.get("region") or request.COOKIES.get(REGION_COOKIE, "")
    if chosen == ANYWHERE:
        return ""
    return chosen if is_code(chosen) else worker.region if worker is not None else ""


def _says(words: str) -> Q:
    """Trade, task or the shown part of the place holds the words. The rest of an address is no search key."""
    meant = [t.code for t in trades().values() if any(words in name for name in (t.name, *t.synonyms))]
    close = find(words)
    codes = {*meant, *([close.code] if close else [])}
    firm = Q(employer__organisation__name__icontains=words)
    return Q(trade__in=codes) | Q(terms__task__icontains=words) | Q(area__icontains=words[:SHOWN]) | firm
