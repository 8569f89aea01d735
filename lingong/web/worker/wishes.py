"""想找什么活: trades, district, how far, the least pay, and the own place if the worker wants it known."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from lingong.jobs.catalogue.trades import groups, trades
from lingong.jobs.models import Settlement
from lingong.journal.actor import Actor, Side
from lingong.lib import clock, money
from lingong.lib.geo import in_china_box
from lingong.people.models import Consent
from lingong.people.register import give_consent, withdraw_consent
from lingong.regions import tree
from lingong.web.acting import actor, signed_in
from lingong.workers.models import Worker
from lingong.workers.register import edit_wishes

from .acts import sent
from .me import my_worker

REACH = [
    (3, "3 公里，走路骑车"),
    (5, "5 公里"),
    (15, "15 公里，电动车"),
    (30, "30 公里"),
    (60, "60 公里，跨县也行"),
]


class Wishes(forms.Form):
    """Everything has a value already; only trades and district must stay filled."""

    trades = forms.MultipleChoiceField(
        label="能干的活", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少选一个工种；什么都能干就选“小工/普工”。"},
    )  # fmt: skip
    region = forms.ChoiceField(label="想在哪干")
    reach_km = forms.TypedChoiceField(label="最远去多远", coerce=int)
    floor = forms.CharField(
        label="每小时至少给多少", required=False, max_length=12,
        help_text="不填就是不限。低于这个数的活不推荐给您。",
    )  # fmt: skip
    settlement_wish = forms.ChoiceField(
        label="希望怎么结钱", required=False, choices=[("", "都行"), *Settlement.choices]
    )
    experience = forms.CharField(
        label="干过什么", required=False, max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )
    lat = forms.FloatField(required=False, widget=forms.HiddenInput)
    lon = forms.FloatField(required=False, widget=forms.HiddenInput)
    forget = forms.BooleanField(label="不用我的位置，已经记下的也删掉", required=False)

    def __init__(self, data: QueryDict | None, worker: Worker, region: str) -> None:
        super().__init__(data, initial=_now_wanted(worker, region))
        steps = {worker.reach_km: f"{worker.reach_km} 公里"} | dict(REACH)
        self._offer("trades", [(t.code, t.name) for t in trades().values() if not t.hidden])
        self._offer("region", _regions(worker, region, str(self.data.get("region", ""))))
        self._offer("reach_km", sorted(steps.items()))

    def _offer(self, name: str, choices: Sequence[tuple[object, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean_floor(self) -> int:
        """元 as typed become 分; nothing typed is no floor."""
        text = self.cleaned_data["floor"].strip()
        fen = money.fen(text) if text else 0
        if not 0 <= fen <= 1000_00:
            raise ValidationError("每小时 0 到 1000 元之间，请检查。")
        return fen

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        lat, lon = found.get("lat"), found.get("lon")
        if lat is None or lon is None or not in_china_box(lat, lon) or found.get("forget"):
            found["lat"] = found["lon"] = None
        return found

    def by_group(self) -> list[dict[str, Any]]:
        """The boxes of the trades under their groups; a group with a choice stands open."""
        chosen = set(self["trades"].value() or [])
        return [
            {
                "name": name,
                "trades": [
                    (t.code, t.name, t.code in chosen)
                    for t in trades().values()
                    if t.group == code and not t.hidden
                ],
                "open": any(t.group == code and t.code in chosen for t in trades().values()),
            }
            for code, name in groups().items()
        ]


@signed_in
def wishes(request: HttpRequest) -> HttpResponse:
    """Change what the worker wants; `?region=` comes back from choosing a district."""
    worker, by = my_worker(request), actor(request, Side.WORKER)
    form = Wishes(request.POST or None, worker, request.GET.get("region", ""))

    def act() -> None:
        save(worker, form.cleaned_data, by)

    if sent(request, form, act, "记下了，以后按这些给您找活。"):
        return redirect("web:me")
    context = {"form": form, "worker": worker, "located": worker.lat is not None}
    return render(request, "worker/wishes.html", context)


def save(worker: Worker, facts: dict[str, Any], by: Actor) -> None:
    """The wishes, and with a place the consent to use it (without one its end)."""
    now, located = clock.now(), facts["lat"] is not None
    purpose, person = Consent.Purpose.LOCATION, worker.person
    with transaction.atomic():
        edit_wishes(
            worker=worker, by=by, now=now, trades=facts["trades"], region=facts["region"],
            reach_km=facts["reach_km"], floor_fen_per_hour=facts["floor"], lat=facts["lat"], lon=facts["lon"],
            settlement_wish=facts["settlement_wish"], experience=facts["experience"].strip(),
        )  # fmt: skip
        (give_consent if located else withdraw_consent)(person=person, purpose=purpose, by=by, now=now)


def _now_wanted(worker: Worker, region: str) -> dict[str, object]:
    return {
        "trades": [row.trade for row in worker.trades.all()],
        "region": region or worker.region,
        "reach_km": worker.reach_km,
        "floor": money.yuan(worker.floor_fen_per_hour) if worker.floor_fen_per_hour else "",
        "settlement_wish": worker.settlement_wish,
        "experience": worker.experience,
        "lat": worker.lat,
        "lon": worker.lon,
    }


def _regions(worker: Worker, chosen: str, typed: str) -> list[tuple[str, str]]:
    """The counties of the worker's city and of the one chosen, and these themselves whatever they are."""
    codes = [code for code in (worker.region, chosen, typed) if code]
    cities = dict.fromkeys(f"{code[:4]}00" for code in codes)
    named = {row.code: row.name for city in cities for row in tree.children(city)}
    known = {worker.region: worker.region, **tree.names(codes)}  # the own one stays, whatever it is
    return list({**known, **named}.items())
