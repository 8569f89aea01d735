"""What comes on top of the pay, in the text's own words."""

import re

from .source import Found, Source

MONEY = r"(?:每[天月晚]|一[天个]月?)?(?:\d+(?:\.\d+)?(?:元|块)?(?:/[天月人])?)?"
BENEFIT = re.compile(
    r"(?:免费)?(?:包|管)(?:一日)?(?:吃喝|吃住|食宿|住宿|吃|住|饭|餐|工作餐|(?:早|中|午|晚|中午|早中|中晚)(?:顿)?[饭餐]|"
    r"(?:两|三|一|二|2|3|1)(?:顿)?[餐饭]|车接车送|接送|路费|来回车费|车费|来回)(?:[、和]?(?:管|包)?(?:住|吃))?"
    r"|车接车送|班车接送|专车接送|(?:有|免费)(?:班车|大巴)(?:接送)?|(?:提供|有|供|免费)(?:员工|免费)?(?:食宿|住宿|宿舍|吃住|工作餐|午餐|晚餐|三餐|"
    r"两餐|餐食|盒饭|夜宵|早餐)|免费(?:食宿|吃住)"
    r"|(?:满勤奖?|全勤奖?|夜班补贴?|夜班津贴|高温补贴|岗位补贴|生活补贴|交通补贴?|住房补贴|餐饮?补贴?|饭补|车补|房补|话补|油补|伙食补贴?|工龄奖|年终奖|生日福利|"
    rf"节日福利|开工红包)(?:每[天月])?{MONEY}"
    r"|[五六]险(?:一金)?|(?:缴纳?|交|买|上|购买|有)(?:意外险|社保|保险|工伤险|商业险)|意外险|雇主责任险|社保公积金|带薪(?:年假|休假|培训|病假)|"
    r"报销(?:路费|车费|来回车费|交通费)|法定节假日(?:三倍|3倍)工资"
)
NEGATED = re.compile(r"(?:不|没有?|无|非|未|自|免)\s*$")


def benefits(source: Source) -> list[Found[str]]:
    """Each benefit once, as written."""
    text = source.clean
    found: list[Found[str]] = []
    for match in BENEFIT.finditer(text):
        if NEGATED.search(text[max(0, match.start() - 2) : match.start()]) or re.match(
            r"\s*(?:自理|自付|自备|不包|没有|无)", text[match.end() :]
        ):
            continue
        words = match[0].strip()
        if words not in {item.value for item in found}:
            found.append(Found(words, match.start(), match.start() + len(match[0].rstrip())))
    return found
