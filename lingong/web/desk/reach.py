"""Where a clerk may look: the region prefixes of each right, asked once a request."""

from django.db.models import Q
from django.http import HttpRequest

from lingong.accounts.rights import Right
from lingong.lib import clock
from lingong.regions.models import COUNTY, Division
from lingong.regions.tree import names
from lingong.scope.regions_of import prefixes_of, starts_with
from lingong.web.acting import user_of

MOST_DISTRICTS = 300
LAST = "desk_district"  # in the session: the district last registered for


def reach(request: HttpRequest, right: Right) -> frozenset[str]:
    """Prefixes over which the clerk holds `right`; empty without it."""
    known: dict[Right, frozenset[str]] = request.__dict__.setdefault("desk_reach", {})
    if right not in known:
        known[right] = prefixes_of(user_of(request), right)
    return known[right]


def within(request: HttpRequest, right: Right, field: str = "region") -> Q:
    """Condition: the row lies where the clerk holds `right`."""
    return starts_with(field, reach(request, right))


def districts(request: HttpRequest, right: Right) -> list[tuple[str, str]]:
    """Counties the clerk may register in, as choices; the codes of the grant where no division is loaded."""
    prefixes = reach(request, right)
    rows = Division.objects.current(clock.today()).filter(starts_with("code", prefixes), level=COUNTY)
    found = list(rows.order_by("code").values_list("code", "name")[:MOST_DISTRICTS])
    if found:
        return found
    known = names(prefixes)
    return [(code, known.get(code, code)) for code in sorted(prefixes)]


def usual_district(request: HttpRequest, choices: list[tuple[str, str]]) -> str:
    """The district used last, else the only one, else none: asked, not assumed."""
    codes = [code for code, _ in choices]
    last = str(request.session.get(LAST, ""))
    if last in codes:
        return last
    return codes[0] if len(codes) == 1 else ""
