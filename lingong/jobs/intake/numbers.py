"""Numbers as people write them: 180, 1,200, 3K, 1万2, 一百五, 三四十, 3K-5K, 八千到两万."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

import cn2an

DIGITS = "一二三四五六七八九"
CHINESE = r"[一二两三四五六七八九十][一二两三四五六七八九十百千万零]*"
ONE = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?(?:[kKwW千万](?:\d(?![\d.]))?)?|{CHINESE})"
DASH = r"\s*(?:-{1,2}|~|至|到)\s*"
RANGE = rf"{ONE}(?:\s*(?:元|块)?{DASH}{ONE})?"
SCALE = {"k": 1000, "千": 1000, "w": 10000, "万": 10000}
ARABIC = re.compile(r"(\d+(?:\.\d+)?)([kw千万])?(\d)?", re.I)
PAIR = re.compile(rf"([{DIGITS}两])([{DIGITS}])")
DIGITS_ONLY = re.compile(rf"[{DIGITS}两]{{2,}}")
SPLIT = re.compile(r"\s*(?:元|块)?\s*(?:-{1,2}|~|至|到)\s*")


@dataclass(frozen=True, slots=True)
class Interval:
    """Two ends of what was written; the same twice for a single figure."""

    low: Decimal
    high: Decimal

    @property
    def single(self) -> bool:
        return self.low == self.high


def number(text: str) -> Decimal | None:
    """One number, or None if the text is not exactly one."""
    text = text.strip().replace(",", "")
    match = ARABIC.fullmatch(text)
    if match:
        scale = SCALE.get((match[2] or "").lower(), 1)
        return Decimal(match[1]) * scale + (int(match[3]) * scale // 10 if match[3] else 0)
    return _chinese(text)


@lru_cache(maxsize=4096)
def _chinese(text: str) -> Decimal | None:
    if DIGITS_ONLY.fullmatch(text):
        return None  # 三四 is three or four, not thirty-four
    try:
        return Decimal(str(cn2an.cn2an(text, "smart")))
    except (ValueError, InvalidOperation):
        return None


def _scale_of(text: str) -> Decimal | None:
    """The multiplier written at the end of a figure: 5K → 1000, 两万 → 10000, 180 → None."""
    match = re.search(r"([kKwW千万百])$", text.strip())
    return Decimal({**SCALE, "百": 100}[match[1].lower()]) if match else None


def interval(text: str) -> Interval | None:
    """A figure or a range; `3-5K` gives the scale to both ends, `三四十` is 30 to 40."""
    parts = [p for p in SPLIT.split(text.strip()) if p]
    if len(parts) == 1:
        return _single(parts[0])
    if len(parts) != 2:
        return None
    low, high = number(parts[0]), number(parts[1])
    if low is None or high is None:
        return None
    scale = _scale_of(parts[1])
    if scale and _scale_of(parts[0]) is None and low < 100 and low * scale <= high:
        low *= scale
    return Interval(low, high) if low <= high else None


def _single(text: str) -> Interval | None:
    value = number(text)
    if value is not None:
        return Interval(value, value)
    pair = PAIR.search(text)
    if not pair:
        return None
    low = number(text[: pair.start(2)] + text[pair.end(2) :])
    high = number(text[: pair.start(1)] + text[pair.end(1) :])
    return Interval(low, high) if low is not None and high is not None and low < high else None


def plain(value: Decimal) -> int | float:
    """A JSON number: 180, 18.5."""
    return int(value) if value == value.to_integral_value() else float(value)
