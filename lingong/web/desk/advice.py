"""What the reading of a text warns of, in the words of a reviewer, and the text with those words marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lingong.jobs.from_text import from_text
from lingong.lib import clock
from lingong.regions.profile import profile

SAID = {
    "not_a_job": "不像招工",
    "shuadan": "像刷单",
    "mlm": "像传销",
    "gambling": "涉嫌赌博",
    "account_rental": "租卖账号、实名",
    "illegal_finance": "贷款、跑分一类",
    "training_ad": "借招工卖课",
    "lure": "好处说得太满",
    "guaranteed_hire": "保证录用",
    "brand_impersonation": "自称大厂直招，要看凭证",
    "overseas": "境外招工，要特别核实",
    "off_platform_contact": "先加微信进群",
    "place_conflict": "地点前后不一样",
    "obfuscation": "用怪字遮掩",
    "wage_missing": "没写工钱",
    "wage_conflict": "工钱前后不一样",
    "wage_unit_conflict": "计薪单位前后不一样",
    "wage_anomaly": "工钱数目不寻常，可能写错",
    "below_minimum_wage": "低于最低工资",
    "fee": "向工人收费",
    "deposit": "收押金或押工资",
    "wage_deduction": "扣工钱、罚款",
    "night_shift": "夜班",
    "long_hours": "工时太长",
    "no_base_pay": "没有底薪",
    "vague": "人数或报酬含糊",
    "validity_unlimited": "长期有效",
    "hours_conflict": "工时前后不一样",
    "gender_restriction": "限男女",
    "gender_preference": "偏男或偏女",
    "age_by_sex": "男女年龄要求不同",
    "unequal_pay": "男女不同酬",
    "ethnic_restriction": "限民族",
    "region_restriction": "限籍贯",
    "health_discrimination": "健康歧视",
    "criminal_record": "要求无犯罪记录",
    "appearance": "要求身高长相",
    "underage": "招未满 16 岁",
    "minor": "招 16、17 岁，有特别保护",
    "liability_waiver": "出事不负责",
    "id_withheld": "扣证件",
    "high_risk_work": "危险作业没写要证",
}
GRAVE = frozenset(
    {
        *("shuadan", "mlm", "gambling", "account_rental", "illegal_finance", "fee", "deposit", "underage"),
        *("id_withheld", "liability_waiver", "below_minimum_wage"),
    }
)


@dataclass(frozen=True, slots=True)
class Advice:
    """One warning: what it is about, the words of the text, the basis; grave ones are read first."""

    said: str
    quote: str
    basis: str
    tone: str


def advice_on(text: str, region: str, now: datetime) -> list[Advice]:
    """Warnings of a pasted text under the local minimum wage; a person decides."""
    flags = from_text(text, now=now, profile=wages(region, now)).reading.flags if text else ()
    said = [
        Advice(SAID.get(f.code, f.code), f.quote, f.basis, "bad" if f.code in GRAVE else "warn")
        for f in flags
    ]
    return sorted(said, key=lambda one: one.tone != "bad")


def wages(region: str, now: datetime) -> dict[str, Any]:
    """The table of a jurisdiction that the reader of texts wants."""
    day = clock.today(now)
    local = profile(region, day)
    floor = local.minimum_wage(region, day)
    return {
        "minimum_wage": {"hourly_fen": floor.hourly_fen, "monthly_fen": floor.monthly_fen},
        "wage": local.get("wage"),
    }


def marked(text: str, quotes: Sequence[str]) -> list[tuple[str, bool]]:
    """The text in pieces; True where it is one of the quoted words."""
    places = sorted((text.find(quote), len(quote)) for quote in set(quotes) if quote and quote in text)
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, length in places:
        if start >= at:
            pieces += [(text[at:start], False), (text[start : start + length], True)]
            at = start + length
    return [piece for piece in [*pieces, (text[at:], False)] if piece[0]]
