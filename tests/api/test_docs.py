"""docs/api.md names every route, and none that is not there."""

import re

from tests.api.test_schema import OPERATIONS
from tests.house.source import ROOT

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
LINE = PAGE.partition("## The line")[2]


def last(path: str) -> str:
    """What a route ends with, parameters left out: `/postings/{posting_id}/apply` → `apply`."""
    return [part for part in path.split("/") if part and "{" not in part][-1]


def test_every_route_is_named():
    missing = {last(path) for _, path in OPERATIONS} - set(re.findall(r"\w+", PAGE))
    assert not missing


def test_nothing_else_is_named():
    named = {
        last(path) for path in re.findall(r"`(?:[A-Z]+ )?…?(/?[\w/{}]+)`", LINE) if "{" in path or "/" in path
    }
    named |= {
        word for row in LINE.splitlines() if row.startswith("|") for word in re.findall(r"`(\w+)`", row)
    }
    assert named <= {last(path) for _, path in OPERATIONS} | {""}
