"""Checks of whether the posting is what it claims to be."""

import re
from collections.abc import Iterator

from .book import CHECKS, DISCLOSURE
from .facts import Facts

Spans = Iterator[tuple[int, int]]
PLATFORM = "网络招聘服务管理规定"
NOTICE = "人社部等五部门关于规范网络平台招聘类信息发布的通知（2025）"
FRAUD = "反电信网络诈骗法"

SHUADAN = re.compile(
    r"刷(?:单|信誉|好评|销量|流水|评论|粉|赞|信用)|(?:有偿)?点赞(?:收藏|关注|评论|任务|员)*(?:刷单)?|(?:关注|收藏)(?:点赞|返现|返佣)|垫付|先垫|"
    r"做任务(?:返|赚|领)|(?:抖音|小红书|快手)(?:点赞|关注|涨粉)(?:员)?|好评返现|拍单返|补单|放单|派单返佣|佣金秒返|试用返现"
)
LURE = re.compile(
    r"(?:日入|月入|日赚|月赚|一天赚?|日收入|月收入|年入)[^,，。;；\n]{0,10}(?:不是梦|很?轻松|轻轻松松|随便|不难|不封顶)|"
    r"(?:轻松|躺着|动动手指?|在家|坐着)(?:就能|就可以?|也能)?(?:日入|月入|日赚|月赚|赚|挣)(?:过[百千万]|\d+|[一二两三四五六七八九]?[百千万]|钱)?|"
    r"(?:月入|日入|年入)过?(?:\d*万|千|[一二两三四五六七八九十百]+万|百万)|(?:日|月|天)赚\d+[-\d]*|躺赚|稳赚(?:不赔)?|暴富|一夜暴富|"
    r"高薪(?:诱惑|急聘|诚聘)|上不封顶[,，]?(?:轻松)?|零风险(?:高回报)?|不是梦|财务自由|日进斗金"
)
GROUP = re.compile(
    r"(?:先)?(?:请)?加?(?:我|一下)?(?:微信|微|薇信?|威信|徽信|VX|vx|Vx|WX|wx|V信|v信|V|QQ|qq|Q|飞机|"
    r"TG)?(?:号)?(?:后)?(?:进|入|拉|加)群(?:报名|详聊|接单|领任务|了解|抢单)?|加(?:微信|QQ|qq|Q|V)?群|"
    r"扫码(?:进群|入群|加群|添加|报名|加微信?)|(?:报名|有意|咨询|详情)?(?:请|先)?加(?:我|下|一下)?(?:微信|薇信?|威信|徽信|VX|vx|WX|wx|"
    r"V信|v信|V(?![a-z])|QQ|qq|企鹅|飞机)(?:号|报名|咨询|详聊|私聊)?|私(?:信|聊)(?:我|报名|领)|"
    r"下载[^,，。\n]{0,6}(?:APP|app|软件)(?:报名|注册)?"
)
MLM = re.compile(
    r"发展下[线级]|拉人头|下级(?:提成|返利|代理)|(?:多|三|二)级(?:分销|代理|返佣|提成)|团队裂变|裂变(?:团队|推广)|招(?:募)?(?:代理|下线)|"
    r"代理(?:加盟|商|招募)|直推(?:奖|提成)?|静态收益|拉新人入股|推荐\d+人|入股分红|层级奖|推荐奖"
)
GAMBLING = re.compile(
    r"博彩|菠菜|赌(?:场|博|球|坊)|棋牌(?:推广|室?荷官)|彩票(?:推广|代打|计划|投注)|荷官|网投|下注|时时彩|百家乐|德州扑克推广|代打(?:牌|流水)|电玩城上分|"
    r"体彩推广员"
)
ACCOUNT = re.compile(
    r"(?:出租|租借?|租用|收购?|借用?|买卖|出售|高价收)[^,，。;；\n]{0,6}(?:微信|支付宝|抖音|QQ|实名)?(?:账?号|银行卡|电话卡|手机卡|对公账户|"
    r"营业执照)|(?:微信|QQ|支付宝|抖音)(?:号)?(?:出租|租借|租号)|(?:辅助|人脸|扫脸|刷脸|实名)(?:解封|验证|认证|注册)(?:拉新)?|租号|收号|"
    r"挂机(?:账号|赚)|实名(?:开户|办卡)"
)
FINANCE = re.compile(
    r"跑分|洗钱|套现|(?:代办|办理|推广)(?:信用卡|贷款|网贷|pos机|POS机)|贷款(?:推广|中介|电销)|网贷|过流水|走流水|刷流水|银行卡走账|"
    r"(?:外汇|虚拟币|数字货币|USDT|比特币|配资|炒股)(?:群|推广|搬砖|代理|跟单|带单)?|征信(?:修复|洗白)|(?:取|转)(?:现金|钱)(?:返|提成|给佣金)|"
    r"车手|年化?(?:回报|收益)\d|保本|稳定收益|高利|民间借贷"
)
TRAINING = re.compile(
    r"(?:先|需要?|需|要)(?:交|付)?[^,，。\n]{0,4}(?:培训|学习)(?:费)?(?:\d+元?|后(?:才能)?(?:上岗|接单|分配))|学费|培训费|"
    r"(?:免费|包)?(?:教会|教学)包(?:就业|分配|接单)|包教包会|包学会|考(?:证|级)(?:报名|包过|培训)|报班|训练营|"
    r"(?:交|缴)[^,，。\n]{0,6}学(?:费|习费)|培训贷|先学后付|分期(?:付|学)|课程"
)
GUARANTEE = re.compile(
    r"保录(?:用|取)?|包(?:录取?|录用|入职|通过|过)(?!程)|(?:百分百|100%|百分之百)(?:录用|入职|录取|通过|上岗)|(?:来了?|到)就(?:录用|入职)|"
    r"内部(?:名额|推荐|指标)(?:保|包)|(?:不面试)?直接(?:包)?入职|包分配工作"
)
BRAND = re.compile(
    r"(?:富士康|华为|京东|顺丰|美团|饿了么|阿里(?:巴巴)?|淘宝|抖音|腾讯|比亚迪|苹果|特斯拉|小米|滴滴|海底捞|宁德时代|字节(?:跳动)?|拼多多|中通|圆通|盒马|"
    r"麦当劳|肯德基|立讯|菜鸟|国家电网|中石化|中石油|中国移动|铁路局|小红书)(?:集团|公司|科技|总部|物流|速运|平台|电商|外卖)?(?:官方|总部|内部|HR|人事|"
    r"hr)(?:直招|招聘|招募|直聘|渠道|通道|合作|授权|在招|代招)?|官方直招|总部直招|厂方直招|(?:官方|总部)(?:授权|指定)招聘"
)
ABROAD = re.compile(
    r"出国(?:打工|务工|劳务|工作)?|境外|海外(?:务工|劳务|工作|高薪)?|(?:新加坡|迪拜|柬埔寨|缅甸|缅北|老挝|菲律宾|泰国|越南|日本|韩国|澳洲|澳大利亚|德国|"
    r"加拿大|新西兰|以色列|沙特|非洲|安哥拉|俄罗斯|马来西亚|波兰|罗马尼亚)(?:务工|劳务|打工|高薪|招|工作|工地|工厂|项目)?"
)
RISKY_ABROAD = re.compile(r"柬埔寨|缅甸|缅北|老挝|菲律宾|金三角|妙瓦底|境外高薪")
CHARGE = re.compile(
    r"(?:费|押金|保证金|签证|中介|机票)[^,，。\n]{0,6}(?:\d|自理|自付|先交|垫)|(?:交|付|收)[^,，。\n]{0,5}\d+|包机票|偷渡|无需护照"
)
LABELLED_CITY = re.compile(
    r"(?:城市|地区|区域)\s*[:：]\s*(?P<city>[\u4e00-\u9fff]{2,4}?)市?(?=[\s,，。;；\n]|$)|"
    r"^\s*【(?P<head>[\u4e00-\u9fff]{2,4})市?】"
)
BODY_CITY = re.compile(
    r"(?:地址|地点|位置)\s*[:：]\s*(?:[\u4e00-\u9fff]{2,4}省)?(?P<city>[\u4e00-\u9fff]{2,4}?)市"
)


@CHECKS.rule(basis="不是招工信息，不进入审核")
def not_a_job(facts: Facts) -> Spans:
    """Somebody looks for work, or goods, a course or a system are offered and no worker is asked for."""
    if facts.stray:
        yield facts.stray.start, facts.stray.end


@CHECKS.rule(basis=FRAUD)
def shuadan(facts: Facts) -> Spans:
    """Paid likes, fake orders, money advanced."""
    yield from facts.find(SHUADAN)


@CHECKS.rule(basis="禁止传销条例")
def mlm(facts: Facts) -> Spans:
    """Recruiting people who recruit people."""
    yield from facts.find(MLM)


@CHECKS.rule(basis="刑法 303 条、治安管理处罚法")
def gambling(facts: Facts) -> Spans:
    """Promotion of betting, work for gamblers."""
    yield from facts.find(GAMBLING)


@CHECKS.rule(basis=f"{FRAUD} 31 条")
def account_rental(facts: Facts) -> Spans:
    """Renting out, selling or verifying accounts, cards and identities."""
    yield from facts.find(ACCOUNT)


@CHECKS.rule(basis=f"{FRAUD}、防范和处置非法集资条例")
def illegal_finance(facts: Facts) -> Spans:
    """Loans, cards, moving money for others."""
    yield from facts.find(FINANCE)


@CHECKS.rule(basis=f"{NOTICE}：禁止招转培")
def training_ad(facts: Facts) -> Spans:
    """A course is sold as a job."""
    yield from facts.find(TRAINING)


@CHECKS.rule(basis=NOTICE)
def lure(facts: Facts) -> Spans:
    """Earnings too good to be true."""
    yield from facts.find(LURE, unless_not=False)


@CHECKS.rule(basis=NOTICE)
def guaranteed_hire(facts: Facts) -> Spans:
    """Hiring is guaranteed."""
    yield from facts.find(GUARANTEE)


@CHECKS.rule(basis=f"{PLATFORM} 17 条：核验身份与委托")
def brand_impersonation(facts: Facts) -> Spans:
    """Claims to recruit for a big name itself; proof is to be shown."""
    yield from facts.find(BRAND)


@CHECKS.rule(basis="对外劳务合作管理条例")
def overseas(facts: Facts) -> Spans:
    """Work abroad with fees, or where recruiting is known for fraud."""
    if RISKY_ABROAD.search(facts.text) or CHARGE.search(facts.text):
        yield from facts.find(ABROAD)


@CHECKS.rule(basis=f"{PLATFORM}；{FRAUD}")
def off_platform_contact(facts: Facts) -> Spans:
    """One must join a chat group or add an account before learning anything."""
    for start, end in facts.find(GROUP):
        if "群" in facts.text[start:end] or not facts.phones:
            yield start, end


@CHECKS.rule(basis=DISCLOSURE)
def place_conflict(facts: Facts) -> Spans:
    """The field and the text name different cities."""
    field, body = LABELLED_CITY.search(facts.text), BODY_CITY.search(facts.text)
    if field and body and (field["city"] or field["head"]) != body["city"]:
        yield field.span()


@CHECKS.rule(basis=DISCLOSURE)
def obfuscation(facts: Facts) -> Spans:
    """Characters that look alike, invisible or split ones hide words."""
    origin = facts.source.origin
    for first, last in facts.source.disguised:
        inside = [i for i, at in enumerate(origin) if first <= at < last]
        if inside:
            yield inside[0], inside[-1] + 1
