"""Words of the counter desk: `{% load desk %}`. Codes become names; numbers stay masked."""

from typing import Any
from uuid import UUID

from django import template

from lingong.jobs.from_text import trade_name
from lingong.lib import mask
from lingong.regions.tree import name_of

register = template.Library()


@register.filter
def trade(code: str) -> str:
    """`labourer` → `小工`."""
    return trade_name(code)


@register.filter
def region(code: str) -> str:
    """`321311` → `宿豫区`; `——` for a code nobody knows."""
    return name_of(code)


@register.filter
def masked_paper(number: str) -> str:
    return mask.id_number(number)


@register.filter
def number(public_id: UUID) -> str:
    """The short number of a posting or an engagement, as it is told at the window."""
    return public_id.hex[:8].upper()


@register.filter
def pair(value: Any, name: str) -> list[tuple[str, Any]]:
    """One hidden value of an act: `{% act to "退回" hidden=words|pair:"reason" %}`."""
    return [(name, value)]
