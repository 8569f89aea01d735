"""Every figure of the text that could be pay, with its unit, its label and what speaks against it."""

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .numbers import CHINESE, RANGE, interval, number
from .source import Source


class Kind(enum.Enum):
    PAY = "pay"
    CLAIM = "claim"  # what one is said to earn (日均, 月入, 能拿): counts only if nothing else is stated
    OVERTIME = "overtime"
    DEDUCTION = "deduction"  # the lower rate for those who leave early
    OTHER = "other"  # fees, allowances, deposits


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure or range in yuan. `hours` or `days` where the text pays for so many of them."""

    low: Decimal
    high: Decimal | None
    unit: str | None
    start: int
    end: int
    kind: Kind = Kind.PAY
    label: str = ""  # the word before it: 大工, 男, 白班 …
    field: bool = False  # stands in a salary field (薪资：…)
    hours: Decimal | None = None
    days: int | None = None
    bare: bool = False  # neither unit, currency nor label
    unit_at: tuple[int, int] | None = None  # where the word of the unit stands


UNITS = {
    "hour": r"个?(?:小时|钟头|时(?![间薪候])|钟(?![点头])|h(?![a-zA-Z])|H(?![a-zA-Z]))",
    "half_day": r"半天|半日|半个?工|上午|下午",
    "day": r"天(?![结津气河])|日(?![结薪])|个?工(?![资人作地价厂])|个?班(?![次长车])|晚(?![上班餐饭])|夜(?!班)|整?天(?![结津气河])",
    "week": r"周(?![结末一二三四五六日边])|个?星期(?![一二三四五六日天])|个?礼拜(?![一二三四五六日天])",
    "month": r"个?月(?![结底嫂入薪休])",
    "piece": r"(?:千|万)?(?:平方米?|平米|平(?!台)|m2|㎡|立方米?|方(?![式便案])|件|单|条|公斤|斤|袋|亩|车(?![间接补费])|趟|次|棵|株|箱|"
    r"个(?![小钟月工班星礼人])|只|吨|桌|台|户|套|张|份|篇|页|盘|筐|场|节课?|课时|课|字|块[砖板地田]|根|扇|层|包(?![吃住餐工])|米(?!饭)|kg|KG|"
    r"票|床|间|双|打|盒|瓶|桶)",
}
UNIT = "|".join(f"(?P<{name}>{words})" for name, words in UNITS.items())
CUR = r"\s*(?:元|块钱|块(?!砖)|圆|RMB|rmb|大洋)(?:人民币|整|钱)?"
TAIL = r"(?:\s*(?:多|来块|左右|上下|起步?|以上|\+(?!\d|高?[提抽]成|补|奖|餐|绩效|加班|全勤|满勤|抽成|小费|计件|饭)|不等|封顶|保底|往上))?"
MONEY = rf"(?P<pot>毛钱?|角|分钱)?(?P<cur>{CUR})?(?P<dec>(?<=[块毛])[1-9一二三四五六七八九半](?![\d十百千万个名人%点]))?"
ROLE = (
    r"大工|小工|中工|师傅|技工|普工|学徒|熟练工|熟手|生手|新手|老手|男工|女工|男生|女生|男的|女的|男|女|"
    r"白班|夜班|早班|中班|晚班|长期工?|短期工?|平时|周末|工作日|节假日"
)
LABEL = (
    r"时薪|小时工资|日薪|日工资|天薪|周薪|月薪|月工资|底薪|计件单价|单价|工资|工钱|薪资|薪酬|"
    r"薪水|待遇|工价|报酬|酬劳|价格|价钱|平方包|平米包|立方包|点工|包工|日结|保底|实发|开价|费用|预算|佣金"
)
LABEL_UNIT = {
    **dict.fromkeys(("时薪", "小时工资"), "hour"),
    **dict.fromkeys(("日薪", "日工资", "天薪", "点工", "日结"), "day"),
    **dict.fromkeys(("单价", "计件单价", "平方包", "平米包", "立方包"), "piece"),
    **dict.fromkeys(("月薪", "月工资"), "month"),
    "周薪": "week",
}
COUNT = rf"(?:\d{{1,3}}|{CHINESE})\s*(?:个|名|人|位)"
GUARD = r"(?<![\d.:A-Za-z一二三四五六七八九十百千万两第\-])"

A = re.compile(
    rf"{GUARD}(?P<pre>¥\s*)?(?P<amt>{RANGE}){MONEY}(?P<t1>{TAIL})"
    rf"\s*(?:\([^()\d]{{1,8}}\)\s*)?(?P<per>(?:钱)?\s*(?:/|每|一个?|1|per|:|\()|"
    rf"(?<=[元块])\s*)(?P<n>\d+(?:\.\d+)?|{CHINESE})?\s*(?:{UNIT})(?P<t2>{TAIL})"
)
B = re.compile(
    rf"(?<![\d.周星期礼拜月])(?P<per>每|按|一(?=[千万]字)|(?P<n>\d+(?:\.\d+)?|{CHINESE}))\s*(?:{UNIT})\s*"
    r"(?:的?工资|薪资|的|是|给|按|算|:|大概|大约|约|可以|可|都是|都|有|发|出|不低于|保底|固定|差不多|一共|总共|共|合计|开|起步价?|价格|一个人|一人|每人|"
    rf"¥|=|薪|\s){{0,3}}"
    rf"(?P<amt>{RANGE}){MONEY}(?P<t2>{TAIL})"
)
PART_DAY = re.compile(
    rf"(?:(?P<half>半天|半日|半个工)|全天|整天)\s*[:：]?(?:给|是)?\s*(?P<amt>{RANGE}){MONEY}(?P<t2>{TAIL})"
)
C = re.compile(
    rf"(?P<label>{LABEL}|综合工资|综合薪资|综合收入|综合|到手工资|到手|月入|日入|日赚|月赚|日均|月均|月收入|日收入|收入)"
    rf"(?:待遇|标准|范围|大概|大约|约|可达|达到?|为|是|在|能|有|最低|[:：\s¥/(\[【\]】])*(?P<amt>{RANGE}){MONEY}(?P<t2>{TAIL})"
)
D = re.compile(
    rf"{GUARD}(?P<amt>{RANGE}){MONEY}(?P<t2>{TAIL})\s*[,，/\s]?\s*(?:日结|天结|当[天日]现?结|一天一结|现结)"
)
E = re.compile(
    rf"(?P<label>{ROLE})\s*(?:{COUNT})?\s*(?:[:：]|工资|一天|每天|每人)?\s*(?P<amt>{RANGE}){MONEY}(?P<t2>{TAIL})"
)
HEAD = re.compile(
    rf"(?:一个人|每人|一人|人均|每个人|每位|一位)\s*(?:一天)?(?:给|是|算|得|发)?\s*(?P<amt>{RANGE}){MONEY}(?P<t2>{TAIL})"
)
ALONE = re.compile(
    r"[一二两三四五六七八九][百千][一二三四五六七八九五]?十?|(?:给|开)\d{2,4}|\d{2,4}(?:起|往上|以上)"
)  # a clause: 一百二, 350起
PER_HEAD = re.compile(rf"{GUARD}(?P<amt>{RANGE}){MONEY}(?P<t2>{TAIL})\s*(?:/|一个?|每个?)人")
RATE_BEHIND = re.compile(
    rf"{GUARD}(?P<amt>{RANGE}){MONEY}(?P<t2>{TAIL})\s*(?:的)?(?P<label>时薪|日薪|月薪|周薪|底薪)"
)
F = re.compile(rf"{GUARD}(?P<pre>¥\s*)?(?P<amt>{RANGE}){MONEY}(?P<t2>{TAIL})")
SUM = re.compile(
    rf"{GUARD}(?:(?P<total>\d+(?:\.\d+)?)(?:{CUR})?(?:/(?:小时|时|h|"
    rf"天))?\s*[=(])?\s*(?P<a>\d+(?:\.\d+)?)(?:{CUR})?(?:/(?:小时|时|h|"
    rf"天))?\s*\+\s*(?P<b>\d+(?:\.\d+)?)(?:{CUR})?\s*(?:/(?:小时|时|h|天))?"
    rf"\s*(?P<word>餐补|饭补|车补|房补|补贴|补助|岗补|补)?\)?\s*(?P<unit>(?:元|块)?(?:/|每|一)\s*(?:个?小时|天|时|h))?"
)
FIELD = re.compile(
    r"(?:^|[\s,，。;；【\[])(?:薪资|工资|薪酬|工价|单价|待遇|薪水|报酬|薪酬待遇|薪资待遇|工资待遇|费用|预算)(?:待遇|标准|范围|情况)?\s*[:：】\]]"
)
BEFORE = re.compile(
    r"(?:体检|转让费?|租金|押|保证金|服装|工衣|工服|衣服|会员|报名|培训|伙食|住宿|房租|水电|定金|中介|管理费|保险|餐补|饭补|房补|车补|油补|"
    r"路补|话补|餐费|补贴|补助|津贴|勤奖?|奖金?|奖励|提成|工龄|扣除?|罚款?|红包|返费?|返现|介绍费|路费|车费|交|收取|缴|付款|"
    r"投资|入股|本金|资金|加盟费?|垫付|报销|冲单|违约金?|赔|学费|售价|原价|价值|身高|体重|年龄|电话|[vV微]信?|QQ|qq|群号)[^,，。;；\n]{0,4}$"
)
AFTER = re.compile(
    r"^\s*(?:的)?(?:餐补|饭补|补贴|补助|全勤|满勤|奖|押金|红包|体检费|会员费|保险|提成|路费|车费|服装费|违约金|罚款|返费|房补|车补|"
    r"工衣|伙食费|住宿费|报名费|岗补|夜班补|餐费|路补|油补|高温补|单以上|岁)"
)
CLAIM = re.compile(
    r"(?:日入|月入|日赚|月赚|年入|日均|月均|平均|收入|综合(?:工资|薪资|收入)?|(?:能|可)[拿挣赚得]?到?|到手|轻松|可达)[^,，。;；\n]{0,4}$"
)
OVERTIME = re.compile(r"加班(?:费|工资|另算)?[^,，。;；\n]{0,6}$|超(?:过|出|时)[^,，。;；\n]{0,6}$")
DEDUCTION = re.compile(
    r"不满|未满|没满|不足|满不了|做不满|干不满|干不到|做不到|不够\d|离职|自离|中途走|提前走|不干满|少于|没干够|没干满|低于\d+天|干不够|做不够"
)
ALLOWED_NEXT = re.compile(
    r"$|[\s,，。;；!！?？、()（）【】\[\]/|+~\-]|元|块|日结|周结|月结|现结|当天|包|管|不|加|多|左右|起|以上|干|做|工资|大工|小工|男|女|师傅|往上|保底|封顶|提成|每|"
    r"也|就|一天|一个人|[时日周月底]薪|联系|电话|#|半天|要|有|上下|另|供|早|晚|上午|下午"
)
LABEL_BEFORE = re.compile(rf"(?:{LABEL})[:：\s]*$")
SESSION = re.compile(r"[一每单](?:次|节课?|趟|场)$")
LEAST = {"hour": 5, "half_day": 20, "day": 40, "week": 200, "month": 500}


def unit_of(match: re.Match[str]) -> str:
    return next(name for name in UNITS if match.group(name))


def _pot(match: re.Match[str], value: Decimal) -> Decimal:
    """毛 and 分 of piece rates, and the figure behind 块 or 毛: 4块5 is 4.5, 一毛五 is 0.15."""
    pot = match["pot"] or ""
    more = Decimal("0.5") if match["dec"] == "半" else (number(match["dec"] or "0.") or Decimal(0)) / 10
    return (value + more) / (10 if pot[:1] in tuple("毛角") else 100 if pot else 1)


def _build(match: re.Match[str], unit: str | None, **extra: object) -> Amount | None:
    span = interval(match["amt"])
    if span is None:
        return None
    tail = match["t2"] or match.groupdict().get("t1") or ""
    open_end = span.single and any(word in tail for word in ("起", "以上", "+", "往上", "保底"))
    amount = Amount(_pot(match, span.low), None if open_end else _pot(match, span.high), unit, *match.span())
    if unit and unit in match.groupdict():
        amount = replace(amount, unit_at=match.span(unit))
    return replace(amount, **extra)  # type: ignore[arg-type]


def _per_many(amount: Amount, count: str | None) -> Amount:
    """`/24小时`, `3天600`, `100元2小时`: pay for several units is day pay or pay for the whole task."""
    many = number(count) if count else None
    if many is None or many == 1:
        return amount
    if amount.unit == "hour":
        return replace(amount, unit="day" if many >= 6 else "job", hours=many)
    if amount.unit in ("day", "week", "month"):
        return replace(amount, unit="job", days=int(many) if amount.unit == "day" else None)
    return replace(amount, unit=amount.unit if amount.unit == "piece" and many == 1 else None)


def _stated(text: str) -> Iterator[Amount]:
    """Figures with their unit beside them: 180元/天, 80一天, 一亩60, 每单4.5元."""
    for match in A.finditer(text):
        unit = unit_of(match)
        loose = not match["per"].strip()
        if loose and not (unit == "half_day" or match["n"]):
            continue
        if match["per"].strip() in (":", "(") and not match["cur"]:
            continue
        if unit == "half_day" and match[0].rstrip().endswith("午") and not match["cur"]:
            continue
        amount = _build(match, unit)
        if amount and (match["cur"] or amount.low >= LEAST.get(unit, 0)):
            yield _per_many(amount, match["n"])
    for match in _overlapping(B, text):
        unit = unit_of(match)
        amount = _build(match, unit)
        if amount and (_money(match) or _clear(text, match, amount, unit)):
            session = SESSION.search(text[max(0, match.start() - 3) : match.start()])
            ordinal = text[: match.start()].endswith("第")  # 第一个月1500 is a tier, not a total
            yield (
                replace(amount, unit="piece")
                if session
                else _per_many(amount, None if ordinal else match["n"])
            )
    for match in PART_DAY.finditer(text):
        unit = "half_day" if match["half"] else "day"
        amount = _build(match, unit)
        if amount and (_money(match) or _clear(text, match, amount, unit)):
            yield amount


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches from every position: `一次两小时150` holds 一次两 (no pay) and 两小时150 (pay)."""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


def _clear(text: str, match: re.Match[str], amount: Amount, unit: str | None) -> bool:
    """Without a currency word a figure is pay only if it is large enough and nothing countable follows."""
    open_end = bool(match["t2"].strip())
    return amount.low >= LEAST.get(unit or "", 0) and (
        open_end or bool(ALLOWED_NEXT.match(text, match.end()))
    )


def _money(match: re.Match[str]) -> bool:
    return bool(match["cur"] or match["pot"])


def _labelled(text: str) -> Iterator[Amount]:
    """Figures behind a pay word or a role: 薪资8000-12000, 点工300, 大工350, 150日结."""
    for match in RATE_BEHIND.finditer(text):
        amount = _build(match, LABEL_UNIT.get(match["label"]))
        if amount and not LABEL_BEFORE.search(text[: match.start()]):
            yield amount
    for match in PER_HEAD.finditer(text):
        amount = _build(match, None)
        if amount and amount.low >= 20:
            yield amount
    for match in D.finditer(text):
        amount = _build(match, "day")
        if amount and (match["cur"] or amount.low >= 40):
            yield amount
    for match in C.finditer(text):
        amount = _build(match, LABEL_UNIT.get(match["label"]), label=match["label"])
        if amount and (match["cur"] or (amount.low >= 5 and _clear(text, match, amount, None))):
            claim = match["label"] not in LABEL.split("|")
            base = match["label"] in ("底薪", "保底")
            kind, label = Kind.CLAIM if claim else Kind.PAY, "底薪" if base else ""
            yield replace(
                amount, kind=kind, label=label, unit=_claim_unit(match["label"]) if claim else amount.unit
            )
    for match in HEAD.finditer(text):
        amount = _build(match, "day" if "一天" in match[0] else None)
        if amount and amount.low >= 10 and (match["cur"] or _clear(text, match, amount, None)):
            yield amount
    for match in E.finditer(text):
        amount = _build(match, None, label=match["label"])
        age = (
            match["label"][0] in "男女"
            and not match["cur"]
            and match["t2"] == ""
            and (amount is None or amount.low < 60)
        )
        if amount and not age and amount.low >= 10 and (match["cur"] or _clear(text, match, amount, None)):
            yield amount


def _claim_unit(label: str) -> str | None:
    return {"日": "day", "月": "month"}.get(label[0])


def _bare(text: str) -> Iterator[Amount]:
    """Figures with only a currency word, or a K, or four digits: their unit is a matter of convention."""
    for match in F.finditer(text):
        amount = _build(match, None, bare=True)
        if amount is None:
            continue
        money = bool(match["cur"] or match["pre"])
        scaled = bool(re.search(r"[kKwW千万]", match["amt"])) and not match["amt"].startswith(("千", "万"))
        alone = bool(ALONE.fullmatch(_clause(text, match)))
        large = amount.low >= 1000 and not 1990 <= amount.low <= 2035 and "." not in match["amt"]
        if (
            money
            or alone
            or ((scaled or large) and amount.low >= 1000 and ALLOWED_NEXT.match(text, match.end()))
        ):
            yield amount


def _clause(text: str, match: re.Match[str]) -> str:
    """The words between the punctuation marks around a match."""
    first = re.split(r"[,，。;；!！?？\n]", text[: match.start()])[-1]
    last = re.split(r"[,，。;；!！?？\n]", text[match.start() :])[0]
    return (first + last).strip()


def _sums(text: str) -> Iterator[Amount]:
    """20=15+5餐补 and 18+2餐补: the whole is the pay."""
    for match in SUM.finditer(text):
        if not (match["total"] or match["word"]):
            continue
        whole = Decimal(match["a"]) + Decimal(match["b"])
        unit = "hour" if re.search(r"小时|时|h", match[0]) else "day" if "天" in match[0] else None
        unit = unit or ("hour" if whole <= 60 else "day")
        total = Decimal(match["total"]) if match["total"] else whole
        yield Amount(total, total, unit, match.start(), match.end())


def amounts(source: Source) -> list[Amount]:
    """All figures that could be pay, in the order of the text, each with its kind."""
    text = source.clean
    taken: list[Amount] = []
    for reader in (_sums, _stated, _labelled, _bare):
        for amount in reader(text):
            if not any(amount.start < other.end and other.start < amount.end for other in taken):
                taken.append(amount)
    return sorted((_judge(source, amount) for amount in taken), key=lambda a: a.start)


def _judge(source: Source, amount: Amount) -> Amount:
    """Say what the figure is: pay, overtime, a deduction, a claim or something else."""
    text = source.clean
    first, _ = source.clause_at(amount.start)
    line = text.rfind("\n", 0, amount.start) + 1
    before, after = text[max(first, amount.start - 12) : amount.start], text[amount.end : amount.end + 8]
    figure = re.search(r"[\d一二两三四五六七八九十]", text[amount.start : amount.end])
    upto = text[max(first, amount.start - 8) : amount.start + (figure.start() if figure else 0)]
    amount = replace(amount, field=bool(FIELD.search(text[line : amount.end])))
    if BEFORE.search(upto) or AFTER.match(after):
        return replace(amount, kind=Kind.OTHER)
    if OVERTIME.search(before):
        return replace(amount, kind=Kind.OVERTIME)
    if DEDUCTION.search(text[first : amount.start]):
        return replace(amount, kind=Kind.DEDUCTION)
    if amount.kind is Kind.PAY and CLAIM.search(before):
        return replace(amount, kind=Kind.CLAIM)
    return amount
