"""The short form of a gig: the same fields for a new posting, a draft and a change of terms."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lingong.jobs.catalogue.trades import groups, trades
from lingong.jobs.facts import Offer
from lingong.jobs.models import GigType, PayUnit, Settlement, Terms
from lingong.lib import clock, money

from . import district

NONE = ("", "请选一个")
MORE = ("benefits", "age_min", "age_max", "certificates", "requirements", "pay_days", "gig_type")
WORDS = forms.Textarea(attrs={"rows": 3})


def trade_choices() -> list[tuple[str, Any]]:
    """The trades in the groups of the home page."""
    shown = [trade for trade in trades().values() if not trade.hidden]
    grouped = [
        (name, [(t.code, t.name) for t in shown if t.group == code]) for code, name in groups().items()
    ]
    return [NONE, *[(name, found) for name, found in grouped if found]]


class OfferForm(forms.Form):
    """All facts of an offer. `home` is the district picked from at first."""

    trade = forms.ChoiceField(label="工种", choices=trade_choices)
    headcount = forms.IntegerField(
        label="要几个人", min_value=1, max_value=500,
        error_messages={"min_value": "至少 1 个人。", "max_value": "一次最多招 500 人。", "invalid": "请填数字，例如 5。"},
    )  # fmt: skip
    task = forms.CharField(label="具体干什么", max_length=500, required=False, widget=WORDS)
    pay = forms.CharField(label="给多少钱", max_length=20)
    pay_unit = forms.ChoiceField(label="按什么算", choices=[NONE, *PayUnit.choices])
    piece_word = forms.CharField(label="按件算的，一件是什么", max_length=10, required=False)
    settlement = forms.ChoiceField(label="什么时候给钱", choices=Settlement.choices, widget=forms.RadioSelect)
    pay_days = forms.IntegerField(label="结算后几天内付清", min_value=0, max_value=31, required=False)
    first_day = forms.DateField(
        label="哪天开工", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    start = forms.TimeField(label="几点开工", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    end = forms.TimeField(
        label="几点收工", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text="收工比开工早的，就是次日收工。",
    )  # fmt: skip
    days = forms.IntegerField(
        label="连着干几天", min_value=1, max_value=366, required=False, help_text="不填就是 1 天。"
    )
    place = forms.CharField(label="在哪里干活", max_length=200)
    region = forms.ChoiceField(label="区县")
    elsewhere = forms.CharField(
        label="在别的区县", max_length=40, required=False, help_text="写名字，例如：苏州 吴中区。"
    )
    age_min = forms.IntegerField(label="最小几岁", min_value=16, max_value=80, required=False)
    age_max = forms.IntegerField(label="最大几岁", min_value=16, max_value=99, required=False)
    certificates = forms.CharField(
        label="要什么证", max_length=100, required=False, help_text="几样用“、”隔开，例如：电工证、健康证。"
    )
    requirements = forms.CharField(label="别的要求", max_length=300, required=False, widget=WORDS)
    benefits = forms.CharField(
        label="管什么", max_length=100, required=False, help_text="例如：管午饭、车接车送。"
    )
    gig_type = forms.ChoiceField(
        label="用工类型", choices=[("", "不清楚就不选"), *GigType.choices], required=False
    )
    instant = forms.BooleanField(label="抢单：谁先抢到算谁的，不用我再点头", required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, home: str = "", **options: Any) -> None:
        super().__init__(data, **options)
        chosen = (data if data is not None else self.initial).get("region") or ""
        choices = district.near(home)
        if chosen not in dict(choices):
            choices += district.known([chosen])
        self._offer_districts([NONE, *choices])

    @property
    def more(self) -> bool:
        """Something of the folded part is filled in or refused."""
        return any(self[name].value() or name in self.errors for name in MORE)

    def _offer_districts(self, choices: list[tuple[str, str]]) -> None:
        picker = self.fields["region"]
        assert isinstance(picker, forms.ChoiceField)
        picker.choices = choices

    def clean_pay(self) -> Decimal:
        """Exact yuan; ranges and words are asked again."""
        typed = self.cleaned_data["pay"]
        fen = money.fen(typed)
        if fen <= 0:
            raise ValidationError("请填大于 0 的数字，例如 180。")
        return Decimal(fen) / 100

    def clean(self) -> dict[str, Any]:
        """The district: picked, or the only one of that name."""
        facts: dict[str, Any] = super().clean() or {}
        words = facts.get("elsewhere", "")
        if not words:
            return facts
        found = district.called(words)
        if len(found) == 1:
            self.errors.pop("region", None)
            facts["region"] = found[0][0]
        elif found:
            self._offer_districts([NONE, *found])
            self.errors.pop("region", None)
            self.add_error(
                "region", f"有 {len(found)} 个地方叫“{words}”，请在这里选一个，再把下面的名字清空。"
            )
        else:
            self.add_error("elsewhere", f"没找到“{words}”。请写全名，例如：苏州 吴中区。")
        return facts


def as_typed(facts: Mapping[str, Any]) -> dict[str, str]:
    """Facts as a person would type them into the form; JSON for a draft."""
    return {name: _typed(value) for name, value in facts.items() if value not in (None, "")}


def _typed(value: Any) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return money.yuan(money.fen(value))
    return "、".join(value) if isinstance(value, list | tuple) else str(value)


def facts_of(offer: Offer) -> dict[str, Any]:
    """The facts of an offer as the form asks for them: first day, hours of a day, number of days."""
    start, end = (clock.local(moment) for moment in offer.shifts[0])
    alike = ("trade", "headcount", "task", "pay_unit", "piece_word", "settlement", "pay_days", "place", "region",
             "age_min", "age_max", "certificates", "requirements", "benefits", "gig_type")  # fmt: skip
    facts = {name: getattr(offer, name) for name in alike}
    times = {"first_day": start.date(), "start": start.time(), "end": end.time(), "days": len(offer.shifts)}
    return {**facts, **times, "pay": Decimal(offer.pay_fen) / 100}


def title_of(terms: Terms | None, draft: Mapping[str, Any], text: str) -> str:
    """What a posting is called in lists: its trade, else the first words of the text."""
    code = terms.trade if terms else str(draft.get("trade", ""))
    trade = trades().get(code)
    return trade.name if trade else text.strip()[:14] or "没写完的招工"
