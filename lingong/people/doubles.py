"""Before a person is entered: who may be the same one already."""

from collections.abc import Iterator

from django.db.models import QuerySet

from .models import Person, contact_index, id_index

SAME_NUMBER, SAME_PHONE, SAME_NAME = "same_number", "same_phone", "same_name"
MOST_NAMESAKES = 5


def possible_doubles(
    *, among: QuerySet[Person], name: str, region: str, phone: str = "", number: str = ""
) -> list[tuple[Person, str]]:
    """People of `among` who may be this one, surest first: same paper, same phone, same name in the district.

    `phone` and `number` in their normal form (lib.identity).
    """
    found: dict[int, tuple[Person, str]] = {}
    for person, sign in _matches(among.filter(merged_into=None), name, region, phone, number):
        found.setdefault(person.pk, (person, sign))
    return list(found.values())


def _matches(
    rows: QuerySet[Person], name: str, region: str, phone: str, number: str
) -> Iterator[tuple[Person, str]]:
    if number:
        yield from ((person, SAME_NUMBER) for person in rows.filter(id_index=id_index(number)))
    if phone:
        yield from ((person, SAME_PHONE) for person in rows.filter(phone_index=contact_index(phone)))
    if name:
        namesakes = rows.filter(name=name, region=region).order_by("-pk")[:MOST_NAMESAKES]
        # Two different papers are two people, whatever the name.
        yield from ((person, SAME_NAME) for person in namesakes if not (number and person.id_index))
