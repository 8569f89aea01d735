"""Find by what people say at the window: a name, a whole phone or ID number, a firm, a trade, a posting's number."""

import re
from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest

from lingong.accounts.rights import Right
from lingong.employers.models import Employer
from lingong.jobs.catalogue.trades import find as find_trade
from lingong.jobs.models import Posting
from lingong.lib import clock
from lingong.lib import identity as papers
from lingong.people.models import Person, contact_index, id_index

from .reach import within

MOST = 12
NUMBER = re.compile(r"[0-9a-fA-F]{8}")


@dataclass(frozen=True, slots=True)
class Found:
    people: list[Person] = field(default_factory=list)
    employers: list[Employer] = field(default_factory=list)
    postings: list[Posting] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.people or self.employers or self.postings)


def find(request: HttpRequest, asked: str) -> Found:
    """All that matches within the clerk's reach, people first."""
    people = Person.objects.filter(within(request, Right.PERSON_READ), _who(asked), merged_into=None)
    named = (
        Q(organisation__name__icontains=asked)
        | Q(person__name__icontains=asked)
        | Q(organisation__uscc=papers.tidy(asked))
    )
    employers = Employer.objects.filter(within(request, Right.PERSON_READ)).filter(named)
    return Found(
        list(people.order_by("-pk")[:MOST]),
        list(employers.select_related("organisation", "person").order_by("-pk")[:MOST]),
        _postings(request, asked),
    )


def _who(asked: str) -> Q:
    digits = papers.tidy(asked)
    if len(digits) == 11 and digits.isdigit():
        return Q(phone_index=contact_index(digits))
    if len(digits) >= 15:
        try:
            return Q(id_index=id_index(papers.identity(digits).number))
        except ValidationError:
            return Q(name__icontains=asked)
    return Q(name__icontains=asked)


def _postings(request: HttpRequest, asked: str) -> list[Posting]:
    rows = Posting.objects.filter(within(request, Right.POSTING_READ)).for_page().order_by("-pk")
    if NUMBER.fullmatch(asked):
        first, last = UUID(asked + "0" * 24), UUID(asked + "f" * 24)
        return list(rows.filter(public_id__range=(first, last))[:MOST])
    trade = find_trade(asked)
    if trade is None:
        return []
    return list(rows.open(clock.now()).filter(trade=trade.code)[:MOST])
