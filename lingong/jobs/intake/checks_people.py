"""Checks of whom a posting keeps out, and of what it asks workers to bear."""

import re
from collections.abc import Iterator

from .book import CHECKS, CONTRACT
from .facts import Facts
from .people import FULL

Spans = Iterator[tuple[int, int]]
EQUAL = "就业促进法 27 条、妇女权益保障法"
REFUSE = r"(?:勿扰|勿来|不要|不收|不招|免谈|别来|除外|不行|谢绝|不考虑|已满|满员|不用|不可|勿投|勿|不录)"
PLACES = "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古?|广西|西藏|宁夏|新疆|东北|北京|上海|天津|重庆"
BY_LAW_MEN = re.compile(r"矿山?井下|井下|矿井")
RATIO = re.compile(r"男女比例?\s*[:：]?\s*\d\s*[:：比]\s*\d|男女[比搭]\d|(?:限|各)?男女各半")
AGES_BY_SEX = re.compile(
    r"男(?:性|工|士)?[^,，。\n女]{0,4}\d{2}[^\n女。]{0,12}女(?:性|工|士)?[^,，。\n]{0,4}\d{2}(?:周?岁)?(?:以下|以内|"
    r"内)?|女(?:性|工|士)?[^,，。\n男]{0,4}\d{2}[^\n男。]{0,12}男(?:性|工|士)?[^,，。\n]{0,4}\d{2}(?:周?岁)?(?:以下|"
    r"以内|内)?"
)
PAY_BY_SEX = re.compile(
    r"(?P<s>男|女)(?:性|工|生|士|的|孩)?\s*[:：]?\s*(?P<a>\d{2,5})(?:元|块)?(?:/[天时小]+|一天|"
    r"每天)?\s*[,，、/和 ]?\s*(?P<s2>男|女)(?:性|工|生|士|的|孩)?\s*[:：]?\s*(?P<b>\d{2,5})(?:元|块)?(?!\d|岁|周岁|"
    r"以下|-|人|名|个)"
)
ETHNIC = re.compile(
    r"(?:(?:[藏维彝回苗壮满蒙侗瑶傣羌]族?[、和/,，\s]?)*[藏维彝回苗壮满蒙侗瑶傣羌]族|维吾尔族?|哈萨克族?|少数民族|[四三五几]大民族|民族)(?:的|人|工人|"
    rf"同胞|朋友|名额|都|一律|也)*{REFUSE}"
    r"|(?:不要|不收|不招|谢绝|除)(?:[藏维彝回苗壮满蒙侗瑶傣羌]族?[、和/,，\s]?)*(?:[藏维彝回苗壮满蒙]族|维吾尔|少数民族|民族)(?:的|人)*|"
    r"(?:限|只要|只招|仅限|必须)汉族|汉族(?:优先|以外勿)"
)
REGION = re.compile(
    rf"(?:仅|只)?限(?:招)?(?:本省|本市|本地|本县|本村|本镇|当地|本区|{PLACES})(?:省|市)?(?:人|户口|户籍|籍|的)?|"
    rf"(?:只要|只招|仅招|只收)(?:本省|本市|本地|当地|{PLACES})(?:省|市)?(?:人|户口|户籍|的)"
    rf"|(?:不要|不收|不招|谢绝)(?:外地人?|外省人?|(?:(?:{PLACES})[、和/,，]?)+(?:省|籍|人|的)?)|"
    rf"(?:外地人?|外省人?|(?:(?:{PLACES})[、和/,，]?)+(?:省|籍|人)?(?:的)?){REFUSE}|"
    rf"(?:需要?|要求|必须)?(?:本地|本市|本省|{PLACES})(?:户口|户籍|籍)(?!优先)"
)
HEALTH = re.compile(
    r"(?:乙肝|大三阳|小三阳|两对半|肝炎|携带者|艾滋病?|梅毒|传染病)(?:病毒)?(?:携带)?(?:者|患者)?(?:的|不?阳性|检查?不(?:过|合格|通过))?(?:的|"
    rf"人)?(?:{REFUSE}|一律)|(?:无|没有|不要|不能有|查|检查|不收|体检)(?:乙肝|大三阳|小三阳|两对半|肝炎|艾滋|梅毒|传染病|传染性疾病)"
    rf"|(?:残疾|残障|孕妇|哺乳期|已婚未育)[^,，。\n]{{0,4}}{REFUSE}|(?:已婚已育|已育|未婚)(?:优先|者)?"
)
FOOD = re.compile(r"服务员|厨|餐|食品|保姆|月嫂|育婴|托育|幼儿|洗碗|配菜|传菜|护工|理发|美容")
CRIME = re.compile(
    r"(?:要求|需要?|须)?(?:无|没有?|不能有|不要有?)(?:任何)?(?:犯罪|违法犯罪|刑事)(?:前科|记录|史|案底)?(?:记录)?|"
    r"(?:无|没有?|不要有?)(?:前科|案底)|有?(?:案底|前科)(?:的)?(?:勿扰|不要|不收)|政审(?:合格|通过)"
)
CRIME_BY_LAW = re.compile(
    r"保安|安保|门卫|秩序维护|幼儿|托育|托管|育婴|育儿|保育|学校|校园|家教|早教|接送孩子|未成年|网约车|出租车|押运|安检"
)
LOOKS = re.compile(
    r"(?:要求)?身高(?:要求)?\s*[:：]?\s*(?:\d(?:\.\d+)?(?:米|m)?\d*|1米\d+|一米[五六七八九][零一二三四五六七八九]?)(?:cm|CM|"
    r"公分|厘米|米)?(?:\s*[-~到至]\s*\d+(?:cm|公分)?)?(?:以上|以内|\+)?|1[.米]\d+米?以上|形象(?:好|气质佳|佳|良好|端正|要好|要求)|"
    r"气质(?:佳|好)|五官端正|相貌端正|长相|颜值(?:高|在线|主播)?|样貌|(?:无|没有?|不要|不能有)(?:明显)?(?:纹身|疤痕|烟疤|"
    r"染发)(?:[、和/]?(?:烟疤|疤痕|染发|纹身))*|不(?:能|要|可)染发|体重\d+(?:斤|公斤|kg)?(?:以内|以下)|外貌|身材(?:好|匀称|苗条)|漂亮"
)
MINOR = re.compile(
    r"(?:年?满)?(?:16|17|十六|十七)(?:周?岁)(?:以上|起|即可|就行|可)?|(?:16|17)\s*(?:-|~|到|至)\s*\d\d(?:周?岁)?"
)
CHILD = re.compile(
    r"(?:初中|小学)(?:在读|学?生)(?:也|都|均)?(?:可|行|能|欢迎)|(?:年?满)?1[0-5]周?岁(?:以上|起|即可|就行|也可|也行)|童工|"
    r"不限年龄[,，]?(?:未成年|小孩)|未成年(?:也|都)?(?:可|行|收|能)"
)
WAIVER = re.compile(
    r"(?:工伤|意外|受伤|安全|伤亡|事故|后果|出事|一切|风险|病痛|出了事|生病|责任)[^,，。;；\n]{0,8}(?:自负|自理|自担|自己负责|自行(?:负责|承担)|"
    r"自己承担|概不负责|与(?:本|我)?[^,，。\n]{0,4}无关|不(?:负|承担|管)(?:责|任何责任|责任)?)|概不负责|"
    r"(?:公司|老板|厂方|雇主|本人|本店)?(?:不承担|不负)(?:任何|一切)?(?:法律)?责任|责任自负|后果自负|生死自负|不买保险自愿"
)
ID_HELD = re.compile(
    r"(?:押|扣押?|收|抵押|扣留|收走|上交|交)(?:下)?(?:本人)?(?:身份证|证件|银行卡|驾驶证|毕业证)(?:原件)?(?!复印)(?:(?:一|1|两|半|"
    r"\d)?(?:个)?(?:周|天|星期|月|礼拜))?|身份证(?:原件)?(?:要|需要?|先)?(?:抵押|押(?:着|一|在)?|扣(?:下|留|押)?|收走|代管|统一保管|"
    r"上交)(?:[一两\d]个?(?:周|天|星期|月))?|身份证复印件(?:需要?)?\s*(?:[3-9]|[三四五六七八九]|\d{2})\s*(?:张|份)|"
    r"(?:[3-9]|[三四五六七八九])\s*(?:张|份)身份证复印件"
)
RISKY = re.compile(
    r"高空(?:作业|安装|清洗|外墙|作业人员)?|外墙(?:清洗|作业|涂料|粉刷|保温|施工)|蜘蛛人|吊篮|登高(?:作业)?|带电(?:作业|操作|检修|接线)|深水|潜水|水下|"
    r"爆破|化粪池|密闭空间|有限空间|下井|井下|挖孔桩|人工挖孔|登杆|爬电线杆|爬塔|悬空"
)
CERTIFIED = re.compile(
    r"(?:持|有|要|需|带|凭|具)[^,，。;；\n]{0,10}(?<!健康)(?<!身份)证|(?:登高|高空|高处|特种|操作|电工|潜水|上岗|焊工|爆破|架子工|作业|"
    r"登高作业|资格)证"
)


@CHECKS.rule(basis=f"{EQUAL}、人力资源市场暂行条例 24 条")
def gender_restriction(facts: Facts) -> Spans:
    """Only one sex is wanted, one sex has “filled up”, or a ratio is set. Jobs the law closes to women are exempt."""
    yield from facts.find(RATIO, unless_not=False)
    if facts.sex and facts.sex.value in ("male_only", "female_only"):
        if not (facts.sex.value == "male_only" and BY_LAW_MEN.search(facts.text)):
            yield facts.sex.start, facts.sex.end
    elif not (facts.sex and facts.sex.value == "any"):
        yield from facts.find(FULL, unless_not=False)


@CHECKS.rule(basis=EQUAL)
def gender_preference(facts: Facts) -> Spans:
    """One sex is preferred."""
    if facts.sex and facts.sex.value in ("male_preferred", "female_preferred"):
        yield facts.sex.start, facts.sex.end


@CHECKS.rule(basis="就业促进法 27 条")
def age_by_sex(facts: Facts) -> Spans:
    """Different age limits for men and women."""
    men, women = facts.ages.men, facts.ages.women
    if not (men and women) or men.value == women.value:
        return
    match = AGES_BY_SEX.search(facts.text)
    yield match.span() if match else (min(men.start, women.start), max(men.end, women.end))


@CHECKS.rule(basis="就业促进法 27 条、劳动法 46 条")
def unequal_pay(facts: Facts) -> Spans:
    """Different pay for men and women."""
    for match in PAY_BY_SEX.finditer(facts.text):
        if match["s"] != match["s2"] and match["a"] != match["b"]:
            yield match.span()


@CHECKS.rule(basis="就业促进法 28 条")
def ethnic_restriction(facts: Facts) -> Spans:
    """An ethnic group is refused or has “filled up”."""
    yield from facts.find(ETHNIC, unless_not=False)


@CHECKS.rule(basis="人力资源市场暂行条例 11 条")
def region_restriction(facts: Facts) -> Spans:
    """Only people from one place, or none from another. Preferring those who live near is no such limit."""
    for start, end in facts.find(REGION, unless_not=False):
        if not re.match(r"(?:优先|亦可|均可)", facts.text[end:]):
            yield start, end


@CHECKS.rule(basis="就业促进法 27、29、30 条")
def health_discrimination(facts: Facts) -> Spans:
    """Carriers of hepatitis B and the like, disabled or pregnant people are refused."""
    for start, end in facts.find(HEALTH, unless_not=False):
        if not ("传染" in facts.text[start:end] and FOOD.search(facts.text)):
            yield start, end


@CHECKS.rule(basis="提示：法律没有要求的岗位不宜要求无犯罪记录")
def criminal_record(facts: Facts) -> Spans:
    """A clean record is asked for where no law asks it (guards, work with children, drivers are exempt)."""
    if not CRIME_BY_LAW.search(facts.text):
        yield from facts.find(CRIME, unless_not=False)


@CHECKS.rule(basis="提示：与工作无关的身高、容貌要求")
def appearance(facts: Facts) -> Spans:
    """Height, weight, looks."""
    yield from facts.find(LOOKS, unless_not=False)


@CHECKS.rule(basis="禁止使用童工规定")
def underage(facts: Facts) -> Spans:
    """People under 16 are admitted."""
    yield from facts.find(CHILD)


@CHECKS.rule(basis="未成年工特殊保护规定")
def minor(facts: Facts) -> Spans:
    """People of 16 or 17 are admitted: special protection applies."""
    low = facts.ages.low
    if low and low.value in (16, 17):
        match = MINOR.search(facts.text, max(0, low.start - 3))
        yield match.span() if match else (low.start, low.end)


@CHECKS.rule(basis="劳动合同法 26 条")
def liability_waiver(facts: Facts) -> Spans:
    """The employer wants to answer for nothing."""
    yield from facts.find(WAIVER, unless_not=False)


@CHECKS.rule(basis=CONTRACT)
def id_withheld(facts: Facts) -> Spans:
    """Identity papers are held back, or many copies of them demanded."""
    yield from facts.find(ID_HELD)


@CHECKS.rule(basis="安全生产法 30 条、特种作业人员安全技术培训考核管理规定")
def high_risk_work(facts: Facts) -> Spans:
    """Heights, deep water, live current or blasting without the certificate being asked for."""
    if not CERTIFIED.search(facts.text):
        yield from facts.find(RISKY)
