"""Names, birth days, phones and paper numbers of demo people: invented, in a fixed order for a seed."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from stdnum.cn import uscc

from lingong.lib.identity import demo_id

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
)
MEN = [
    "建国",
    "建军",
    "志强",
    "卫东",
    "国庆",
    "永刚",
    "大山",
    "铁柱",
    "明亮",
    "春生",
    "长贵",
    "海涛",
    "文斌",
    "立新",
    "德胜",
    "宝华",
    "家旺",
    "小军",
    "庆丰",
    "学文",
    "振华",
    "成林",
    "光辉",
    "新民",
    "保国",
    "传福",
    "守义",
    "少平",
    "玉林",
    "兴旺",
]
WOMEN = [
    "秀英",
    "桂兰",
    "玉梅",
    "红霞",
    "春梅",
    "小芳",
    "丽华",
    "秀珍",
    "凤英",
    "爱华",
    "金花",
    "淑芬",
    "翠兰",
    "素云",
    "巧玲",
    "雪梅",
    "月娥",
    "美玲",
    "彩霞",
    "艳红",
    "敏",
    "静",
    "兰英",
    "香莲",
    "冬梅",
]
ELDEST_DAYS, YOUNGEST_DAYS = 63 * 365, 19 * 365


@dataclass(frozen=True, slots=True)
class Someone:
    """An invented person. The paper number has the sequence 000, which no office issues."""

    name: str
    sex: str
    born: date
    id_number: str


@dataclass
class Register:
    """Hands out people one after the other; no paper number twice."""

    rng: Random
    today: date
    used: set[str] = field(default_factory=set)
    _count: int = 0

    def someone(self, county: str) -> Someone:
        """The next person, living in `county`."""
        rng, self._count = self.rng, self._count + 1
        sex = "F" if rng.random() < 0.42 else "M"
        name = rng.choice(SURNAMES) + rng.choice(WOMEN if sex == "F" else MEN)
        born = self.today - timedelta(days=rng.randint(YOUNGEST_DAYS, ELDEST_DAYS))
        number = demo_id(county, born, self._count % 10_000)
        while number in self.used:
            born += timedelta(days=1)
            number = demo_id(county, born, self._count % 10_000)
        self.used.add(number)
        return Someone(name, sex, born, number)


def phone(n: int) -> str:
    """The n-th demo phone, 139000 and five digits."""
    if not 0 <= n < 100_000:
        raise ValueError("there are 100,000 demo phones")
    return f"139000{n:05d}"


def credit_code(county: str, n: int) -> str:
    """A well-formed credit code of an invented body."""
    body = f"91{county}MA0{n:06d}"
    return body + str(uscc.calc_check_digit(body))
