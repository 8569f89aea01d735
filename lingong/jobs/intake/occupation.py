"""What work it is: the title in the text's own words, or the title of the activity it names."""

import re
from dataclasses import dataclass

from lingong.jobs.catalogue.trades import Trade, find, pattern, words

from .source import Found, Source

GENERAL = frozenset(
    [
        "普工",
        "小工",
        "大工",
        "零工",
        "短工",
        "临时工",
        "小时工",
        "阿姨",
        "工作人员",
        "学生工",
        "暑假工",
        "寒假工",
        "钟点工",
        "帮工",
        "普通工人",
        "杂工",
        "合同工",
        "技师",
        "司机",
        "家政",
        "促销",
        "销售",
        "搬运",
        "打包",
        "包装",
        "文案",
        "前台",
        "陪护",
        "杂工",
        "礼仪",
    ]
)
NOT_AFTER = re.compile(
    r"^(?:证|资格|经验|服(?!务)|房|公司|费|车(?!间|工)|厂(?!招)|店(?!员)|宿舍|节|学校|培训|机(?!手)|市场|平台|台|群|APP|站(?!点)|员外|"
    r"箱|袋|材料|工具|时间|要求|内容|好|的话|已|熟练|能力)"
)
NOT_BEFORE = re.compile(
    r"(?:联系人?|找|电话|咨询|加)[\u4e00-\u9fff]$|(?:需|要|带|有|持|附|含|由|归|和|跟|陪|免|不用|无需|不是|非|不)(?:自己)?$|老板|"
    r"(?:到|去|在)$"
)
CONTACT = re.compile(r"(?:联系|电话|咨询|找|[:：]|#)\s*[\u4e00-\u9fff]?$")
LABELLED = re.compile(
    r"(?:招聘岗位|岗位名称|岗位|职位|工种|招聘职位|职位名称|招)\s*[:：]\s*(?P<title>[\u4e00-\u9fffA-Za-z/、]{2,16})"
)
UNKNOWN = re.compile(
    r"(?:招聘?|急招|诚聘|急聘|诚招|聘请?|急需|需要|缺|招募|寻|寻找|直招)\s*(?:\d+|[一两三四五六七八九十]+)?\s*(?:名|个|"
    r"位)?(?P<title>[\u4e00-\u9fff]{1,6}?(?:工人|工|员|师(?!傅)|手(?!机|工|里|续|脚)|助理|老师|顾问|专员|教练|妹|模特|经理|班长|"
    r"组长|店长|技工|师傅|护士|学徒))(?!作|资|厂|地|具|艺|种|业|商|程|伤|价|牌|期|衣|会|人)"
)
OPENING = re.compile(r"\s*(?P<title>[\u4e00-\u9fff]{2,6}(?:员|师|工))(?=[,，\s]|$)")
NO_TITLE = re.compile(
    r"^(?:人员?|工人|员工|.*职工|.*(?:男|女)工|[若数多大]\S*|临时用工|工|.*名工|.*个工|能手|人手|长期工|短期工|男女工|.*熟手|.*新手|.*生手|"
    r"帮手|招工|用工|复工|开工|熟练工|师傅|老师傅|一手)$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text names a job: the title it reads as, its trade, whether it is only general."""

    title: str
    trade: Trade | None
    start: int
    end: int
    act: bool

    @property
    def general(self) -> bool:
        return self.title in GENERAL


def mentions(source: Source) -> list[Mention]:
    """Every job the text names, in order; requirements (叉车证), contacts (王阿姨) and places left out."""
    text = source.clean
    found: list[Mention] = []
    for match in pattern().finditer(text):
        before, after = text[max(0, match.start() - 6) : match.start()], text[match.end() : match.end() + 4]
        title, trade = words()[match.group()]
        act = match.group() not in trade.titles and match.group() != trade.name
        if NOT_AFTER.match(after) or (
            not act and NOT_BEFORE.search(before) and not before.endswith(("找", "需", "要", "需要", "有"))
        ):
            continue
        if title == "阿姨" and CONTACT.search(before):
            continue
        found.append(Mention(title, trade, *match.span(), act))
    return found


def occupation(source: Source, named: list[Mention], start: int = 0) -> Found[str] | None:
    """The job or jobs the text is about: `抹灰工、瓦工`."""
    labelled = LABELLED.search(source.clean)
    if labelled and not NO_TITLE.match(labelled["title"]):
        inside = [m for m in named if labelled.start("title") <= m.start < labelled.end("title")]
        if not inside:
            return Found(labelled["title"], *labelled.span("title"))
        return _joined(source, inside)
    chosen = _chosen(named)
    if chosen:
        return _joined(source, chosen)
    unknown = UNKNOWN.search(source.clean) or OPENING.match(source.clean)
    if unknown and not NO_TITLE.match(unknown["title"]):
        return Found(unknown["title"], *unknown.span("title"))
    return None


def _chosen(named: list[Mention]) -> list[Mention]:
    """Proper titles before activities before general words."""
    titles = [m for m in named if not m.act and not m.general]
    acts = [m for m in named if m.act and not m.general]
    for picked in (titles, acts, named):
        if picked:
            early = picked[0]
            other = [m for m in acts if m.start < early.start]
            return other if other and early.start - other[0].start > 12 else picked
    return []


def _joined(source: Source, chosen: list[Mention]) -> Found[str]:
    """The first job and those listed right behind it."""
    group = [chosen[0]]
    for mention in chosen[1:]:
        between = source.clean[group[-1].end : mention.start]
        if not re.fullmatch(
            r"\s*(?:(?:\d+|[一两三四五六七八九十]+)?\s*[个名人位]?(?:工人)?)?\s*[、和/,，+及\s]*\s*(?:或者?)?",
            between,
        ):
            break
        group.append(mention)
    titles = list(dict.fromkeys(m.title for m in group))
    return Found("、".join(titles), group[0].start, group[-1].end)


def trade_of(found: Found[str] | None, named: list[Mention]) -> Trade | None:
    """The catalogue's trade for the occupation read, if there is exactly one it can mean."""
    if found is None:
        return None
    inside = [m for m in named if found.start <= m.start < found.end]
    if inside:
        return inside[0].trade
    return find(found.value)
