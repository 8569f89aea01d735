"""How pages say pay, times and distances: short spoken Chinese, numbers first, no HTML.

Unknown is said to be unknown; nothing is rounded in a way that promises more than is there.
"""

from datetime import date, datetime, time, timedelta

from lingong.lib import clock, money

PAY_UNITS = {
    "hour": "小时",
    "half_day": "半天",
    "day": "天",
    "week": "周",
    "month": "月",
    "piece": "件",
    "job": "整活",
}
SETTLEMENTS = {
    "daily": "日结",
    "weekly": "周结",
    "half_monthly": "半月结",
    "monthly": "月结",
    "completion": "完工结",
}
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
NEAR_DAYS = {-2: "前天", -1: "昨天", 0: "今天", 1: "明天", 2: "后天"}


def pay(fen: int | None, unit: str, *, top: int | None = None, piece: str = "") -> str:
    """`180 元/天`, `180–200 元/天`, `0.5 元/斤` (`piece` is the posting's own word), `3000 元 整活`."""
    if fen is None:
        return "工钱没写"
    amount = money.yuan(fen) if top in (None, fen) else f"{money.yuan(fen)}–{money.yuan(top)}"
    if unit == "job":
        return f"{amount} 元 整活"
    word = piece if unit == "piece" and piece else PAY_UNITS.get(unit, unit)
    return f"{amount} 元/{word}" if word else f"{amount} 元"


def hourly(fen: int | None, unit: str, minutes: int | None) -> str:
    """`约 22 元/小时` for pay that buys `minutes` of work, rounded down; empty where it says nothing new."""
    if fen is None or not minutes or unit in ("hour", "piece"):
        return ""
    return f"约 {money.share(fen, 60, minutes) // 100} 元/小时"


def day(day: date, today: date) -> str:
    """`今天`, `周六` within the next six days, else `12月3日 周四`; with the year when it is another."""
    ahead = (day - today).days
    weekday = WEEKDAYS[day.weekday()]
    if ahead in NEAR_DAYS:
        return NEAR_DAYS[ahead]
    if 0 < ahead < 7:
        return weekday
    year = f"{day.year}年" if day.year != today.year else ""
    return f"{year}{day.month}月{day.day}日 {weekday}"


def hour(moment: datetime | time) -> str:
    """`6:00`, `17:30`: 24 hours, no leading zero."""
    return f"{moment.hour}:{moment.minute:02d}"


def moment(at: datetime, now: datetime) -> str:
    """`明早 6:00`, `今晚 19:30`, `周六 8:00`, on Shanghai's clock."""
    local = clock.local(at)
    word = day(local.date(), clock.today(now))
    if word in ("今天", "明天"):
        part = "早" if 4 <= local.hour < 9 else "晚" if local.hour >= 18 else ""
        word = word[0] + part if part else word
    return f"{word} {hour(local)}"


def span(start: datetime, end: datetime | None, now: datetime) -> str:
    """`明早 6:00–17:00`, `今晚 22:00–次日 6:00`, `周六 8:00–12月9日 周三 17:00`; no end: the start alone."""
    said = moment(start, now)
    if end is None:
        return said
    first, last = clock.local(start), clock.local(end)
    nights = (last.date() - first.date()).days
    if nights == 0:
        return f"{said}–{hour(last)}"
    if nights == 1:
        return f"{said}–24:00" if last.time() == time(0) else f"{said}–次日 {hour(last)}"
    return f"{said}–{day(last.date(), clock.today(now))} {hour(last)}"


def ago(at: datetime, now: datetime) -> str:
    """`刚刚`, `12 分钟前`, `3 小时前`, `昨天 18:20`, then the day."""
    past = now - at
    if past < timedelta(minutes=1):
        return "刚刚"
    if past < timedelta(hours=1):
        return f"{int(past.total_seconds() // 60)} 分钟前"
    if past < timedelta(hours=6):
        return f"{int(past.total_seconds() // 3600)} 小时前"
    return moment(at, now)


def distance(metres: float | None) -> str:
    """`离您 300 米`, `离您 1.2 公里`, `离您 12 公里`; None: `距离未知`."""
    if metres is None:
        return "距离未知"
    hundreds = max(1, round(metres / 100))
    if hundreds < 10:
        return f"离您 {hundreds * 100} 米"
    if hundreds < 100:
        return f"离您 {hundreds / 10:g} 公里"
    return f"离您 {round(metres / 1000)} 公里"


def worked(minutes: int | None) -> str:
    """`8 小时`, `7.5 小时`, `40 分钟`; None: `工时没写`."""
    if minutes is None:
        return "工时没写"
    if minutes < 60:
        return f"{minutes} 分钟"
    whole, rest = divmod(minutes, 60)
    if not rest:
        return f"{whole} 小时"
    return f"{whole}.5 小时" if rest == 30 else f"{whole} 小时 {rest} 分"
