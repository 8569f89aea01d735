"""When the pay is handed over: 日结, 周结, 半月结, 月结, 完工结; null when unsaid or when two are offered."""

import re

from .source import Found, Source

PAY = r"(?:结算|结账|结清|结钱|结款|结|发工资|发钱|给钱|付款|付钱|转账|拿钱|发放|到账)"
WORDS: tuple[tuple[str, str], ...] = (
    ("完工结", rf"(?:干|做|搬|卸|摘|装|拆|收|活儿?|忙|完)(?:活|完活?|好|结束|事)+(?:了|后|之后|以后)?(?:马上|立马|立即|当场|直接|就|现场|即|立刻|一次性?)*{PAY}"),
    ("完工结", r"完工(?:后|当场|立)?(?:就)?(?:结|付|当[天日晚](?:就)?给(?!力)|现结|拿钱)|完活结|单结|按[单条件批次]结|一[单条件次趟]一结|结束(?:后|当场|就)?(?:现场)?(?:结算?|给钱|转账)|一次性结|工程结束结|项目完结|采完结|包干结|活动结束(?:后)?结"),
    ("完工结", rf"(?:干|做|忙|摘|收)到[^,，。;；\n]{{1,8}}?(?:一起|一并|统一|一次)?{PAY}"),
    ("日结", rf"日结|天结|日清|当[天日晚场]?现?(?:场)?(?:{PAY})|当[天日晚](?:现金|就|下班|干完|做完|收工|立|马上|直接|即)*{PAY}|当[天日晚](?:就)?给(?!力)|现结|现场{PAY}|现金结|下班(?:拿|给|发)?现金|实时结|秒结|当面结"),
    ("日结", rf"(?:干|做|上|忙|来)(?:一|1)天(?:班)?(?:算|结|发|给)(?:一|1)天|(?:一|1)[天日](?:一|1)(?:结|清|发|付)|[每天]天{PAY}|每[天日](?:下班|收工|现金|晚上)?{PAY}|(?:下班|下工|收工)(?:后)?(?:就|立|当场|现场|马上|直接|现|即)*{PAY}"),
    ("半月结", rf"半个?月(?:一|1)?(?:次)?{PAY}|(?:十五|15)[天日](?:一|1)?(?:次)?{PAY}|每月(?:两|2|二)次{PAY}"),
    ("周结", rf"周结|(?:一|1|每个?)(?:周|星期|礼拜)(?:[一二三四五六日天末1-6])?(?:一|1)?(?:统一)?{PAY}(?:算)?|(?:七|7)天(?:一|1)?{PAY}|周[一二三四五六日天]{PAY}|每?(?:周|星期)(?:结|发)(?:一|1)次|每周[一二三四五六日天]?(?:结|发)"),
    ("月结", rf"月结|(?:一|1|每)个?月(?:一|1)?(?:次)?{PAY}|(?:次|每|下)个?月(?:的)?\d{{1,2}}[号日]?(?:左右|前|准时)?(?:统一)?{PAY}|(?:次|每|下)个?月(?:\d{{1,2}}|[一二三十]{{1,3}})[号日](?:左右|前|准时)?(?:统一)?{PAY}|月底{PAY}|\d{{1,2}}[号日]{PAY}"),
)  # fmt: skip
PATTERNS = tuple((value, re.compile(words)) for value, words in WORDS)
NEGATED = re.compile(r"(?:不|非|无|没有?|别问|谢绝|不是|不能|不可以?|不支持|不做)\s*$")
REFUSED = re.compile(r"^\s*(?:的)?(?:勿扰|勿来|别来|不要|不行|的别|党勿)")


def settlement(source: Source) -> Found[str] | None:
    """The first way of settling the text states; None if it offers several."""
    text = source.clean
    found: list[Found[str]] = []
    for value, pattern in PATTERNS:
        for match in pattern.finditer(text):
            if NEGATED.search(text[max(0, match.start() - 4) : match.start()]) or REFUSED.match(text[match.end() :]):
                continue
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            found.append(Found(value, *match.span()))
    kinds = {item.value for item in found}
    if len(kinds) != 1:
        return None
    return min(found, key=lambda item: item.start)
