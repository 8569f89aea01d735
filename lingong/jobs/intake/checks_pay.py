"""Checks of pay, fees, hours and what a posting must say."""

import re
from collections.abc import Iterator

from .amounts import Amount
from .book import CHECKS, CONTRACT, DISCLOSURE
from .clock import Shift
from .facts import Facts
from .headcount import VAGUE

Spans = Iterator[tuple[int, int]]
NEGOTIABLE = re.compile(
    r"(?:工资|薪资|待遇|薪酬|价格|工价|报酬|薪水|价钱|工钱)?\s*[:：]?\s*(?:面议|从优|电议|详谈|面谈|私聊|另议|电话联系谈|优厚|丰厚)"
)
MONEY = r"(?:\d+(?:\.\d+)?(?:元|块)?)?"
PAYS = r"(?:自理|自费|自付|自己出|自己承担|个人承担|自备|需交|先交|要交|交纳|缴纳|另收|需自费|自行承担|自掏)"
FEE = re.compile(
    r"(?:入职)?(?:体检|服装|工服|工衣|会员|报名|培训|中介|介绍|办卡|办证|资料|建档|管理|保险|服务|信息|工牌|健康证|材料|被褥|床上用品|车|"
    rf"路)费?(?:用)?{MONEY}(?:由?(?:员工|工人|个人|求职者))?{PAYS}{MONEY}"
    r"|(?:先|需要?|要|得|须|自)?(?:自费|自付|交|缴|付|收取?|扣除?)\s*(?:\d+(?:\.\d+)?)?(?:元|块)?(?:的)?(?:入职)?(?:体检|"
    r"服装|工服|工衣|会员|报名|培训|中介|介绍|办卡|资料|建档|管理|保险|服务|信息|手续|介绍)费(?!用?全免)"
    r"|(?:自费|自备|自理)(?:体检|健康证|服装|工服)(?:费)?|(?:体检|服装|工服|工衣|会员|报名|培训|中介|介绍|建档|"
    r"资料)费\s*[:：]?\s*\d+(?:\.\d+)?(?:元|块)?"
    rf"|(?:先|需|要)(?:转|付|交|充值?|缴)\s*\d++(?:元|块)?+(?!押|保证|定金|风险)|入会费\d*|(?:扫码|线上)(?:缴|付)费"
)
FEE_NOT = re.compile(r"^\s*(?:全?免|报销|公司(?:出|承担|报)|由公司|厂里(?:出|报)|老板出|返还|可报|给报)")
DEPOSIT = re.compile(
    r"(?:先|需要?|要|得|会)?(?:交|押|收|扣|缴|付)\s*(?:\d+|[一二两三四五六七八九]?[十百千])+(?:元|块)?(?:的)?(?:工衣|工服|服装|工具|"
    r"钥匙|门卡|工牌|卡|衣服)?(?:钱|费)?(?:的?(?:押金|保证金|定金|风险金|抵押))|(?:先)?押\s*(?:\d+|[一二两三四五六七八九]?[十百千]+)(?:元|"
    r"块)?(?:工衣|工服|服装|工具|衣服|卡|钥匙)?(?:钱|费)?"
    r"|(?:交|付|收|缴|需|要|有|扣)?\s*(?:服装|工服|工衣|工具|住宿|宿舍|钥匙|门卡|工牌|入职|岗位|车辆?)?(?:押金|保证金|"
    r"风险金)\s*[:：]?\s*(?:\d+(?:元|块)?)?|(?:押|压)(?:\d+|[一二两三四五六七八九十半]+)?(?:个)?(?:天|周|星期|月|"
    r"礼拜)(?:的)?(?:工资|薪)|(?:押|压)(?:工资|薪水?)(?:\d+天)?|工[衣服](?:钱|费)[^,，。\n]{0,6}(?:走时|离职|走的时候)退"
)
DEDUCTION = re.compile(
    r"(?:做|干|上班?|工作)?(?:不满|未满|没满|不足|满不了|不到|不够|少于|低于)\s*(?:\d+|[一二两三四五六七八九十半]+)\s*(?:个)?(?:天|周|星期|"
    r"月|工|小时|礼拜)[^,，。;；\n]{0,4}[,，]?\s*(?:的)?(?:都|一律|只|就|则|每小时|每天|工资|时薪|单价|全部|统一)*(?:按|扣|没|无|"
    r"不(?:结|给|发|算)|降|减|只给|只有|算|\d)[^,，。;；\n]{0,14}"
    r"|(?:干|做)不(?:满|够|到|足)\s*(?:\d+|[一二两三四五六七八九十半]+)\s*(?:个)?(?:天|周|星期|"
    r"月)[^,，。;；\n]{0,3}[,，]?[^,，。;；\n]{0,3}(?:按|扣|没|无|不(?:结|给|发|算)|降|减|只给|只有|\d)[^,，。;；\n]{0,14}"
    r"|(?:自离|中途(?:离职|走人?|离开|退出)|提前(?:走|离职))[^,，。;；\n]{0,4}[,，]?[^,，。;；\n]{0,2}(?:扣|没|无|"
    r"不(?:结|给|发|算)|按)[^,，。;；\n]{0,12}|(?:迟到|早退|旷工|请假)[^,，。;；\n]{0,5}(?:扣|罚)(?:款)?\s*(?:\d+|"
    r"[一二两三四五六七八九十百]+|一天|半天)[^,，。;；\n]{0,6}"
)
NIGHT_WORDS = re.compile(
    r"(?:上|做|能上|倒|需要|有|纯|长)?(?:大?夜班|通宵|夜场|熬夜|三班倒|三班两倒|四班三运转|两班倒|黑白倒|白夜(?:班)?(?:倒|轮)|倒夜班)(?!补|费|津)"
)
NO_NIGHT = re.compile(r"(?:不用?|无|没有?|不上|不倒|不熬|免|不需要?)(?:上|倒|做|熬)?$")
NO_REST = re.compile(
    r"(?:全月|整月|全年|月)?无休(?:息)?(?!止)|没有休息日|30天无休|月休(?:0|零)天?|(?:一周|每周|周)(?:上|做|干|工作)?(?:七|7)天(?!一?结|"
    r"无理由|热线)|不休息|全勤28天以上|天天上班"
)
NO_BASE = re.compile(
    r"(?:底薪|保底)\s*[:：]?\s*(?:0|零|没有|无)(?![\d.]|责)|(?<![\d.])(?:0|零)底薪|(?:无|没有?)(?:底薪|保底)(?!责)|"
    r"纯(?:提成|佣金|佣)|(?:只有|全靠)提成"
)
UNLIMITED = re.compile(
    r"(?:本(?:信息|招聘|广告))?(?:长期|永久|一直)有效|(?:常年|长期|长年|全年|终年)(?:大量)?(?:招(?:聘|工|人|收|募)?|收人|要人|需要人)"
)


def _at(amount: Amount) -> tuple[int, int]:
    return amount.start, amount.end


@CHECKS.rule(basis=DISCLOSURE)
def wage_missing(facts: Facts) -> Spans:
    """No figure for the pay, or only 面议 and 从优."""
    if facts.wage is None:
        words = list(facts.find(NEGOTIABLE, unless_not=False))
        yield words[0] if words else (0, 0)


@CHECKS.rule(basis=DISCLOSURE)
def wage_conflict(facts: Facts) -> Spans:
    """Two figures for the same pay that cannot both hold."""
    if facts.wage and facts.wage.conflict:
        yield _at(facts.wage.conflict[0])


@CHECKS.rule(basis=DISCLOSURE)
def wage_unit_conflict(facts: Facts) -> Spans:
    """The salary field and the text give different units for the same figure."""
    if facts.wage and facts.wage.unit_conflict:
        yield _at(facts.wage.unit_conflict[0])


@CHECKS.rule(basis="提示：金额与计薪单位请核对")
def wage_anomaly(facts: Facts) -> Spans:
    """Pay by the hour over five times or under half of the ordinary level: probably a slip of unit or digit."""
    hourly = facts.hourly()
    if facts.wage is None or hourly is None or facts.wage.unit_conflict:
        return
    low = facts.levels.hourly <= hourly < facts.levels.least  # below the minimum wage there is another check
    if low or hourly > facts.levels.most:
        yield _at(facts.wage.used[0])


@CHECKS.rule(basis="最低工资规定")
def below_minimum_wage(facts: Facts) -> Spans:
    """Monthly pay under the monthly minimum wage, other pay by the stated hours under the hourly one."""
    pay, hourly = facts.wage, facts.hourly()
    if pay is None or pay.low is None:
        return
    short = (
        pay.low < facts.levels.monthly
        if pay.unit == "month"
        else hourly is not None and hourly < facts.levels.hourly
    )
    if short:
        yield _at(min(pay.used, key=lambda amount: amount.low))


@CHECKS.rule(basis=f"就业促进法 41 条、{CONTRACT}")
def fee(facts: Facts) -> Spans:
    """The worker has to pay: medical check, clothes, membership, registration, travel."""
    for start, end in facts.find(FEE):
        if not FEE_NOT.match(facts.text[end:]) and "押" not in facts.text[start:end]:
            yield start, end


@CHECKS.rule(basis=CONTRACT)
def deposit(facts: Facts) -> Spans:
    """A deposit, wages held back, money for work clothes returned on leaving."""
    yield from facts.find(DEPOSIT)


@CHECKS.rule(basis="工资支付暂行规定 15、16 条")
def wage_deduction(facts: Facts) -> Spans:
    """Less pay or none for those who leave before so many days; fines in money."""
    yield from facts.find(DEDUCTION, unless_not=False)


@CHECKS.rule(basis="劳动法 59、64 条与夜班保护规定：请核对对象与安排")
def night_shift(facts: Facts) -> Spans:
    """Work between 22:00 and 6:00."""
    shifts = [item for item in facts.shifts if _at_night(item.value)]
    if shifts:
        yield shifts[0].start, shifts[0].end
        return
    for start, end in facts.find(NIGHT_WORDS, unless_not=False):
        if not NO_NIGHT.search(facts.text[max(0, start - 4) : start]):
            yield start, end
    if facts.hours and facts.hours.value == 24:
        yield _round_the_clock(facts)


def _at_night(shift: Shift) -> bool:
    return shift.at_night


def _round_the_clock(facts: Facts) -> tuple[int, int]:
    match = re.search(r"24个?小时|24h|二十四个?小时", facts.text)
    return match.span() if match else (facts.hours.start, facts.hours.end) if facts.hours else (0, 0)


@CHECKS.rule(basis="劳动法 36–41 条")
def long_hours(facts: Facts) -> Spans:
    """More than ten hours a day, or no day of rest."""
    if facts.hours and facts.hours.value > 10:
        yield _round_the_clock(facts) if facts.hours.value == 24 else (facts.hours.start, facts.hours.end)
        return
    yield from facts.find(NO_REST, unless_not=False)


@CHECKS.rule(basis="工资支付暂行规定：请写清底薪与提成")
def no_base_pay(facts: Facts) -> Spans:
    """No base pay said outright, commission only."""
    yield from facts.find(NO_BASE, unless_not=False)


@CHECKS.rule(basis=DISCLOSURE)
def vague(facts: Facts) -> Spans:
    """An indefinite number of people, or unclear what is paid for whom."""
    if facts.headcount is None:
        yield from ((m.start(), m.end()) for m in VAGUE.finditer(facts.text))
        return
    shared = bool(re.search(r"一起|合干|合伙|共同|搭伙|一块儿?(?:干|上|卸|搬)", facts.text))
    pay = facts.wage
    shared = shared and not re.search(r"每人|一人|一个人|人均|平分|均分|各", facts.text)
    if facts.headcount.value > 1 and shared and pay and pay.unit in ("piece", "job"):
        yield _at(pay.used[0])


@CHECKS.rule(basis="人社部等五部门关于规范网络平台招聘类信息发布的通知（2025）：应有有效期")
def validity_unlimited(facts: Facts) -> Spans:
    """Valid for ever, hiring all year round."""
    yield from facts.find(UNLIMITED, unless_not=False)


@CHECKS.rule(basis=DISCLOSURE)
def hours_conflict(facts: Facts) -> Spans:
    """The hours stated and the clock span differ by more than two hours of break."""
    if facts.hours is None or len(facts.shifts) != 1 or re.search(r"加班|倒班|班倒|轮", facts.text):
        return
    clock, stated = facts.shifts[0], facts.hours
    inside = clock.start <= stated.start < clock.end
    if not inside and (
        clock.value.minutes - stated.value * 60 > 180 or stated.value * 60 - clock.value.minutes > 30
    ):
        yield clock.start, clock.end
