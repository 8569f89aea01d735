"""Codes as text: what a division code means without looking into the database.

A scope is a set of prefixes.  The prefix of a code is its significant part: two digits for a
province, four for a city, six for a county, nine for a town, so `510104017` lies within `5101`.
"""

import re
from collections.abc import Iterable

from django.db.models import Q

CODE = re.compile(r"[1-9][0-9]{5}(?:[0-9]{3})?")
ZONE = re.compile(r"[1-9][0-9]{5}-[0-9A-Z]{2,5}")


def is_code(code: str) -> bool:
    """Whether `code` has the form of a stored division code (6 or 9 digits)."""
    return CODE.fullmatch(code) is not None


def is_zone(code: str) -> bool:
    """Whether `code` has the form of a special zone: parent's 6 digits, a dash, 2 to 5 characters."""
    return ZONE.fullmatch(code) is not None


def prefix(code: str) -> str:
    """`510000` → `51`, `510100` → `5101`, anything longer as it is; a zone's code stands for itself."""
    if len(code) == 6 and code.endswith("0000"):
        return code[:2]
    if len(code) == 6 and code.endswith("00"):
        return code[:4]
    return code


def lineage(code: str) -> list[str]:
    """The code and the codes it may lie under, nearest first: `510104017` → itself, 510104, 510100, 510000."""
    return list(dict.fromkeys([code, code[:6], f"{code[:4]}00", f"{code[:2]}0000"]))


def within(code: str, prefixes: Iterable[str]) -> bool:
    """Whether the code lies in a scope. Nothing lies in an empty scope, and an empty prefix holds nothing."""
    return any(one and code.startswith(one) for one in prefixes)


def in_scope(field: str, prefixes: Iterable[str]) -> Q:
    """The same as a filter on a column of codes: ranges, so that its btree serves on both databases."""
    found = Q(pk__in=[])
    for one in filter(None, prefixes):
        if one.isdigit():
            found |= Q(**{f"{field}__gte": one, f"{field}__lt": str(int(one) + 1)})
        else:
            found |= Q(**{field: one})
    return found
