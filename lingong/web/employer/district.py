"""Which district a gig is in: the counties of the employer's own city to pick from, any other by its name."""

from collections.abc import Iterable

from lingong.regions import tree
from lingong.regions.models import COUNTY

Choice = tuple[str, str]


def near(home: str) -> list[Choice]:
    """The counties of the city `home` lies in; `home` alone where the divisions are not loaded."""
    if not home:
        return []
    city = f"{home[:4]}00"
    found = [(row.code, row.name) for row in tree.children(city) if row.level == COUNTY]
    return found if any(code == home for code, _ in found) else [(home, named(home)), *found]


def called(words: str) -> list[Choice]:
    """Counties by what people write (`吴中区`, `苏州 吴中区`), with their full names."""
    found = tree.find(*words.split())
    return [(row.code, row.full_name) for row in found if row.level == COUNTY]


def known(codes: Iterable[str]) -> list[Choice]:
    """Full names of codes that exist."""
    return list(tree.names([code for code in codes if code], full=True).items())


def named(code: str) -> str:
    """`宿豫区`; the code itself where nobody knows its name."""
    return tree.names([code]).get(code, code)
