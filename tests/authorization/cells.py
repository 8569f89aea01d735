"""Roles, sets of roles, and one row of the table."""

from dataclasses import dataclass, field, replace
from typing import Any

from lingong.accounts.rights import RIGHTS_OF, Right, Role

VISITOR = "visitor"
STRANGER = "stranger"  # signed in, no records
WORKER, OTHER_WORKER = "worker", "other worker"
EMPLOYER, OTHER_EMPLOYER = "employer", "other employer"
IN = {role: role.value for role in Role}  # staff of the region
OUT = {role: f"{role.value} elsewhere" for role in Role}  # the same role in another city
STAFF = {*IN.values(), *OUT.values()}

EVERYBODY = frozenset({VISITOR, STRANGER, WORKER, OTHER_WORKER, EMPLOYER, OTHER_EMPLOYER}).union(STAFF)
# The short walk: staff elsewhere are one clerk, and these alone compare with what is unknown.
CURIOUS = frozenset({VISITOR, STRANGER, OTHER_WORKER, OTHER_EMPLOYER, OUT[Role.CLERK]})
SHORT = (EVERYBODY - set(OUT.values()) - {IN[Role.ADMINISTRATOR]}) | CURIOUS
SIGNED_IN = EVERYBODY - {VISITOR}
NOBODY: frozenset[str] = frozenset()
WORKER_SIDE, EMPLOYER_SIDE = frozenset({WORKER}), frozenset({EMPLOYER})
WORKERS, EMPLOYERS = frozenset({WORKER, OTHER_WORKER}), frozenset({EMPLOYER, OTHER_EMPLOYER})
PEOPLE = WORKERS | EMPLOYERS  # accounts with a person's record


def staff(right: Right) -> frozenset[str]:
    """Staff whose right reaches the region of the situation."""
    return frozenset(IN[role] for role, rights in RIGHTS_OF.items() if right in rights)


def staff_elsewhere(right: Right) -> frozenset[str]:
    """Staff whose right reaches the other city."""
    return frozenset(OUT[role] for role, rights in RIGHTS_OF.items() if right in rights)


def staff_anywhere(right: Right) -> frozenset[str]:
    """Staff with the right over any region: for pages about no object."""
    return staff(right) | staff_elsewhere(right)


@dataclass(frozen=True)
class Cell:
    """One route and who is let in. `args` name things of the situation, in the order of the address."""

    route: str  # name of a page, or operation id of the interface
    who: frozenset[str]
    methods: str = "GET"  # those it knows, apart by spaces
    args: tuple[str, ...] = ()
    query: str = ""  # with {thing}
    body: dict[str, Any] = field(default_factory=dict)  # with "{thing}" as values
    asks: bool = True  # a visitor kept out is asked to sign in; else the address looks unknown

    def __str__(self) -> str:
        return " ".join(filter(None, (self.route, *self.args, self.query)))

    def unknown(self, n: int) -> "Cell":
        """The same, with a thing nobody has in place of argument `n`."""
        args = list(self.args)
        args[n] = "no_number" if args[n].endswith(NUMBERED) else "no_id"
        return replace(self, args=tuple(args))


NUMBERED = ("shift", "message", "join", "delivery")
