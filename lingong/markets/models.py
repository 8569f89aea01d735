from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from lingong.accounts.models import User
from lingong.accounts.rights import Right
from lingong.lib.record import SharedRecord
from lingong.scope.regions_of import region_q


class Tier(models.TextChoices):
    CITY = "city", "市级零工市场"
    COUNTY = "county", "县（区）零工市场"
    STATION = "station", "零工服务驿站"
    WINDOW = "window", "零工服务专窗"


class Mode(models.TextChoices):
    SELF_RUN = "self_run", "人社部门自行运作"
    NAME_PLATE = "name_plate", "公共就业服务机构加挂牌子"
    ENTRUSTED = "entrusted", "委托社会力量运行管理"


class MarketState(models.TextChoices):
    PLANNED = "planned", "规划中"
    SITED = "sited", "已选址"
    BUILDING = "building", "建设中"
    ACCEPTED = "accepted", "已验收"
    OPEN = "open", "运行"
    SUSPENDED = "suspended", "暂停"
    RELOCATING = "relocating", "搬迁中"
    WITHDRAWN = "withdrawn", "已退出"


PUBLIC_STATES = (MarketState.OPEN, MarketState.SUSPENDED, MarketState.RELOCATING)


class MarketQuerySet(models.QuerySet["Market"]):
    def public(self) -> "MarketQuerySet":
        return self.filter(state__in=PUBLIC_STATES)

    def visible_to(self, user: User | AnonymousUser) -> "MarketQuerySet":
        """What is public, and for staff all markets of their region."""
        return self.filter(Q(state__in=PUBLIC_STATES) | region_q(user, Right.MARKET_WRITE))


class Market(SharedRecord):
    """A place, online or on site, where gig workers and employers meet."""

    code = models.CharField("市场编码", max_length=40, unique=True)
    name = models.CharField("名称", max_length=80)
    tier = models.CharField("层级", max_length=10, choices=Tier)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="上级市场",
    )
    mode = models.CharField("运行方式", max_length=12, choices=Mode, blank=True, default="")
    host_body = models.CharField("挂牌机构", max_length=120, blank=True, default="")
    operator_uscc = models.CharField("承接主体信用代码", max_length=18, blank=True, default="")
    contract_until_date = models.DateField("委托到期", null=True, blank=True)
    region = models.CharField("所在区县", max_length=12)
    address = models.CharField("地址", max_length=200, blank=True, default="")
    lat = models.FloatField("纬度", null=True, blank=True)
    lon = models.FloatField("经度", null=True, blank=True)
    coordinate_source = models.CharField("坐标来源", max_length=60, blank=True, default="")
    hours_text = models.CharField("运行时间", max_length=200, blank=True, default="")
    trades = models.JSONField("职业（工种、岗位）", default=list, blank=True)
    contact = models.CharField("联系方式", max_length=60, blank=True, default="")
    area_m2 = models.PositiveIntegerField("面积", null=True, blank=True)
    opened_text = models.CharField("启用时间", max_length=20, blank=True, default="")
    state = models.CharField("状态", max_length=12, choices=MarketState, default=MarketState.PLANNED)
    source = models.CharField("信息来源", max_length=200, blank=True, default="")

    objects = MarketQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                # Said outright: a comparison with NULL would let half a point pass.
                condition=Q(lat=None, lon=None)
                | Q(lat__isnull=False, lon__isnull=False, lat__range=(3, 54), lon__range=(73, 136)),
                name="markets_market_in_china",
                violation_error_message="经纬度要么都不填，要么是国内的一点，请检查是否写反。",
            ),
            models.CheckConstraint(
                condition=~Q(mode=Mode.ENTRUSTED) | ~Q(operator_uscc=""),
                name="markets_market_entrusted_has_operator",
                violation_error_message="委托运行的市场要填承接主体的信用代码。",
            ),
            models.CheckConstraint(
                condition=~Q(mode=Mode.NAME_PLATE) | ~Q(host_body=""),
                name="markets_market_name_plate_has_host",
                violation_error_message="加挂牌子的市场要填挂牌的机构。",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["region", "state"], name="markets_market_region")]

    def __str__(self) -> str:
        return self.name

    @property
    def missing_public_fields(self) -> list[str]:
        """Which of the four facts that must be public are blank: address, hours, trades, contact."""
        facts = {
            "地址": self.address,
            "运行时间": self.hours_text,
            "工种": self.trades,
            "联系方式": self.contact,
        }
        return [title for title, value in facts.items() if not value]


class Opening(models.Model):
    """Regular hours: on these weekdays, in this season, from … to …; a market may have several."""

    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="openings")
    weekdays = models.JSONField("星期", default=list)  # 1 = Monday … 7 = Sunday
    from_month_day = models.CharField("起（月-日）", max_length=5, default="01-01")
    until_month_day = models.CharField("止（月-日）", max_length=5, default="12-31")
    opens = models.TimeField("开门")
    closes = models.TimeField("关门")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(closes__gt=models.F("opens")), name="markets_opening_order")
        ]

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}–{self.closes:%H:%M}"
