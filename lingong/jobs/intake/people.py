"""Whom a text asks for: age and sex, as stated."""

import re
from dataclasses import dataclass

from .numbers import CHINESE, number
from .source import Found, Source

AGE = rf"(?:\d{{2}}(?!\d)|{CHINESE})"
WHO = r"(?P<who>男女|男[性工的]?|女[性工的]?|M|G|F)?"
BETWEEN = re.compile(
    rf"{WHO}(?:年龄)?(?:要求)?(?:在)?[:：\s]*(?<![\d.:])(?P<low>{AGE})\s*(?:周?岁)?\s*(?:-{{1,2}}|~|至|"
    rf"到)\s*(?P<high>{AGE})\s*(?P<unit>周?岁|(?=[,，。;；\s\n)）]|$|左右|之间))"
)
BELOW = re.compile(
    rf"{WHO}(?:年龄)?(?:要求|在|不限)?[:：\s]*(?P<word>不超过|不超|不大于|小于|低于|最大|限|"
    rf"上限)?\s*(?<![\d.:\-~至到])(?P<high>{AGE})\s*(?P<unit>周?岁)?\s*(?:\(?含\)?)?\s*(?P<tail>以下|以内|之内|"
    r"内|封顶)?"
)
ABOVE = re.compile(
    rf"(?P<word>年?满|不低于|大于|超过)?\s*(?<![\d.:\-~至到])(?P<low>{AGE})\s*(?P<unit>周?岁)?\s*(?:\(?含\)?)?\s*(?P<tail>以上|"
    r"起|\+|往上)?"
)
REFUSED = re.compile(
    r"^\s*(?:\(?含\)?)?(?:的)?(?:人|者|人员|工人|老人|同志)?(?:就|请|都|一律|一概|的)?(?:勿扰|不要|不收|不招|免谈|勿来|别来|不行|不可|"
    r"谢绝|不用|勿|不考虑|免)"
)
NOT_PAID = re.compile(
    r"^\s*(?:元|块|%|/|个|人|名|公斤|斤|天|小时|平|月|号|点|:|年|分|米|cm|CM|层|楼|单|件|亩|台|套)"
)
SELF = re.compile(r"本人|我今年|求职|我是")
MEN, WOMEN = ("男", "M"), ("女", "G", "F")

ANY = re.compile(
    r"男女(?:老少)?(?:不限|均可|都可以?|都行|皆可|都要|通招|都收|不拘|都招|兼收|工?均可)|不限(?:男女|性别)|性别(?:不限|不拘)|不分男女|不论男女|"
    r"男女工?(?:都|均)|M/?G(?:不限|均可|都可|都行)|男性?女性?(?:不限|均可)"
)
PREFER = re.compile(
    r"(?P<s>男|女)(?:性|士|生|工|的)?(?:为主|优先|为佳|最好|尤佳|优选)|优先(?:录用|考虑)?(?P<s2>男|女)(?:性|士|生|工)?|"
    r"最好(?:是)?(?P<s3>男|女)(?:的|性|生|工)?"
)
ONLY = re.compile(  # the sex stands by a call, by 工 or 性, or alone in a clause
    r"(?:限|仅限|只限|只要|只招|仅招|需要?|要|招聘?|急招|诚招|急需|找|缺|收|来|要求|性别要求|性别|仅|纯)\s*[:：]?\s*(?:\d{1,3}|"
    r"[一二两三四五六七八九十]{1,3})?\s*(?:个|名|位)?(?:[\u4e00-\u9fff]{0,2}?)(?P<s>男|女)(?!女|男|装|鞋|包|朋友|主播|款|"
    r"生宿舍|厕)(?:工人|性|士|工|的|生|孩|员工)?(?!不限|优先|均|都|\d*岁)"
    r"|(?<![男女孙])(?P<s2>男|女)(?:性|工|士|生|的)(?!不限|优先|均|都|为主|最好|友|装|宿舍|厕)"
    r"|(?:(?<=[,，(（\s])|^)(?P<s4>男|女)(?=[,，)）\s]|$|护工|护理|普工|服务员|保安|店员|司机|助理|文员|焊工|小工)"
    r"|(?P<w>(?<!小哥哥)小姐姐|美女|妹子|靓女|小妹|女主播)|(?P<m>小伙子?|壮汉|男丁|帅哥|壮劳力)"
    r"|(?<![\u4e00-\u9fff])(?P<s3>[MG])(?=\s*(?:\d\d\s*-|\d\d岁|性|工|[,，\s]))",
    re.MULTILINE,
)
FULL = re.compile(r"(?P<s>男|女)(?:性|普工|员工|工|生|士|的)?(?:名额|人数)?(?:已|都|招|已经|全)+满")
ROOM = re.compile(
    r"照顾|照看|护理|老人|女装|男装|女鞋|男鞋|女士(?:内衣|用品|服)|孕|男?女厕|女儿|儿子|女老板|男老板|女雇主|对象|产妇|女主人|伺候|陪护"
)


@dataclass(frozen=True, slots=True)
class Ages:
    """Least and greatest age; `men` and `women` hold caps that differ by sex."""

    low: Found[int] | None
    high: Found[int] | None
    men: Found[int] | None = None
    women: Found[int] | None = None


def ages(source: Source) -> Ages:
    """The age the text asks for; 勿扰 and 不要 turn a limit round."""
    text = source.clean
    lows: list[Found[int]] = []
    highs: list[tuple[str, Found[int]]] = []
    taken: list[tuple[int, int]] = []
    for match in BETWEEN.finditer(text):
        low, high = _age(match["low"]), _age(match["high"])
        first, last = source.clause_at(match.start())
        alone = match.group().strip() == text[first:last].strip() and low is not None and low <= 30
        known = (
            alone
            or bool(match["unit"])
            or bool(match["who"])
            or "年龄" in text[max(0, match.start() - 6) : match.end()]
        )
        if (
            low
            and high
            and low < high
            and 14 <= low <= 70
            and high <= 80
            and known
            and not NOT_PAID.match(text[match.end() :])
            and not _person(text, match.start())
        ):
            lows.append(Found(low, *match.span()))
            highs.append((_sex(match["who"]), Found(high, *match.span())))
            taken.append(match.span())
    for match in BELOW.finditer(text):
        _below(text, match, taken, lows, highs)
    for match in ABOVE.finditer(text):
        _above(text, match, taken, lows, highs)
    men = next((f for sex, f in highs if sex == "男"), None)
    women = next((f for sex, f in highs if sex == "女"), None)
    oldest = max((f for _, f in highs), key=lambda f: f.value, default=None)
    return Ages(min(lows, key=lambda f: f.value, default=None), oldest, men, women)


def _below(
    text: str,
    match: re.Match[str],
    taken: list[tuple[int, int]],
    lows: list[Found[int]],
    highs: list[tuple[str, Found[int]]],
) -> None:
    """45岁以下 is a cap; 18岁以下勿扰 is a floor."""
    value = _age(match["high"])
    stated = match["unit"] or (match["tail"] and match["tail"] != "内" and "岁" in text) or "年龄" in match[0]
    if (
        not (match["word"] or match["tail"])
        or not value
        or _overlaps(match, taken)
        or NOT_PAID.match(text[match.end() :])
    ):
        return
    if (
        not (stated or (match["tail"] == "以下" and 30 <= value <= 70))
        or not 14 <= value <= 80
        or _person(text, match.start())
    ):
        return
    taken.append(match.span())
    found = Found(value, match.start("high"), match.end())
    if match["tail"] and REFUSED.match(text[match.end() :]):
        lows.append(found)
    else:
        highs.append((_sex(match["who"]), found))


def _above(
    text: str,
    match: re.Match[str],
    taken: list[tuple[int, int]],
    lows: list[Found[int]],
    highs: list[tuple[str, Found[int]]],
) -> None:
    """满18岁 is a floor; 60岁以上的不要 is a cap."""
    value = _age(match["low"])
    if not (match["word"] or match["tail"]) or not match["unit"] or not value or _overlaps(match, taken):
        return
    if not 14 <= value <= 80 or _person(text, match.start()):
        return
    taken.append(match.span())
    found = Found(value, match.start("low"), match.end())
    if (match["tail"] or match["word"] == "超过") and REFUSED.match(text[match.end() :]):
        highs.append(("", found))
    elif match["word"] != "超过":
        lows.append(Found(value, match.start(), match.end()))


def _age(text: str) -> int | None:
    value = number(text)
    return int(value) if value is not None and value == int(value) else None


def _sex(who: str | None) -> str:
    return "男" if who and who[0] in MEN and who != "男女" else "女" if who and who[0] in WOMEN else ""


def _overlaps(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return any(match.start() < end and start < match.end() for start, end in taken)


def _person(text: str, place: int) -> bool:
    """The age is somebody's own or that of a person to be cared for."""
    before = re.split(r"[,，。;；\n]", text[max(0, place - 6) : place])[-1]
    return bool(re.search(r"本人|老人|宝宝|孩子|奶奶|爷爷|我今年|老太太|老爷子|病人", before))


def sex(source: Source) -> Found[str] | None:
    """male_only, female_only, male_preferred, female_preferred, any; None if the text says nothing."""
    text = source.clean
    either = ANY.search(text)
    if either:
        return Found("any", *either.span())
    full = FULL.search(text)
    if full:
        return Found("male_only" if full["s"] == "女" else "female_only", *full.span())
    preferred = PREFER.search(text)
    if preferred:
        word = preferred["s"] or preferred["s2"] or preferred["s3"]
        return Found("male_preferred" if word == "男" else "female_preferred", *preferred.span())
    return _only(source)


def _only(source: Source) -> Found[str] | None:
    """One sex named and the other not."""
    text = source.clean
    if SELF.search(text):
        return None
    found: list[Found[str]] = []
    for match in ONLY.finditer(text):
        first, last = source.clause_at(match.start())
        if ROOM.search(text[first:last]):
            continue
        word = match["s"] or match["s2"] or match["s3"] or match["s4"] or ("女" if match["w"] else "男")
        found.append(Found("male_only" if word in MEN else "female_only", *match.span()))
    if len({item.value for item in found}) != 1:
        return None
    other = "女" if found[0].value == "male_only" else "男"
    return None if re.search(rf"{other}(?:[工性士生的]|\d)", text) else found[0]
