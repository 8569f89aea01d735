"""Whether a text asks for workers at all, or is somebody looking for work, or an advertisement."""

import enum
import re

from .source import Found, Source


class Stray(enum.Enum):
    """What a text is that asks for no worker."""

    WANTED = "wanted"
    SELLING = "selling"
    OTHER = "other"


HIRING = re.compile(
    r"招(?!商|生|牌|呼|标|待|架|手(?!工))|诚聘|急聘|聘请|缺(?:人|\d|[一两三四五六七八九十])|要人|用人|"
    r"找(?:几|一|两|\d+|[三四五六七八九十])?个?(?:人|师傅|阿姨|小工|工人|帮手|临时工|保洁|会)|"
    r"需要?(?:\d|[一两三四五六七八九十]+[个名人位]|女工|男工|人手|工人)|"
    r"有没有(?:会|能|人)|差(?:\d|[一两三四五六七八九十])[个名人]|速来|来人|报名(?!费)|集合|谁(?:能|会|有空|有时间)"
)
WANTED = re.compile(
    r"(?:想|要|求|在|急|来)?(?:找|寻|求)(?:个|一?份|点|些)?(?:长期|短期|临时|日结|零散?|周末|附近|本地|晚上|"
    r"[\u4e00-\u9fff]{0,4}?)(?:的)?(?:零活|散活|小活|活儿?干?|工作|兼职|事做|事情做|短工做|零工做|工地干)(?!的(?:请|联系|来|朋友|师傅|"
    r"人|看|可以|兄弟|姐妹|工友|大姐|注意))(?!者|人员|地点|时间|内容|看过来|联系我们)"
    r"|求职(?!者)|求(?:一?份|个)?[\u4e00-\u9fff]{0,5}(?:工作|兼职|日结)|(?:有活|有零活|需要的?|有需要的?|用人|有工地)(?:的)?(?:老板|东家|"
    r"朋友)?(?:请|可以?)?(?:联系|找|打|喊|叫|call)(?:我|本人|电话)"
    r"|承接|承包|接(?:各种|各类|一切)?(?:零活|散活|私活|小活|单干活)|(?:哪里|哪儿|哪家|谁家|谁那|哪个厂|有没有)(?:有|在|要|招|"
    r"需要)?[\u4e00-\u9fff]{0,4}(?:招人|要人|日结的|活干|活儿?干|小时工做|工作|要小工|用人)(?:的)?(?:吗|嘛|么|\?|？|$|[,，。])"
    r"|专业(?:搬家|保洁|维修|疏通|开锁|清洗|打孔|安装)(?:服务|公司)?"
)
SELF = re.compile(
    r"求职(?!者)|本人|我(?:今年|是|想|会|有|们(?:夫妻|两个|几个))|夫妻(?:俩|两|二人)|自己有|随叫随到|俺|我(?:\d|[二三四五]十)"
)
SELLING = re.compile(
    r"出售|转让|低价处理|批发|厂家直销|欢迎选购|零基础(?:学|入门|教)|培训班|学习班|招生|报名学|考证(?:培训|报名)|学费|贷款(?!推广|专员|电销|客服|业务)|办证|加盟|免费(?:领|试听|体验课)|"
    r"投资\d|诚邀(?:合伙人|加盟)|出租(?!车)|租房|高价回收|回收|系统(?:出售|源码|搭建|定制)|源码|软件(?:开发|定制)|课程|训练营|优惠价|原价|现价|团购|"
    r"特价|包教会|推荐课|带你学|手把手教"
)
STRONG = re.compile(
    r"招(?:学徒|徒弟|兼职|聘|工|人|\d|[一二两三四五六七八九十]|募|代理|推广)|急招|诚聘|直招|缺人|要人|诚招|"
    r"招[\u4e00-\u9fff]{1,5}(?:员|工|手|师|\d)"
)


def not_a_job(source: Source, *, substance: bool) -> Found[Stray] | None:
    """What the text is instead, with the words that show it; None if it is a posting.

    `substance`: the text states a pay, a job or a number of people.
    """
    text = source.clean
    wanted = WANTED.search(text)
    if wanted and (SELF.search(text) or not HIRING.search(text)) and not _offers(text, wanted):
        return Found(Stray.WANTED, *wanted.span())
    selling = SELLING.search(text)
    if selling and not STRONG.search(text):
        return Found(Stray.SELLING, *selling.span())
    if not substance and not HIRING.search(text):
        first, last = source.clauses[0] if source.clauses else (0, len(text))
        return Found(Stray.OTHER, first, last)
    return None


def _offers(text: str, wanted: re.Match[str]) -> bool:
    """An employer's 找兼职的联系我 or 想找活干的师傅."""
    return bool(re.match(r"\s*(?:干|做)?的", text[wanted.end() :])) or bool(
        STRONG.search(text) and not SELF.search(text)
    )
