"""When the work begins (in the text's own words and as a day and a clock time) and how long it lasts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from .clock import PARTS, POINT, Shift, clock_time, length, minutes, spans
from .numbers import CHINESE, number
from .source import Found, Source

WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6,
            "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6}  # fmt: skip
RELATIVE = {"今天": 0, "今日": 0, "今晚": 0, "今早": 0, "今夜": 0, "今儿": 0, "当天下午": 0, "明天": 1, "明早": 1, "明晚": 1, "明日": 1,
            "明儿": 1, "大后天": 3, "后天": 2, "后日": 2}  # fmt: skip
NOW = r"现在|马上|立即|立刻|随时|即刻|尽快|当场"
DAY = re.compile(
    rf"(?P<rel>大后天|后[天日]|[今明](?:天|日|晚|早|儿|夜))(?:[(（][^()（）]{{1,8}}[)）])?"
    rf"|(?P<ymd>20\d\d\s*[年./\-]\s*\d{{1,2}}\s*[月./\-]\s*\d{{1,2}}[日号]?)"
    rf"|(?P<md>(?<!\d)(?:\d{{1,2}}|{CHINESE})月(?:\d{{1,2}}|{CHINESE})[日号]?|(?<![\d.:\-/])(?:1[0-2]|"
    r"0?[1-9])[./](?:3[01]|[12]\d|0?[1-9])(?![\d.:%元/]|\s*(?:元|块|平|米|亩|折|小时)))"
    rf"|(?P<day>(?<![\d.\-到至~路街道巷弄村里园区苑楼栋庄])(?:3[01]|[12]\d|[1-9])[号](?![楼库门店线院仓栋房厂桌口馆台机车地厅]))"
    rf"|(?P<week>(?:下下?个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天末]|下个?(?:周|星期|礼拜)(?!结))"
    r"|(?P<feast>(?:元旦|春节|五一|国庆|端午|中秋|元宵|清明|双十一|双11|双十二|寒假|暑假|年后|节后|年前|月初|下月初|下个?月)(?=开工|上班|上岗|到岗|"
    r"开始|来|就|期间|当天|前后|[,，。;；\n\s]|$))"
)
AT = re.compile(rf"\s*(?:的)?(?:(?P<part>{PARTS})\s*)?(?:(?P<clock>{POINT})(?:左右|钟|前|整)?)?")
SPLIT = re.compile(
    r"(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?::|点|时)\s*(?P<minute>[0-5]\d|半|一刻)?"
)
SOON = re.compile(
    rf"(?P<word>{NOW})(?=[^,，。;；\n]{{0,3}}?(?:就?要人|到岗|上岗|上班|入职|上工|开工|开干|过来|来人|来|可以?上|能上|能来|需要|干活|"
    r"就干|要))"
)
FIELD = re.compile(
    r"(?:工作|上班|上岗|开工|到岗|活动|集合|用工|开始|上工|进场|入场|干活)?(?:时间|日期)\s*[:：】\]]\s*$"
)
NOT_BEFORE = re.compile(
    r"(?:预产期|每|每个|截止|截至|报名|面试|到|至|-|~|出生|生于|发薪|工资|有效期|发布|更新|干到|做到|休|单|双|次|逢|限|除|前|满|平日|"
    r"平时)\s*(?:[:：到于在]|时间[:：]?|日期[:：]?)*\s*$"
)
NOT_AFTER = re.compile(
    r"^\s*(?:(?:统一|准时|左右)?(?:结|发(?:工资|薪|钱|上)|休息?(?!一天班)|不休|不上班|放假|面试|前?报名|截止|付|打款|到账)|"
    r"(?:-|~|到|至)\s*(?:周|星期|礼拜)|[、和]?周[一二三四五六日天].{0,4}(?:休|结)|双休|单休|工资|有人|没空|以内|截|结上)"
)
OPEN_RANGE = re.compile(rf"^\s*(?:-|~|到|至)\s*(?:次日|第二天|{PARTS}|\d|{CHINESE})")
DAYS = re.compile(
    r"(?:(?:一共|共|总共|大概|大约|约|连续|连着|工期|周期|预计|估计|能|可以)?(?:干|做|上|忙|拍|摘|搞|用|来|"
    rf"有)?(?:满)?\s*)(?<![\d第满前每休试足.~\-到])(?P<n>\d{{1,3}}|{CHINESE})\s*天(?!结|气|以上|以内|内|后|一|/|不|没|无|"
    r"假|发|后|之|就|工资|\d|[一二两三四五六七八九]百)"
)
STATED = re.compile(
    rf"(?<![\d.:/-])(?P<n>\d{{1,2}}(?:\.5)?|{CHINESE})\s*个?(?P<half>半)?(?:小时|钟头|钟(?!点)|h(?![a-z])|"
    r"H(?![a-z]))(?P<half2>半)?(?:/天|一天|每天|工作制|制|坐班|站班)?"
)
STATED_NOT_BEFORE = re.compile(
    r"(?:元|块|/|加班|休息|午休|吃饭|每次|最少|至少|起|间隔|路程|车程|提前|超过?|满|培训|试用|累计|前|多少|\d到|\d-|\d~|除去?|扣除?|含|中间|中午|"
    r"等|每[次节趟单]|一[次节]课?)[^,，。;；\n\d天]{0,3}$"
)
STATED_NOT_AFTER = re.compile(
    r"^\s*(?:起步?|热线|营业|在线|内|以内|之内|后|以外|外|以上|加班|的?休息|吃饭|午休|路程|车程|\d|[一二三四五六七八九]十|"
    r"(?:热水|便利|值班电话|客服|值班|供应|服务|接单|左右车程)|工(?!作))"
)
HALF_HOUR_RANGE = re.compile(
    rf"(?:\d{{1,2}}|{CHINESE})\s*(?:个小时|小时)?(?:-|~|到|至)\s*(?:\d{{1,2}}|{CHINESE})\s*个?(?:小时|钟头|h)"
)


@dataclass(frozen=True, slots=True)
class Start:
    """When to come: the words, and as far as they allow the day and the clock time."""

    words: Found[str]
    day: date | None
    clock: time | None


def start(source: Source, published: date | None) -> Start | None:
    """The day or moment the text names for the beginning of the work."""
    text = source.clean
    best: tuple[int, Start] | None = None
    for match in DAY.finditer(text):
        if NOT_BEFORE.search(text[max(0, match.start() - 8) : match.start()]) or NOT_AFTER.match(
            text[match.end() :]
        ):
            continue
        rank = (
            0
            if FIELD.search(text[: match.start()])
            else 3
            if match["feast"]
            else 2
            if "末" in match[0]
            else 1
        )
        if best is None or rank < best[0]:
            best = rank, _start(source, match, published)
    if best:
        return best[1]
    soon = SOON.search(text)
    if not soon:
        return None
    today = published if soon["word"] in ("现在", "马上", "立即", "立刻", "即刻") else None
    return Start(Found(soon["word"], *soon.span("word")), today, None)


def _start(source: Source, match: re.Match[str], published: date | None) -> Start:
    """The moment that opens with this day; a span of hours behind it stays out of the words."""
    text, end = source.clean, match.end()
    clock: time | None = None
    day = _resolve(match, published)
    part = "晚上" if match[0].endswith(("晚", "夜")) else "早上" if match[0].endswith("早") else ""
    tail = AT.match(text, end)
    if tail and tail.end() > tail.start():
        ranged = tail["clock"] and OPEN_RANGE.match(text[tail.end() :])
        at = SPLIT.match(tail["clock"]) if tail["clock"] else None
        if at:
            exact = minutes(tail["part"] or part, at["hour"], at["minute"])
            clock = clock_time(exact) if exact is not None else None
            if day and exact is not None and exact >= 1440:
                day += timedelta(days=1)  # 今晚12点 is tomorrow's 0:00
        end = tail.end() if not ranged else tail.end("part") if tail["part"] else end
    words = text[match.start() : end].rstrip()
    return Start(Found(words, match.start(), match.start() + len(words)), day, clock)


def _resolve(match: re.Match[str], published: date | None) -> date | None:
    """The calendar day, counted from the day of publication; None where the words leave it open."""
    digits = [int(n) for item in re.findall(rf"\d+|{CHINESE}", match[0]) if (n := number(item)) is not None]
    try:
        if match["ymd"]:
            return date(*digits[:3])
        if published is None:
            return None
        if match["rel"]:
            return published + timedelta(days=RELATIVE[match["rel"]])
        if match["md"]:
            day = date(published.year, digits[0], digits[1])
            return day if day >= published - timedelta(days=30) else day.replace(year=day.year + 1)
        if match["day"]:
            return _day_of_month(published, digits[0])
        return _weekday(match["week"], published) if match["week"] else None
    except (ValueError, IndexError, TypeError):
        return None


def _day_of_month(published: date, day: int) -> date:
    """The next such day: 25号 seen on the 28th is next month's."""
    if day >= published.day:
        return published.replace(day=day)
    following = (published.replace(day=1) + timedelta(days=32)).replace(day=1)
    return following.replace(day=day)


def _weekday(words: str, published: date) -> date | None:
    if words[-1] not in WEEKDAYS:  # 下周, 周末: which day is not said
        return None
    monday = published - timedelta(days=published.weekday())
    wanted = WEEKDAYS[words[-1]]
    if "下" in words:
        return monday + timedelta(days=7 * words.count("下") + wanted)
    day = monday + timedelta(days=wanted)
    return day if day >= published else day + timedelta(days=7)


def days(source: Source) -> Found[int] | None:
    """How many days the work lasts, where one such number is stated."""
    found: list[Found[int]] = []
    for match in DAYS.finditer(source.clean):
        value = number(match["n"])
        first = source.clause_at(match.start("n"))[0]
        if re.search(
            r"(?:每月|月休|试用|试工|满|休息?|押|压|每|提前|培训|结|前|不足|不满)[^\d一二三四五六七八九十]{0,4}$",
            source.clean[first : match.start("n")],
        ):
            continue
        if value is not None and 2 <= value <= 366:
            found.append(Found(int(value), match.start("n"), match.end()))
    return found[0] if len({item.value for item in found}) == 1 else None


def hours(
    source: Source, shifts: Sequence[Found[Shift]], paid: Found[Decimal] | None
) -> Found[Decimal] | None:
    """Hours of one day: as stated, else from the clock spans, else from `元/24小时`."""
    text = source.clean
    stated: list[Found[Decimal]] = []
    ranged = [m.span() for m in HALF_HOUR_RANGE.finditer(text)]
    for match in STATED.finditer(text):
        value = number(match["n"])
        before = text[max(source.clause_at(match.start())[0], match.start() - 8) : match.start()]
        if (
            value is None
            or any(a <= match.start() < b for a, b in ranged)
            or STATED_NOT_BEFORE.search(before)
        ):
            continue
        if STATED_NOT_AFTER.match(text[match.end() :]) or re.search(r"[元块]\s*(?:[一每/])?\s*$", before):
            continue
        value += Decimal("0.5") if match["half"] or match["half2"] else 0
        if 1 <= value <= 24 and not (value == 1 and "一" in match[0]):
            stated.append(Found(value, *match.span()))
    if stated and len({item.value for item in stated}) == 1:
        return stated[0]
    if not stated:
        total = length(source, shifts)
        if total is not None and total >= 60:
            return Found(Decimal(total) / 60, shifts[0].start, shifts[-1].end)
        return paid
    return None


__all__ = ["Shift", "Start", "days", "hours", "spans", "start"]
