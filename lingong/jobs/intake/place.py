"""Where the work is, as precisely as the text says; a bare kind of place (超市, 电子厂) is no place."""

import re
from collections.abc import Iterator

from .source import Found, Source

WORD = r"[\u4e00-\u9fffA-Za-z0-9·()#\-]"
SUFFIX = (
    r"(?:城[东南西北]|市中心|自治区|自治州|街道|社区|小区|园区|厂区|校区|景区|路口|路|街口|街|大道|巷|胡同|花园|家园|公寓|嘉苑|苑|广场|市场|工业园|产业园|物流园|科技园|创业园|"
    r"开发区|新区|大厦|写字楼|大楼|酒店|宾馆|饭店|医院|学校|学院|小学|中学|大学|幼儿园|项目部|工地|果园|基地|仓库|码头|火车站|高铁站|汽车站|"
    r"车站|地铁站|机场|步行街|商业街|商圈|驿站|公园|中心|新城|新村|商城|建材城|农场|茶园|林场|养殖场|体育馆|展览馆|\d+号馆|会展中心|会议中心|影视城|万达|"
    r"超市|商场|门店|分拨中心|服务区|镇|乡|村|屯|庄|县|旗|省|市|区|港|府|湾|城|里|"
    r"\d+号[楼院库门店]?|\d+栋|\d+[楼层]|[东南西北]门|[A-Z]口|[A-Z]区|[A-Z]座|号库|号楼|\d+单元|\d+室|\d+幢|仓|厂|店)"
)
NEAR = r"(?:附近|旁边?|对面|斜对面|内|里面?|门口|边上|周边|一带|院内|楼下)?"
SPOT = rf"{WORD}{{0,24}}?{SUFFIX}(?:{WORD}{{0,10}}{SUFFIX})*{NEAR}"
LABELLED = re.compile(
    r"(?P<what>面试|工作|上班|集合|干活|施工|项目|公司|门店|活动|详细|具体|店铺|用工)?(?:地址|地点|位置|区域|"
    r"地方)\s*[:：】\]是在]*\s*(?P<place>[^\n,，。;；!！【】#]{2,40})"
)
LOCATED = re.compile(
    rf"(?:工地|项目|工厂|厂子?|仓库|公司|店|活|就|人)?(?:在|位于|坐标)(?P<place>{SPOT})(?=集合|干活|上班|工作|做|报到|上车|干|,|，|。|;|"
    r"；|\s|$|!|！|、|招|搬|卸|发|打扫|派)"
)
SITE = re.compile(
    r"(?:工地|项目|厂址?|地点|位置|活儿?)在(?P<place>[\u4e00-\u9fff0-9A-Za-z]{2,14})(?=[,，。;；\s]|$)|"
    r"坐标[:：]?\s*(?P<at>[\u4e00-\u9fff0-9A-Za-z]{2,14})(?=[,，。;；\s]|$)"
)
MEETING = re.compile(rf"(?:在|到|去|来)?(?P<place>{WORD}{{2,24}}?)(?:集合|集中|碰头|报到|上车|见面)(?!时间)")
TO = re.compile(
    rf"(?:到|去|从)(?P<place>{SPOT})(?=集合|干活|上班|工作|做|报到|,|，|。|;|；|\s|$|!|！|[搬卸送发干除摘装打拆挖栽种扫清修帮拉])"
)
WHOLE = re.compile(rf"\s*[【\[(]?\s*(?P<place>{SPOT})\s*[】\])]?\s*")
HEAD = re.compile(
    r"\s*(?P<place>[\u4e00-\u9fff]{2,8}?(?:国际)?(?:酒店|宾馆|饭店|医院|广场|商场|大厦|学院|大学|体育馆|会展中心|会议中心|国展|物流园|"
    r"工业园|产业园|科技园|开发区|小区|花园|建材城|建材市场|批发市场|农贸市场|步行街|商业街))(?!内推|员工)"
)
CITY = (
    r"(?:北京|上海|天津|重庆|深圳|广州|东莞|佛山|惠州|中山|珠海|苏州|昆山|无锡|常州|南京|南通|杭州|宁波|温州|嘉兴|金华|义乌|台州|绍兴|合肥|芜湖|"
    r"厦门|福州|泉州|南昌|济南|青岛|烟台|潍坊|临沂|郑州|洛阳|武汉|襄阳|宜昌|长沙|株洲|成都|绵阳|贵阳|昆明|西安|兰州|西宁|银川|太原|石家庄|保定|"
    r"唐山|新疆|内蒙古?|西藏|海南|云南|青海|甘肃|沈阳|大连|长春|哈尔滨|南宁|柳州|海口|三亚|乌鲁木齐|呼和浩特)"
)
ADMIN = re.compile(
    rf"(?:^|(?<=[\s,，。;；【\[(:：在到去于!！招\-·]))(?P<place>(?:{CITY}市?|"
    rf"[\u4e00-\u9fff]{{2,4}}[省市](?!场))?(?:[\u4e00-\u9fff]{{2,6}}?(?:开发区|新区|区|县|旗))?"
    rf"(?:[\u4e00-\u9fff]{{2,6}}?(?:街道|镇|"
    rf"乡))?(?:[\u4e00-\u9fff]{{2,5}}村)?(?:[\u4e00-\u9fff]{{2,8}}?(?:路|街|大道)(?:\d+号)?)?)"
)
GENERIC = re.compile(
    r"^(?:(?:大型|某|本|各|一家|家|知名|连锁|高端|高档|[三四五]星级?|星级|快捷|商务|周边|附近|各大|全|本地|当地|我|我们|你|电子|食品|服装|玩具|五金|"
    r"塑料|家具|鞋|纸|制衣|包装|快递|仓储|电商|新开|品牌|私人|农村|城市|全国|城|市|郊|外|大|小|新|老|这)*"
    r"(?:超市|酒店|宾馆|饭店|餐厅|医院|学校|工地|工厂|厂|厂区|仓库|小区|园区|商场|门店|店|市区|城区|地区|片区|城市|市场|物流园|工业园|大厦|写字楼|社区|公园|"
    r"基地|家里|屋里|手里|村|镇|乡|市|区|县|城|街|路|中心|公寓|花园|库|学院|大学|景区|果园|茶园|养殖场|农场|驿站|里|这里|那里|夜市|菜市场|店里|厂里|省|夜里|"
    rf"城里|村里|超市里|校区)){NEAR}$"
)
STOP = re.compile(  # words of which no address is made
    r"[¥%]|(?<!单)元|块钱|日结|周结|月结|结算|工资|薪|岁|招(?!商)|名额|电话|微信|联系|要求|需要|负责|小时|健康证|身份证|经验|优先"
    r"|工作内容|不限|限[^公]|勿扰|包[吃住]|管[吃饭]|包工|集合|保险|押|每[天月]|\d点|下午|上午|今天|明天|后天|早上|晚上"
    r"|做完|干完|上夜班|缺|急(?!救)|刷单|送到|能(?!源)|会(?![展议所馆])|可以|自带|提供|长期|兼职|外卖|照顾|打扫|不(?!夜)|离"
    r"|地铁可达|费|多劳|老板|成家|顾家|回家|在家|家电|厂家|商家|大家|有(?!限)|跑|搬|外省|外地"
)
BEYOND = re.compile(r"[\u4e00-\u9fff]{2,5}(?=[,，。;；\s]|$)")  # 朝阳区望京
KIND_OF = re.compile(r"(?:(?![路街村镇区县市乡号]).)+(?:厂|店)")
TRIM = re.compile(
    r"^(?:地址|地点|位置|工作地点|上班地点|集合地点|在|到|去|就在|位于|坐标|项目|工地|活在|人在|限)[:：]?\s*|(?:内|里面|里)$"
)
BEFORE_TRIM = re.compile(
    r"^(?:(?:大后天|[今明后]天|明早|明晚|今晚|周末|周[一二三四五六日]|急招|招|现|诚招|急需|急|\d+[号日]|(?:早上|上午|下午|晚上)?(?:\d{1,2}|"
    r"[一二三四五六七八九十]{1,2})[点:：]半?(?:\d\d)?(?:左右|准时)?)\s*)+(?:在|到|去|来)?"
)


def place(source: Source) -> Found[str] | None:
    """The most precise place stated: a labelled one, a meeting point, a clause that is an address, a region."""
    text = source.clean
    for match in LABELLED.finditer(text):
        if match["what"] != "面试" and not re.match(
            r"不限|面议|就近|电话|待定|随机|全国|私聊", match["place"]
        ):
            found = _trim(match.start("place"), match["place"])
            if found:
                return found
    for pattern in (LOCATED, MEETING, TO):
        for match in pattern.finditer(text):
            found = _trim(match.start("place"), match["place"])
            generic = found is not None and GENERIC.match(found.value)
            if found and not STOP.search(found.value) and (not generic or pattern is MEETING):
                return found
    site = SITE.search(text)
    if site and not STOP.search(site[0]):
        name = "place" if site["place"] else "at"
        return Found(site[name], *site.span(name))
    return _clause(source) or _named(source) or _region(text)


def _trim(start: int, words: str) -> Found[str] | None:
    """Without 在, 到, 内 and the words for the time before it."""
    for pattern in (BEFORE_TRIM, TRIM, re.compile(r"^\s+")):
        match = pattern.match(words)
        if match and match.end() < len(words):
            start += match.end()
            words = words[match.end() :]
    words = re.split(r"\s+(?=电话|联系|工资|薪资|时间|要求|\d+元)|(?:联系)?电话|[(（]", words)[0].rstrip()
    tail = re.search(r"(?:里面|内|里)$", words)
    if tail and len(words) > 2:
        words = words[: tail.start()]
    return Found(words, start, start + len(words)) if len(words) >= 2 else None


def _clause(source: Source) -> Found[str] | None:
    """A clause, or a word between spaces, that is nothing but an address; the longest one."""
    best: Found[str] | None = None
    for first, last in source.clauses:
        for piece in re.finditer(r"\S+", source.clean[first:last]):
            lead = BEFORE_TRIM.match(piece.group())
            skip = lead.end() if lead else 0
            match = WHOLE.fullmatch(piece.group()[skip:])
            if not match or STOP.search(match["place"]) or KIND_OF.fullmatch(match["place"]):
                continue
            start = first + piece.start() + skip + match.start("place")
            found = _trim(start, match["place"])
            inside = match["place"].endswith(("内", "里", "里面"))
            if found is None or (
                GENERIC.match(found.value)
                and not (
                    inside
                    and len(found.value) > 1
                    and GENERIC.match(found.value)
                    and not found.value.startswith("家")
                )
            ):
                continue
            if best is None or len(found.value) > len(best.value):
                best = found
    return best


def _named(source: Source) -> Found[str] | None:
    """A named hotel, hall or market that opens a clause: 万达酒店周末宴会."""
    for start in sorted(
        {at for first, last in source.clauses for at in _word_starts(source.clean, first, last)}
    ):
        match = HEAD.match(source.clean, start)
        if match and not GENERIC.match(match["place"]) and not STOP.search(match["place"]):
            return Found(match["place"], *match.span("place"))
    return None


def _word_starts(text: str, first: int, last: int) -> Iterator[int]:
    return (first + word.start() for word in re.finditer(r"\S+", text[first:last]))


def _region(text: str) -> Found[str] | None:
    """A city, district, town or village anywhere: 东莞长安镇招普工."""
    best: Found[str] | None = None
    for match in ADMIN.finditer(text):
        words = match["place"]
        if (
            len(words) < 2
            or GENERIC.match(words)
            or STOP.search(words)
            or words.endswith(("超市", "小区", "园区", "上市", "门市"))
        ):
            continue
        if best is None or len(words) > len(best.value):
            more = BEYOND.match(text, match.end("place")) if words[-1] in "区县市" else None
            if more and not STOP.search(more[0]):
                words += more[0]
            best = _trim(match.start("place"), words)
    return best
