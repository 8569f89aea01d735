"""Run the rulebook over what was read. A flag is advice: the words, the basis; a person decides."""

from . import checks_honesty, checks_pay, checks_people
from .book import CHECKS
from .facts import Facts
from .reading import Flag

MODULES = (checks_pay, checks_people, checks_honesty)
# What may be said of a text that is no posting: somebody looking for work is not told of missing pay.
ALSO_WITHOUT_JOB = frozenset({"not_a_job", "shuadan", "mlm", "gambling", "account_rental", "illegal_finance",
                              "training_ad", "guaranteed_hire", "obfuscation"})  # fmt: skip
GAP = 2  # characters between two finds that one quote may bridge


def run(facts: Facts) -> tuple[Flag, ...]:
    """All flags of a text, in the order of the rulebook; neighbouring words are quoted together."""
    flags = []
    for rule in CHECKS:
        if not facts.is_job and rule.code not in ALSO_WITHOUT_JOB:
            continue
        found = sorted(rule.function(facts))
        if found:
            flags.append(Flag(rule.code, facts.source.quote(*_first(facts, found)), rule.basis))
    return tuple(flags)


def _first(facts: Facts, found: list[tuple[int, int]]) -> tuple[int, int]:
    """The first find, together with those right behind it."""
    start, end = found[0]
    for first, last in found[1:]:
        between = facts.text[end:first]
        same = facts.text[first:last] == facts.text[start:end]
        if same or len(between) > GAP or "\n" in between:
            break
        end = max(end, last)
    return start, end


__all__ = ["CHECKS", "MODULES", "run"]
