"""Several jobs in one text: each with its own number of people or its own pay."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .amounts import Amount, Kind
from .headcount import UNKNOWN, headcount, pairs
from .occupation import Mention
from .source import Source


@dataclass(frozen=True, slots=True)
class Part:
    """The stretch of clean text that speaks of one job."""

    start: int
    end: int


def parts(source: Source, named: list[Mention], figures: Sequence[Amount]) -> list[Part]:
    """The stretches of the jobs; empty where the text holds one job only."""
    pay = [amount.start for amount in figures if amount.kind is Kind.PAY]
    heads = _heads(source, named, pay)
    if len(heads) < 2:
        return []
    clauses = {source.clause_at(head.start) for head in heads}
    cut = [head.start for head in heads]
    if len(clauses) == 1:
        last = next(iter(clauses))[1]
    else:
        line = source.clean.find("\n", cut[-1])
        last = len(source.clean) if line < 0 else line
    found = [Part(start, end) for start, end in zip(cut, [*cut[1:], last], strict=True)]
    own = [part for part in found if _own(source, part, pay)]
    return own if len(own) == len(found) else []


def _heads(source: Source, named: list[Mention], pay: list[int]) -> list[Mention]:
    """The first mention of each title that a number of people stands behind, or that opens a line of a list."""
    text = source.clean
    counted = [pair.start for pair in pairs(text)]
    counted += [match.start() for match in UNKNOWN.finditer(text)]
    heads: list[Mention] = []
    complete = _complete(source, named, pay)
    for mention in named:
        if any(mention.title == other.title for other in heads):
            continue
        near = mention in complete or any(mention.start <= start <= mention.end + 1 for start in counted)
        line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
        opens = len(line) <= 8 and "\n" in text and not re.search(r"[:：]", line)
        if near or opens:
            heads.append(mention)
    return heads


def _complete(source: Source, named: list[Mention], pay: list[int]) -> list[Mention]:
    """Mentions behind which, before the next one, both a number of people and a pay stand."""
    if len({mention.title for mention in named}) < 2:
        return []
    ends = [mention.start for mention in named[1:]] + [len(source.clean)]
    return [
        mention
        for mention, end in zip(named, ends, strict=True)
        if any(mention.start <= start < end for start in pay) and headcount(source, mention.start, end)
    ]


def _own(source: Source, part: Part, pay: list[int]) -> bool:
    """The stretch states its own number of people or its own pay."""
    if headcount(source, part.start, part.end) or UNKNOWN.search(source.clean, part.start, part.end):
        return True
    return any(part.start <= start < part.end for start in pay)
