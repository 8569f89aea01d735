"""When the pay is handed over: 日结, 周结, 半月结, 月结, 完工结; null when unsaid or when two are offered."""

import re

from .source import Found, Source

PAY = (
    r"(?:结算|结账|结清|结钱|结款|结|发(?:上个?月的?)?(?:工资|薪水?)|发钱|给钱|付款|付钱|转账|拿钱|发放|到账)"
)
AT_ONCE = r"(?:马上|立马|立即|立刻|当场|直接|就|现场|现金|现|即|一次性?)*"
WEEKDAY = r"[一二三四五六日天末1-6]"
DAY = r"\d{1,2}|[一二三十]{1,3}"
MONTHLY = r"(?:次|每|下)个?月(?:的)?"

# In this order: a longer promise (干到月底一起结) hides the shorter words inside it (月底结).
PATTERNS = (
    (
        "完工结",
        re.compile(
            rf"(?:干|做|搬|卸|摘|装|拆|收|活儿?|忙|完)(?:活|完活?|好|结束|事)+(?:了|后|之后|以后)?(?:一起)?{AT_ONCE}{PAY}"
            r"|完工(?:后|当场|立)?(?:就)?(?:结|付|现结|拿钱)|完活结|单结|按[单条件批次]结|一[单条件次趟]一结"
            r"|结束(?:后|当场|就)?(?:现场)?(?:结算?|给钱|转账)|一次性结|工程结束结|项目完结|采完结|包干结"
            rf"|(?:干|做|忙|摘|收)到[^,，。;；\n]{{1,8}}?(?:一起|一并|统一|一次)?{PAY}"
        ),
    ),
    (
        "日结",
        re.compile(
            rf"日结|天结|日清|当[天日晚场]?现?(?:场)?(?:{PAY})|当[天日晚](?:下班|干完|做完|收工)*{AT_ONCE}{PAY}"
            r"|当[天日晚](?:就)?给(?!力)|下班(?:拿|给|发)?现金|现金结|现结|实时结|秒结|当面结"
            rf"|现场{PAY}|(?:干|做|上|忙|来)[一1]天(?:班)?[算结发给][一1]天|[一1][天日][一1][结清发付]"
            rf"|[每天]天{PAY}|每[天日](?:下班|收工|现金|晚上)?{PAY}|(?:下班|下工|收工)(?:后)?{AT_ONCE}{PAY}"
        ),
    ),
    (
        "半月结",
        re.compile(rf"半个?月[一1]?(?:次)?{PAY}|(?:十五|15)[天日][一1]?(?:次)?{PAY}|每月[两2二]次{PAY}"),
    ),
    (
        "周结",
        re.compile(
            rf"周结|(?:一|1|每个?)(?:周|星期|礼拜){WEEKDAY}?[一1]?(?:统一)?{PAY}|[七7]天[一1]?{PAY}"
            rf"|周{WEEKDAY}{PAY}|每?(?:周|星期)[结发][一1]次|每周{WEEKDAY}?[结发]"
        ),
    ),
    (
        "月结",
        re.compile(
            rf"月结|[一1每]个?月[一1]?(?:次)?{PAY}|{MONTHLY}(?:{DAY})[号日]?(?:左右|前|准时)?(?:统一)?{PAY}"
            rf"|月底{PAY}|\d{{1,2}}[号日]{PAY}"
        ),
    ),
)
NEGATED = re.compile(r"(?:不|非|无|没有?|别问|谢绝|不是|不能|不可以?|不支持|不做)\s*$")
REFUSED = re.compile(r"^\s*(?:的)?(?:勿扰|勿来|别来|不要|不行|的别|党勿)")


def settlement(source: Source) -> Found[str] | None:
    """The way of settling the text states, where it first does; None if it offers several."""
    text = source.clean
    found: list[Found[str]] = []
    for value, pattern in PATTERNS:
        for match in pattern.finditer(text):
            if NEGATED.search(text[max(0, match.start() - 4) : match.start()]):
                continue
            if REFUSED.match(text[match.end() :]) or _inside(match, found):
                continue
            found.append(Found(value, *match.span()))
    if len({item.value for item in found}) != 1:
        return None
    return min(found, key=lambda item: item.start)


def _inside(match: re.Match[str], found: list[Found[str]]) -> bool:
    return any(match.start() < other.end and other.start < match.end() for other in found)
