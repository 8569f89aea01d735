"""How many people are wanted: the sum of the numbers stated, none if only 若干 or a range is."""

import re

from .numbers import CHINESE, interval
from .source import Found, Source

COUNT = rf"(?:\d{{1,4}}(?!\d)|{CHINESE}|俩|仨|半打)"
RANGE = rf"(?P<n>{COUNT}(?:\s*(?:-|~|至|到)\s*{COUNT})?)"
HEADS = r"(?:名|个人(?!工)|个工人|人(?![民均员家间])|位|口人)"
CALL = (
    r"(?:招聘?|急招|诚招|聘|急聘|要|需要?|找|缺|差|还差|还缺|再来|来|雇|急需|收|仅限|限|名额|共|一共|总共|各)"
)
NOUN = r"(?:[\u4e00-\u9fff]{0,8}?(?:工人|工|员|师傅?|手|嫂|姨|安|洁|姆|司机|厨|徒|生|妹|哥|的|人))"

LABELLED = re.compile(
    rf"(?:招聘|需求|招工|用工|招收|所需|需要|招)?(?:人数|名额|数量)\s*[:：】\]为是约共]*\s*{RANGE}\s*(?:{HEADS}|个|左右|(?=$|[\s,，。;；]))"
)
STATED = re.compile(rf"(?<![\d.一二三四五六七八九十百第/:\-~每]){RANGE}\s*(?:多|来)?\s*{HEADS}")
CALLED = re.compile(
    rf"{CALL}\s*(?:了|到|男的?|女的?)?\s*{RANGE}\s*个(?!月|小时|钟|工(?!人)|星期|礼拜|半|平|方|活|地方|人)"
)
BEHIND = re.compile(
    r"(?:工|员|师傅|师|手|嫂|阿姨|保安|保洁|司机|徒|男的?|女的?|生|厨|洗碗|收银|理货|传菜|打荷|切配|迎宾|前台|客服|主播|销售|导购|促销|会计|礼仪|模特|"
    rf"门卫|配菜|装卸|搬运|分拣|打包|主管|领班|经理|店长|班长|组长)\s*[:：x×*]?\s*(?P<each>各)?\s*{RANGE}\s*(?:个(?!月|小时|钟|工(?!人)|星期|礼拜|半|平|方|"
    r"人)|名|位|人(?![民均员间]))"
)
COUNTED = re.compile(
    rf"(?<![\d.第每/]){RANGE}\s*个(?=壮?小伙|男|女|师傅|工人|阿姨|大姐|帮手|学生|人手|小工|大工|普工|力工|杂工|熟手|壮)"
)
BOTH = re.compile(
    rf"(?P<m>{COUNT})\s*[个名]?男(?:[的工]?)\s*[,，、]?\s*(?P<f>{COUNT})\s*[个名]?女(?!\d)|"
    rf"男(?:[的工])?\s*(?P<m2>\d{{1,2}}|{CHINESE})\s*[名个人]?\s*[,，、]?\s*女(?:[的工])?\s*(?P<f2>\d{{1,2}}|"
    rf"{CHINESE})\s*[名个人](?!月)"
)
EACH = re.compile(rf"各\s*(?:招|要|需|来)?\s*{RANGE}\s*(?:名|个|人|位)")
LIST = re.compile(r"[\u4e00-\u9fff]{1,8}(?:\s*[、和/]\s*[\u4e00-\u9fff]{1,8})*$")
NOT_BEFORE = re.compile(
    r"(?:每|一对|第|满|住|最多|可带|能住|以上|坐|公司|团队|现有|已有|已招|已(?:到|招|有|来)[^,，。\n]{0,3}|已到|已满|服务|照顾|(?<!主)管理?|桌|供|超过|拼|按|\d/)\s*$"
)
NOT_AFTER = re.compile(
    r"^\s*(?:间|一?组|一?桌|一?份|宿舍|房|寝|一起住|合住|拼|餐|以上(?:团|报)|团|均|次|一(?:班|个|天|趟|车|单)|的?活|套餐|标准间|成团|工作量|"
    r"左右的公司)"
)
PAID_EACH = re.compile(
    r"^\s*(?:给|工资|一天|每天|能|可|拿|是|就|大概|[:：])?\s*¥?(?:\d|[一二两三四五六七八九]百|[一二三四五六七八九]?十|[二三四五六七八九两][百千])"
)
UNKNOWN = re.compile(r"若干|数名|[多几][名位](?!额)")  # one unknown number makes the sum unknown
VAGUE = re.compile(
    r"(?:招聘?)?人数(?:若干|不限|不定|待定)|若干[名人个位]?|数名|数人|多名|多人|大量|一批|几[个名位](?=人|[\u4e00-\u9fff]{0,4}[工员师])|"
    r"几个人|无限量|名额不限|十几[个名]|几十[个名人]"
)


def headcount(source: Source, start: int = 0, end: int | None = None) -> Found[int] | None:
    """The number of people wanted in the range; several numbers for different people are added up."""
    text = source.clean[start : len(source.clean) if end is None else end]
    readers = (_labelled, _both) if UNKNOWN.search(text) else (_labelled, _both, _each, _stated)
    for reader in readers:
        found = reader(text)
        if found:
            return Found(found.value, found.start + start, found.end + start)
    return None


def pairs(text: str) -> list[Found[int]]:
    """Every separate `trade + number` of a text: 抹灰工3个 瓦工2个."""
    return [item for match in BEHIND.finditer(text) if (item := _whole(match, text))]


def _whole(match: re.Match[str], text: str) -> Found[int] | None:
    """The match as one whole number between 1 and 2000, unless its surroundings speak against it."""
    written = match["n"].replace("俩", "两").replace("仨", "三")
    span = interval(written)
    if span is None or not span.single or not 1 <= span.low <= 2000 or span.low != int(span.low):
        return None
    at = match.start("n")
    if NOT_BEFORE.search(text[max(0, at - 4) : at]) or NOT_AFTER.match(text[match.end() :]):
        return None
    if span.low == 1 and written == "一" and match[0].endswith("人") and PAID_EACH.match(text[match.end() :]):
        return None
    return Found(int(span.low), at, match.end())


def _labelled(text: str) -> Found[int] | None:
    for match in LABELLED.finditer(text):
        found = _whole(match, text)
        if found:
            return found
    return None


def _both(text: str) -> Found[int] | None:
    """三男两女, 男3名女2名."""
    for match in BOTH.finditer(text):
        men, women = (interval(match["m"] or match["m2"]), interval(match["f"] or match["f2"]))
        if men and women and men.single and women.single and max(men.low, women.low) <= 200:
            if re.match(r"\s*(?:岁|元|块|/|-)", text[match.end() :]):
                continue
            return Found(int(men.low + women.low), *match.span())
    return None


def _each(text: str) -> Found[int] | None:
    """木工、瓦工各5名 → 10; 男女各3人 → 6."""
    for match in EACH.finditer(text):
        found = _whole(match, text)
        if not found:
            continue
        before = text[max(0, match.start() - 40) : match.start()].rstrip()
        listed = LIST.search(before)
        many = 2 if before.endswith("男女") else len(re.split(r"[、和/]", listed[0])) if listed else 1
        if many >= 2:
            return Found(found.value * many, *match.span())
    return None


def _stated(text: str) -> Found[int] | None:
    """Numbers with 名, 人, 位 or behind a call; different people are added, a repeated number is not."""
    found: list[Found[int]] = []
    for pattern in (BEHIND, STATED, COUNTED, CALLED):
        for match in pattern.finditer(text):
            item = _whole(match, text)
            if item and not any(item.start < o.end and o.start < item.end for o in found):
                found.append(item)
        if pattern is BEHIND and len(found) > 1:
            break
    if not found:
        return None
    found.sort(key=lambda item: item.start)
    listed = pairs(text)
    if len(listed) > 1:
        return Found(sum(item.value for item in listed), listed[0].start, listed[-1].end)
    if len({item.value for item in found}) > 1 and not listed:
        return None
    return found[0]
