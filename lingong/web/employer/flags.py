"""What the checks of a text say, in words for an employer, and beside which field they stand."""

from collections.abc import Iterable

from lingong.jobs.intake.reading import Flag

TEXT = "text"  # beside the text itself: what no field of the form holds

SAID = {
    "wage_missing": ("pay", "没写给多少钱；面议的也要先写个数，工人才敢来"),
    "wage_conflict": ("pay", "前后写了两个不一样的数，请填准的那个"),
    "wage_unit_conflict": ("pay_unit", "同一个数写了两种算法，请核对是按天还是按小时"),
    "wage_anomaly": ("pay", "和平常差得多，看看是不是多打了零或者算法选错了"),
    "below_minimum_wage": ("pay", "折下来比当地最低工资低"),
    "no_base_pay": ("pay", "没有底薪的，请写清怎么算钱"),
    "unequal_pay": ("pay", "男女干一样的活，要给一样的钱"),
    "fee": ("pay", "不能向工人收费，请去掉"),
    "deposit": ("pay", "不能收押金、不能压工资，请去掉"),
    "wage_deduction": ("pay", "干不满也要按干了的给，不能扣成更低的价"),
    "gender_restriction": ("requirements", "除法律规定的几种活外，不能只要男的或只要女的，请去掉"),
    "gender_preference": ("requirements", "写优先男或优先女也不合适，请去掉"),
    "ethnic_restriction": ("requirements", "不能按民族挑人，请去掉"),
    "region_restriction": ("requirements", "不能按户籍、老家挑人，请去掉"),
    "health_discrimination": ("requirements", "不能因为乙肝、残疾、怀孕等不要人，请去掉"),
    "criminal_record": ("requirements", "法律没要求的活，不要问有没有犯罪记录"),
    "appearance": ("requirements", "身高、长相和干活没关系的，请去掉"),
    "id_withheld": ("requirements", "不能押身份证、不能收很多复印件，请去掉"),
    "liability_waiver": ("requirements", "出了事自己负责这种话不算数，请去掉"),
    "age_by_sex": ("age_max", "男女年龄要一样"),
    "underage": ("age_min", "不能招没满 16 岁的人"),
    "minor": ("age_min", "16、17 岁的人不能干重活、险活和夜班，请想好再招"),
    "night_shift": ("end", "有夜班：没成年的、怀孕的人不能上"),
    "long_hours": ("end", "一天超过 10 小时太长了，也要让人休息"),
    "hours_conflict": ("end", "写的时长和几点到几点对不上，请核对"),
    "vague": ("headcount", "没说清几个人、怎么分，请写准"),
    "validity_unlimited": ("days", "要有个期限，不能写长期有效"),
    "place_conflict": ("place", "前后写了两个地方，请核对"),
    "high_risk_work": ("certificates", "这种活有危险，要求持证的请写上证"),
    "not_a_job": (TEXT, "这段话看起来不是招人"),
    "shuadan": (TEXT, "刷单是骗人的，不能发"),
    "mlm": (TEXT, "拉人头是传销，不能发"),
    "gambling": (TEXT, "和赌博有关，不能发"),
    "account_rental": (TEXT, "租卖账号、银行卡违法，不能发"),
    "illegal_finance": (TEXT, "贷款、走账这类不能发"),
    "training_ad": (TEXT, "招人不能变成卖课"),
    "lure": (TEXT, "说得太好了，工人不会信，请写实在的数"),
    "guaranteed_hire": (TEXT, "不能保证一定录用"),
    "brand_impersonation": (TEXT, "说是大公司直招的，审核时要看证明"),
    "overseas": (TEXT, "去国外干活要有对外劳务资质"),
    "off_platform_contact": (TEXT, "不要让人先加微信、进群才说事，活写在这里就行"),
    "obfuscation": (TEXT, "有些字写得不像样，请用平常的字"),
}  # fmt: skip


def said_of(flag: Flag) -> tuple[str, str]:
    """(field, sentence with the quoted words and the basis) of one flag."""
    field, words = SAID.get(flag.code, (TEXT, "这里请核对"))
    quoted = f"“{flag.quote}”：" if flag.quote else ""
    return field, f"{quoted}{words}（{flag.basis}）。"


def by_field(flags: Iterable[Flag]) -> dict[str, list[str]]:
    """The sentences of all flags, under the field they stand beside."""
    found: dict[str, list[str]] = {}
    for field, sentence in map(said_of, flags):
        found.setdefault(field, []).append(sentence)
    return found
