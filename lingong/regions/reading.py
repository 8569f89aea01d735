"""Rows of a table of divisions: what the columns mean and what a single row must satisfy.

code         6 digits, 9 for a town; a special zone: parent's 6 digits, a dash, 2 to 5 characters
name, level  level 1 province, 2 city, 3 county, 4 town
parent_code  empty for provinces
valid_from, valid_to   2026-11-22; valid_to is the first day on which the row no longer holds, or empty
successors   codes with a space between, only where valid_to is given
lat, lon     degrees, both or neither
zone_kind    开发区, 新区 or 园区 makes the row a special zone; members = code prefixes with a space between
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from lingong.lib.report import ImportReport
from lingong.lib.table import read_table
from lingong.regions import models
from lingong.regions.codes import is_code, is_zone, lineage, prefix

REQUIRED = ("code", "name", "level", "parent_code", "valid_from")
OPTIONAL = ("valid_to", "successors", "lat", "lon", "zone_kind", "members")
LEVEL_OF_PREFIX = {2: models.PROVINCE, 4: models.CITY, 6: models.COUNTY, 9: models.TOWN}
NAME_LENGTH = 60
MOST_SUCCESSORS = 12

Key = tuple[str, date]
Cells = dict[str, str]
Value = TypeVar("Value")


class WrongCell(Exception):
    """One cell that cannot be taken: its column and why."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(f"{column}: {reason}")
        self.column = column
        self.reason = reason


@dataclass(slots=True)
class DatedRow:
    code: str
    valid_from: date
    valid_to: date | None
    name: str
    level: int
    parent_code: str


@dataclass(slots=True)
class DivisionRow(DatedRow):
    successor_codes: str = ""
    lat: float | None = None
    lon: float | None = None
    full_name: str = ""
    line: int = field(default=0, compare=False)


@dataclass(slots=True)
class ZoneRow(DatedRow):
    kind: str = ""
    member_prefixes: list[str] = field(default_factory=list)
    line: int = field(default=0, compare=False)


Rows = tuple[dict[Key, DivisionRow], dict[Key, ZoneRow]]


def read_rows(path: Path, report: ImportReport) -> Rows:
    """Every good row by code and first day; every bad one refused in `report`."""
    divisions: dict[Key, DivisionRow] = {}
    zones: dict[Key, ZoneRow] = {}
    for line, cells in read_table(path, report, required=REQUIRED, optional=OPTIONAL):
        try:
            if cells["zone_kind"]:
                _take(zones, zone_row(line, cells))
            else:
                _take(divisions, division_row(line, cells))
        except WrongCell as wrong:
            report.refuse(line, wrong.column, wrong.reason)
    if report.ok and not divisions and not zones:
        report.refuse(0, "", "表里一行内容也没有")
    return divisions, zones


def division_row(line: int, cells: Cells) -> DivisionRow:
    """One division. Raises WrongCell."""
    code = cells["code"]
    if not is_code(code):
        raise WrongCell("code", "应为 6 位数字，乡镇为 9 位")
    level, parent = _level(cells), cells["parent_code"]
    if level != LEVEL_OF_PREFIX[len(prefix(code))]:
        raise WrongCell("level", f"与代码 {code} 不符")
    above = lineage(code)[1:] if level > models.PROVINCE else [""]
    if parent not in above or parent == code:
        raise WrongCell("parent_code", f"应是 {'、'.join(above)} 之一" if parent else "没有填上级")
    start, end = _period(cells)
    lat, lon = _place(cells)
    successors = cells["successors"].split()
    if successors and end is None:
        raise WrongCell("successors", "没有失效日期，不能有后继代码")
    if code in successors or not all(map(is_code, successors)):
        raise WrongCell("successors", "应是别的区划的代码，中间用空格隔开")
    if len(successors) > MOST_SUCCESSORS:
        raise WrongCell("successors", f"最多 {MOST_SUCCESSORS} 个")
    after = "".join(f",{successor}" for successor in successors)
    return DivisionRow(code, start, end, _name(cells), level, parent, after, lat, lon, line=line)


def zone_row(line: int, cells: Cells) -> ZoneRow:
    """One special zone. Raises WrongCell."""
    code, kind, members = cells["code"], cells["zone_kind"], cells["members"].split()
    if kind not in dict(models.ZONE_KINDS):
        raise WrongCell("zone_kind", f"应是{'、'.join(dict(models.ZONE_KINDS))}之一")
    if not is_zone(code):
        raise WrongCell("code", "写成上级 6 位代码加 - 加 2 到 5 位大写字母或数字")
    if cells["parent_code"] != code[:6]:
        raise WrongCell("parent_code", f"应是代码的前 6 位 {code[:6]}")
    if not members or not all(member.isdecimal() and 4 <= len(member) <= 9 for member in members):
        raise WrongCell("members", "应是它包含的代码前缀（4 到 9 位数字），中间用空格隔开")
    start, end = _period(cells)
    return ZoneRow(code, start, end, _name(cells), _level(cells), code[:6], kind, members, line=line)


def _take(rows: dict[Key, Value], row: Value) -> None:
    key = (row.code, row.valid_from)  # type: ignore[attr-defined]
    if key in rows:
        raise WrongCell("code", f"与第 {rows[key].line} 行重复")  # type: ignore[attr-defined]
    rows[key] = row


def _name(cells: Cells) -> str:
    if not cells["name"]:
        raise WrongCell("name", "没有填名称")
    if len(cells["name"]) > NAME_LENGTH:
        raise WrongCell("name", f"太长，最多 {NAME_LENGTH} 个字")
    return cells["name"]


def _level(cells: Cells) -> int:
    if cells["level"] not in ("1", "2", "3", "4"):
        raise WrongCell("level", "应为 1 省、2 市、3 县或 4 乡")
    return int(cells["level"])


def _period(cells: Cells) -> tuple[date, date | None]:
    start = _read(cells, "valid_from", date.fromisoformat, "应写成 2026-11-22 这样的日期")
    if not cells["valid_to"]:
        return start, None
    end = _read(cells, "valid_to", date.fromisoformat, "应写成 2026-11-22 这样的日期")
    if end <= start:
        raise WrongCell("valid_to", "要晚于开始日期")
    return start, end


def _place(cells: Cells) -> tuple[float | None, float | None]:
    if not cells["lat"] and not cells["lon"]:
        return None, None
    lat = _read(cells, "lat", float, "应是纬度的数字，与经度一起填")
    lon = _read(cells, "lon", float, "应是经度的数字，与纬度一起填")
    if not (0 <= lat <= 60 and 70 <= lon <= 140):
        raise WrongCell("lat", "不在中国境内，检查经纬度是不是写反了")
    return lat, lon


def _read(cells: Cells, column: str, convert: Callable[[str], Value], reason: str) -> Value:
    try:
        return convert(cells[column])
    except ValueError as error:
        raise WrongCell(column, reason) from error
