"""Fields a clerk types into: numbers checked in themselves, trades as words, hours as people say them."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import forms

from lingong.jobs.catalogue.trades import find, groups, trades
from lingong.lib import identity as papers

BETWEEN = re.compile(r"[\s,，、;；/]+")


class PaperField(forms.CharField):
    """An ID number in its normal form."""

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return papers.identity(text).number if text else ""


class PhoneField(forms.CharField):
    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return papers.phone(text) if text else ""


class TradeField(forms.CharField):
    """One trade by any of its names; the value is its code."""

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return _code(text) if text else ""

    def prepare_value(self, value: Any) -> Any:
        return trades()[value].name if value in trades() else value


class TradesField(forms.CharField):
    """Several trades, typed one after the other: `小工 保洁 搬运`; the value is a list of codes."""

    def clean(self, value: Any) -> list[str]:
        text = super().clean(value)
        return list(dict.fromkeys(_code(word) for word in BETWEEN.split(text) if word))

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return "、".join(trades()[code].name for code in value if code in trades())
        return value


class HoursField(forms.DecimalField):
    """Hours as people say them (`11`, `7.5`); the value is minutes."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=Decimal("0.1"), max_value=24, decimal_places=2, **kwargs)
        few, many = "干了多长时间？填 0 到 24 小时之间。", "一个班最多 24 小时，请核对。"
        self.error_messages |= {"min_value": few, "max_value": many, "invalid": "填数字，例如 11 或 7.5。"}

    def clean(self, value: Any) -> int:
        hours = super().clean(value)
        return int((hours * 60).quantize(Decimal(1), rounding=ROUND_HALF_UP)) if hours is not None else 0


class DayField(forms.DateField):
    """A day, with the picker of the browser."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def prepare_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value


class ClockField(forms.TimeField):
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def trade_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Trades that may be offered, under their groups."""
    offered = [trade for trade in trades().values() if not trade.hidden]
    return [(name, [(t.code, t.name) for t in offered if t.group == code]) for code, name in groups().items()]


def _code(word: str) -> str:
    trade = find(word)
    if trade is None or trade.hidden:
        raise forms.ValidationError(f"没有“{word}”这个工种，换个说法试试，例如 小工、保洁、瓦工。")
    return trade.code
