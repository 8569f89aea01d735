"""Hard rules: each opens or shuts a pair, and says so in a sentence the worker reads.

A rule sees Pairs and answers True where the pair may stand. Where a fact is unknown the docstring says
which way it goes, and `doubt` marks the pairs that passed only because something was not known. Sex,
ethnicity, origin and health enter no rule; nor does an employer's wish about age.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lingong.matching.engine.columns import Mask
from lingong.matching.engine.facts import Pairs

WORKING_AGE = 16
ADULT_AGE = 18


@dataclass(frozen=True, slots=True)
class Rule:
    """What is tested, and what people read: `text` why not, `opens` what would change it, `doubt` if unknown.

    Blanks in curly brackets are filled by `explain`.
    """

    test: Callable[[Pairs], Mask]
    basis: str
    text: str
    opens: str = ""
    unknown: Callable[[Pairs], Mask] | None = None
    doubt: str = ""

    @property
    def code(self) -> str:
        return self.test.__name__


def age_known(pairs: Pairs) -> Mask:
    """The date of birth is known; without it nobody may be introduced to work."""
    return pairs.workers.born_date > 0


def legal_age(pairs: Pairs) -> Mask:
    """At least 16 on the first day (unknown date of birth: left to the rule before)."""
    return _aged(pairs, WORKING_AGE)


def minor_protected(pairs: Pairs) -> Mask:
    """Between 16 and 17 neither at night nor at high risk."""
    return _aged(pairs, ADULT_AGE) | ~(pairs.gigs.night | pairs.gigs.high_risk)


def certificate_valid(pairs: Pairs) -> Mask:
    """Every certificate the gig needs is held and valid on its days."""
    needed = pairs.gigs.certificates_needed
    complete: Mask = (pairs.between.certificates & needed) == needed
    return complete


def shifts_free(pairs: Pairs) -> Mask:
    """No shift of the gig overlaps one the worker has taken."""
    return pairs.between.free


def within_week(pairs: Pairs) -> Mask:
    """The fullest week, this gig counted, stays within what its kind of contract allows (0 = no limit)."""
    cap = pairs.gigs.week_cap_minutes
    within: Mask = (cap == 0) | (pairs.between.week_minutes <= cap)
    return within


def within_reach(pairs: Pairs) -> Mask:
    """No farther than the worker goes; unknown places and an unnamed reach pass."""
    return ~(pairs.metres > pairs.workers.reach_km * 1000)


def pay_at_floor(pairs: Pairs) -> Mask:
    """Pay by the hour at or above the worker's floor; unknown pay passes."""
    pay = pairs.gigs.pay_fen_per_hour
    enough: Mask = (pay == 0) | (pay >= pairs.workers.floor_fen_per_hour)
    return enough


def worker_available(pairs: Pairs) -> Mask:
    """The worker says: I take work now."""
    return pairs.workers.available


def worker_in_order(pairs: Pairs) -> Mask:
    """The worker is not suspended."""
    return ~pairs.workers.sanctioned


def employer_in_order(pairs: Pairs) -> Mask:
    """The employer is in good standing and may hire."""
    return pairs.gigs.standing_ok


def not_blocked(pairs: Pairs) -> Mask:
    """Neither side has blocked the other."""
    return ~pairs.between.blocked


def _aged(pairs: Pairs, years: int) -> Mask:
    # Dates as 20080315: the difference, cut to ten-thousands, is the age in full years, leap days too.
    # An unknown date (0) makes everybody old enough: it is `age_known` that shuts the pair.
    return (pairs.gigs.start_date - pairs.workers.born_date) // 10_000 >= years


def _place_unknown(pairs: Pairs) -> Mask:
    return np.isnan(pairs.metres)


def _pay_unknown(pairs: Pairs) -> Mask:
    unknown: Mask = (pairs.gigs.pay_fen_per_hour == 0) & (pairs.workers.floor_fen_per_hour > 0)
    return unknown


RULES: tuple[Rule, ...] = (
    Rule(
        age_known,
        basis="禁止使用童工规定 第4条",
        text="还没有核实您的年龄，按规定不能介绍活",
        opens="完成实名认证，或到驿站请工作人员核验证件",
    ),
    Rule(
        legal_age,
        basis="禁止使用童工规定 第2条",
        text="开工那天您还没满 16 周岁，法律不允许干活",
    ),
    Rule(
        minor_protected,
        basis="未成年人保护法 第61条；劳动法 第64条",
        text="您还没满 18 周岁，不能上夜班，也不能干危险的活",
        opens="可以看看白天的、没有危险的活",
    ),
    Rule(
        certificate_valid,
        basis="安全生产法 第30条",
        text="干活那天您要有有效的证：{certificates}",
        opens="把证登记上；没有证的，可以到驿站问培训",
    ),
    Rule(
        shifts_free,
        basis="MATCH-04",
        text="这段时间您已经有别的活了",
        opens="先退掉时间冲突的那份活",
    ),
    Rule(
        within_week,
        basis="劳动合同法 第68条",
        text="加上这份活，您一周要干 {week_hours} 小时，超过 {cap_hours} 小时的上限",
        opens="换一周，或者少排几个班",
    ),
    Rule(
        within_reach,
        basis="JOB-15",
        text="离您 {distance}，超过您说的 {reach} 公里",
        opens="把能去的距离放到 {reach_needed} 公里",
        unknown=_place_unknown,
        doubt="有一方没标位置，远近没法算",
    ),
    Rule(
        pay_at_floor,
        basis="MATCH-08",
        text="每小时约 {pay} 元，低于您说的最低 {floor} 元",
        opens="把最低时薪放到 {pay} 元",
        unknown=_pay_unknown,
        doubt="折不成时薪，没跟您的最低时薪比",
    ),
    Rule(
        worker_available,
        basis="SEEK-03",
        text="您现在是“暂不接活”",
        opens="改成“可以接活”",
    ),
    Rule(
        worker_in_order,
        basis="REG-05",
        text="您的账号正在暂停期内",
        opens="到驿站或打服务热线问清原因，可以申诉",
    ),
    Rule(
        employer_in_order,
        basis="REG-05",
        text="这家用工方现在不能招人",
    ),
    Rule(
        not_blocked,
        basis="MATCH-09",
        text="您和这家用工方有一方选了不再合作",
        opens="如果是您选的，可以在“我的”里取消",
    ),
)


def allowed(pairs: Pairs) -> Mask:
    """True where every hard rule lets the pair stand."""
    stands = np.ones(len(pairs), dtype=np.bool_)
    for rule in RULES:
        stands &= rule.test(pairs)
    return stands
