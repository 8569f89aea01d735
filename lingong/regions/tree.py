"""Questions to the tree of divisions: what lies above and below, names, and the scope of a code.

`day` is the day the answer is for (default: today in Shanghai).  Unknown codes give empty answers.
"""

from collections.abc import Iterable
from datetime import date

from lingong.lib import clock
from lingong.regions.codes import in_scope, is_zone, lineage, prefix, within
from lingong.regions.models import Division, SpecialZone

__all__ = [
    "ancestors",
    "children",
    "division",
    "find",
    "full_name",
    "in_scope",
    "name_of",
    "names",
    "predecessors",
    "prefixes",
    "within",
    "zones",
]

UNKNOWN = "——"


def division(code: str, day: date | None = None) -> Division | None:
    """The row in force on `day`, or None."""
    return Division.objects.current(day or clock.today()).filter(code=code).first()


def ancestors(code: str, day: date | None = None) -> list[Division]:
    """What the division or zone lies under, nearest first: county, city, province."""
    rows = Division.objects.current(day or clock.today()).filter(code__in=lineage(code))
    return sorted((row for row in rows if row.code != code), key=lambda row: -row.level)


def children(code: str = "", day: date | None = None) -> list[Division]:
    """Divisions directly below, by code; without a code the provinces."""
    rows = Division.objects.current(day or clock.today()).filter(parent_code=code)
    return list(rows.order_by("code"))


def zones(code: str, day: date | None = None) -> list[SpecialZone]:
    """Special zones whose parent is this division, by code."""
    rows = SpecialZone.objects.current(day or clock.today()).filter(parent_code=code)
    return list(rows.order_by("code"))


def names(codes: Iterable[str], *, full: bool = False) -> dict[str, str]:
    """Names for many codes in one query, the latest name where a code has ended; unknown codes are left out."""
    wanted = set(codes)
    column = "full_name" if full else "name"
    found = Division.objects.filter(code__in=wanted).order_by("valid_from").values_list("code", column)
    answer = dict(found)
    if missing := [code for code in wanted - answer.keys() if is_zone(code)]:
        rows = SpecialZone.objects.filter(code__in=missing).order_by("valid_from")
        answer.update(rows.values_list("code", "name"))
    return answer


def name_of(code: str) -> str:
    """`321302` → `宿城区`; `——` for a code nobody knows."""
    return names([code]).get(code, UNKNOWN)


def full_name(code: str) -> str:
    """`321302` → `江苏省宿迁市宿城区`; `——` for a code nobody knows."""
    return names([code], full=True).get(code, UNKNOWN)


def find(*path: str, day: date | None = None) -> list[Division]:
    """Divisions by what people write: `find("山东", "青岛", "崂山区")`, `find("上海", "上海", "松江区")`.

    The last name must begin the division's name, the others must occur in its full name; most exact first.
    """
    words = [word.strip() for word in path if word.strip()]
    if not words:
        return []
    last = words[-1]
    rows = Division.objects.current(day or clock.today()).filter(name__startswith=last)
    for word in words[:-1]:
        rows = rows.filter(full_name__contains=word)
    return sorted(rows, key=lambda row: (row.name != last, row.level, row.code))


def prefixes(code: str) -> frozenset[str]:
    """The scope of a code: its prefix, what a special zone holds, and every predecessor.

    A predecessor belongs to a scope only when all its successors do, so the records of a county that
    was divided go to the city that holds all parts, not to each part.
    """
    own = {prefix(code)}
    if is_zone(code):
        for members in SpecialZone.objects.filter(code=code).values_list("member_prefixes", flat=True):
            own |= set(members)
    return frozenset(own | predecessors(own))


def predecessors(own: Iterable[str]) -> set[str]:
    """Prefixes of ended codes whose successors all lie within `own`, through any number of changes."""
    known = set(own)
    frontier = {one for one in known if one.isdigit()}
    added: set[str] = set()
    while frontier:
        ended = Division.objects.exclude(valid_to=None).exclude(successor_codes="")
        rows = [
            row
            for one in frontier
            for row in ended.filter(successor_codes__contains=f",{one}").only("code", "successor_codes")
            if all(within(successor, known) for successor in row.successors)
        ]
        frontier = {prefix(row.code) for row in rows if not within(row.code, known)}
        still = Division.objects.filter(valid_to=None, code__in=[row.code for row in rows])
        frontier -= {prefix(code) for code in still.values_list("code", flat=True)}
        known |= frontier
        added |= frontier
    return added
