"""A district by its name as people write it; the value is its code."""

from typing import Any

from django import forms
from django.http import HttpRequest

from lingong.lib import clock
from lingong.markets.models import Market
from lingong.people.models import Person
from lingong.regions import tree
from lingong.regions.codes import is_code
from lingong.regions.models import CITY, COUNTY, Division

MOST_NAMED = 3
CHOSEN = "region"  # in the address or a cookie: chosen on the page 选地区


class DistrictField(forms.CharField):
    """`宿豫区`, `宿迁 宿豫`, `江苏省宿迁市宿豫区`; one that fits several is refused with examples."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=60, **kwargs)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return _code(text) if text else ""

    def prepare_value(self, value: Any) -> Any:
        """A code (from a person, a market, the address) is shown by its name."""
        return tree.full_name(value) if is_code(str(value)) else value


def usual_district(request: HttpRequest, person: Person | None) -> str:
    """Chosen just now, else the person's own, else the one looked at last, else that of the first market here."""
    for code in (request.GET.get(CHOSEN), person and person.region, request.COOKIES.get(CHOSEN)):
        if code and is_code(code) and tree.division(code) is not None:
            return code
    first = Market.objects.public().order_by("pk").values_list("region", flat=True).first()
    return first if first and tree.division(first) is not None else ""


def _code(text: str) -> str:
    exact = (
        Division.objects.current(clock.today()).filter(full_name=text.replace(" ", ""), level=COUNTY).first()
    )
    if exact is not None:
        return str(exact.code)
    found = [row for row in tree.find(*text.split()) if _is_district(row)]
    best = [row for row in found if row.name == text.split()[-1]] or found
    if not best:
        raise forms.ValidationError(
            "没找到这个区县。写区县的名字就行，例如：宿豫区；同名的前面加上市：宿迁 宿豫区。"
        )
    if len(best) > 1:
        named = "、".join(row.full_name for row in best[:MOST_NAMED])
        raise forms.ValidationError(
            f"叫这个名字的有 {len(best)} 个（{named}{'…' if len(best) > MOST_NAMED else ''}），请在前面加上市的名字。"
        )
    return str(best[0].code)


def _is_district(row: Division) -> bool:
    """A county, or one of the few cities that have none."""
    return row.level == COUNTY or (
        row.level == CITY and not any(r.level == COUNTY for r in tree.children(row.code))
    )
