"""Region prefixes a user's right reaches, as a condition on a queryset."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from lingong.accounts.models import User
from lingong.accounts.rights import Right
from lingong.regions.tree import prefixes

NOTHING = Q(pk__in=[])


def prefixes_of(user: User | AnonymousUser, right: Right) -> frozenset[str]:
    """All code prefixes over which `user` holds `right`; empty for everybody else."""
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    granted = (code for grant in user.grants_with(right) for code in grant.regions)
    return frozenset(prefix for code in granted for prefix in prefixes(code))


def region_q(user: User | AnonymousUser, right: Right, field: str = "region") -> Q:
    """Condition: the row's region lies in the reach of `right`. Matches nothing without the right."""
    return starts_with(field, prefixes_of(user, right))


def starts_with(field: str, codes: Iterable[str]) -> Q:
    conditions = [Q(**{f"{field}__startswith": code}) for code in sorted(codes)]
    return reduce(or_, conditions) if conditions else NOTHING
