"""Divisions and special zones as dated rows.

A code is stored with 6 digits for provinces (510000), cities (510100) and counties (510104), and with
9 for towns (510104017).  A row holds from `valid_from` up to, not including, `valid_to`.
"""

from datetime import date
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

PROVINCE, CITY, COUNTY, TOWN = 1, 2, 3, 4
LEVELS = [(PROVINCE, "省级"), (CITY, "市级"), (COUNTY, "县级"), (TOWN, "乡级")]
ZONE_KINDS = [("开发区", "开发区"), ("新区", "新区"), ("园区", "园区")]

code_form = RegexValidator(r"^[1-9][0-9]{5}([0-9]{3})?$", "区划代码是 6 位数字，乡镇是 9 位")
zone_code_form = RegexValidator(
    r"^[1-9][0-9]{5}-[0-9A-Z]{2,5}$", "写成上级 6 位代码加 - 加 2 到 5 位字母或数字"
)


class DatedQuerySet(models.QuerySet[Any]):
    def current(self, day: date) -> "DatedQuerySet":
        """Rows in force on `day`."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)


class Dated(models.Model):
    """What divisions and zones share: a name, a level, a parent, and the time it holds."""

    name = models.CharField("名称", max_length=60)
    level = models.PositiveSmallIntegerField("级别", choices=LEVELS)
    parent_code = models.CharField("上级代码", max_length=12, blank=True, default="", db_index=True)
    valid_from = models.DateField("开始日期")
    valid_to = models.DateField("失效日期", null=True, blank=True, help_text="这一天起不再有效")

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True


class Division(Dated):
    """A province, city, county or town under one code for one stretch of time."""

    code = models.CharField("区划代码", max_length=12, validators=[code_form])
    full_name = models.CharField("全称", max_length=250)
    # Every code preceded by a comma (",370116,370117"), so that one LIKE finds predecessors.
    successor_codes = models.CharField("后继代码", max_length=120, blank=True, default="")
    lat = models.FloatField("纬度", null=True, blank=True)
    lon = models.FloatField("经度", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "行政区划"
        constraints = [
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="division_once",
                violation_error_message="同一代码同一开始日期已有一行",
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(valid_to=None),
                name="division_one_open",
                violation_error_message="同一代码只能有一行没有失效日期",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="division_dates",
                violation_error_message="失效日期要晚于开始日期",
            ),
            models.CheckConstraint(
                condition=Q(level__in=[PROVINCE, CITY, COUNTY, TOWN]),
                name="division_level",
                violation_error_message="级别是 1 省、2 市、3 县、4 乡",
            ),
            models.CheckConstraint(
                # Said outright: a comparison with NULL would let half a point pass.
                condition=Q(lat=None, lon=None)
                | Q(lat__isnull=False, lon__isnull=False, lat__range=(0, 60), lon__range=(70, 140)),
                name="division_place",
                violation_error_message="经纬度要么都不填，要么是中国境内的一点",
            ),
        ]
        indexes = [
            models.Index(fields=["valid_to"], condition=~Q(valid_to=None), name="division_ended"),
            models.Index(fields=["name"], name="division_name"),
        ]

    def __str__(self) -> str:
        return f"{self.full_name} {self.code}"

    @property
    def successors(self) -> list[str]:
        """Codes that took over when this one ended."""
        return [code for code in self.successor_codes.split(",") if code]


class SpecialZone(Dated):
    """A development zone, new area or park: a named set of code prefixes with its own level and parent."""

    code = models.CharField("代码", max_length=12, validators=[zone_code_form])
    kind = models.CharField("类别", max_length=3, choices=ZONE_KINDS)
    member_prefixes = models.JSONField("包含的代码前缀", default=list)

    class Meta:
        verbose_name = verbose_name_plural = "开发区、新区、园区"
        constraints = [
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="zone_once",
                violation_error_message="同一代码同一开始日期已有一行",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="zone_dates",
                violation_error_message="失效日期要晚于开始日期",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.code}"
