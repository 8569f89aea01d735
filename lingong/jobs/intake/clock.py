"""Clock times and spans: 10:00-14:00 17:00-21:00, 20:00-次日6:00, 上午9点到下午4点, 早八晚六."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from .numbers import CHINESE, number
from .source import Found, Source

PARTS = r"凌晨|清晨|早晨|早上|上午|中午|午后|下午|傍晚|晚上|夜里|半夜|夜间|午夜|早|晚|夜"
NEXT = r"(?:明天|明(?=早|晚|晨)|次日|第二天|隔天|翌日|第二日|次晨)"
HOUR = rf"(?:2[0-4](?!\d)|[01]?\d(?!\d)|{CHINESE})"
POINT = rf"(?:{HOUR}\s*(?::|点|时(?!间|薪))\s*(?:[0-5]\d(?!\d)分?|半|一刻|{CHINESE}分)?(?:钟|整)?)"
TO = r"\s*(?:-{1,2}|~|到|至)\s*"
SPAN = re.compile(
    rf"(?<![\d.\-/])(?P<p1>{PARTS})?\s*(?P<h1>{HOUR})\s*(?P<s1>:|点|"
    r"时(?!间|薪))?\s*(?P<m1>[0-5]\d(?!\d)|半|一刻|三刻)?(?:分|钟|整)?(?:上班|开始)?"
    rf"{TO}(?P<next>{NEXT})?\s*(?:的)?(?P<p2>{PARTS})?\s*(?P<h2>{HOUR})\s*(?P<s2>:|点|"
    r"时(?![间薪]))?\s*(?P<m2>[0-5]\d(?!\d)|半|一刻|三刻)?(?:分|钟|整)?(?:下班|结束)?"
)
SHORT = re.compile(
    rf"(?P<p1>早|上午)(?P<h1>{HOUR})点?(?P<m1>半)?[,，、\s]?(?P<p2>晚|下午)上?(?P<h2>{HOUR})点?(?P<m2>半)?|"
    rf"朝(?P<h3>{HOUR})晚(?P<h4>{HOUR})|晚(?P<h5>{HOUR})点?早(?P<h6>{HOUR})点?"
)
REST = re.compile(
    r"(?:中午|中间|午餐|午饭|吃饭|午间|其中|包含|含|期间|每天)?(?:午休|休息|吃饭|午餐|就餐|用餐)(?:时间)?(?:共|"
    rf"约)?\s*(?P<n>\d+(?:\.\d+)?|{CHINESE}|半|一个半)\s*(?P<u>个?(?:小时|钟头|钟|h)|分钟)(?P<half>半)?"
    rf"|(?:除去?|扣除?|去掉|含|不含|包含|中间有?|中午有?)\s*(?P<n2>\d+(?:\.\d+)?|{CHINESE}|半|一个半)\s*(?P<u2>个?(?:小时|"
    r"钟头|钟|h)|分钟)\s*(?:的)?(?:吃饭|午休|休息|就餐|用餐|午餐)"
)
SHIFTS = re.compile(r"白班|夜班|早班|中班|晚班|[两三二]班倒|倒班|班次|[AB]班|或|任选|可选|二选一|长白班")
AFTERNOON = {  # the hours to which a part of the day adds twelve
    **dict.fromkeys(("下午", "傍晚", "午后"), range(1, 12)),
    **dict.fromkeys(("晚上", "晚", "夜里", "夜间", "夜"), range(5, 12)),
    "中午": range(1, 4),
}
OTHER_SPAN = re.compile(
    r"(?:休息|午休|吃饭|用餐|就餐|午餐|面试|报名|咨询|电话|联系|集合|集中|打电话|营业)(?:时间)?[^,，。;；\n\d]{0,3}$"
)


@dataclass(frozen=True, slots=True)
class Shift:
    """From `start` to `end` in minutes of the day; `end` beyond 1440 lies in the next day."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        return self.end - self.start

    @property
    def at_night(self) -> bool:
        """Touches 22:00 to 6:00."""
        return any(
            self.start < to and since < self.end for since, to in ((0, 360), (1320, 1800), (2760, 3240))
        )

    @property
    def opens(self) -> time:
        return clock_time(self.start)

    @property
    def closes(self) -> time:
        return clock_time(self.end)


def clock_time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def minutes(part: str, hour: str, minute: str | None) -> int | None:
    """Minutes of the day for 下午 4 半; None for an hour that no clock shows."""
    value = number(hour)
    if value is None or value != int(value) or not 0 <= value <= 24:
        return None
    clock = int(value)
    if clock in AFTERNOON.get(part, ()):
        clock += 12
    elif part in ("晚上", "晚", "夜里", "夜间", "半夜", "午夜") and clock == 12:
        clock = 24
    quarter = {"半": 30, "一刻": 15, "三刻": 45}
    extra = quarter[minute] if minute in quarter else int(number(minute) or 0) if minute else 0
    return clock * 60 + extra


def shift(match: re.Match[str]) -> Shift | None:
    """The span of one match, with the missing 上午/下午 supplied by the order of the two times."""
    first = minutes(match["p1"] or "", match["h1"], match["m1"])
    second = minutes(match["p2"] or "", match["h2"], match["m2"])
    if first is None or second is None:
        return None
    if match["p1"] in ("下午", "傍晚", "午后") and not match["p2"] and second < 720 and second + 720 > first:
        second += 720
    elif (
        match["p1"] in ("晚上", "晚")
        and not match["p2"]
        and 300 <= second < 720
        and second + 720 > first
        and not match["next"]
    ):
        second += 720 if second + 720 - first <= 360 else 0
    elif (
        not match["p1"]
        and not match["p2"]
        and not match["next"]
        and second <= first
        and second <= 720
        and first < 780
    ):
        second += 720  # 8点到5点 is a day's work
    if match["next"] or second <= first:
        second += 1440
    return Shift(first, second) if 0 < second - first <= 1440 else None


def spans(source: Source) -> list[Found[Shift]]:
    """Working spans of the text, without breaks, interview times and the like."""
    text = source.clean
    found: list[Found[Shift]] = []
    for match in SPAN.finditer(text):
        marks = (match["s1"] or "", match["s2"] or "")
        if not any(marks) and not (match["p1"] and match["p2"]):
            continue
        if not marks[1] and not match["p2"] and (marks[0] == ":" or not _ends(text, match.end())):
            continue
        if not marks[1] and not match["p2"] and _names_a_place(match["h2"], text, match.end()):
            continue
        if not marks[0] and not match["p1"] and marks[1] == ":":
            continue
        if OTHER_SPAN.search(text[max(0, match.start() - 8) : match.start()]):
            continue
        if re.match(r"\s*(?:休息|午休|吃饭|面试|报名|集合)", text[match.end() :]):
            continue
        value = shift(match)
        if value:
            found.append(Found(value, *match.span()))
    return found or _short(text)


def _names_a_place(hour: str, text: str, end: int) -> bool:
    """6点到七雄工业园集合: a numeral in Chinese that a word goes on from is the beginning of a name."""
    return not hour.isascii() and bool(re.match(r"(?![下收结歇])[\u4e00-\u9fff]", text[end:]))


def _ends(text: str, place: int) -> bool:
    return not re.match(r"\s*(?:[\d元块人名岁天个月号日件单斤%KkWw./]|小时)", text[place:])


def _short(text: str) -> list[Found[Shift]]:
    """早八晚六, 朝九晚五, 晚8早8."""
    found = []
    for match in SHORT.finditer(text):
        if match["h5"]:
            first, second = minutes("晚", match["h5"], None), minutes("早", match["h6"], None)
        else:
            first = minutes("早", match["h1"] or match["h3"], match["m1"])
            second = minutes("晚", match["h2"] or match["h4"], match["m2"])
        if first is not None and second is not None:
            second += 720 if match["h5"] is None and second <= first else 0
            second += 1440 if second <= first else 0
            if 0 < second - first <= 1080:
                found.append(Found(Shift(first, second), *match.span()))
    return found


def rest(source: Source) -> int:
    """Minutes of the breaks that the text names."""
    total = 0
    for match in REST.finditer(source.clean):
        count, unit = match["n"] or match["n2"], match["u"] or match["u2"]
        value = 1.5 if count == "一个半" else 0.5 if count == "半" else float(number(count) or 0)
        value += 0.5 if match["half"] else 0
        total += int(value * (1 if unit == "分钟" else 60))
    return total


def length(source: Source, found: Sequence[Found[Shift]]) -> int | None:
    """Minutes of a day's work from its spans; alternatives (白班/夜班) count once and must agree."""
    if not found:
        return None
    shifts = [item.value for item in found]
    apart = all(a.end <= b.start for a, b in pairwise(shifts))
    if len(shifts) > 1 and (SHIFTS.search(source.clean) or not apart):
        lengths = {item.minutes for item in shifts}
        total = lengths.pop() if len(lengths) == 1 else None
    else:
        total = sum(item.minutes for item in shifts)
    if total is None or total > 1440:
        return None
    return max(0, total - rest(source))
