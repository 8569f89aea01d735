"""What rows of divisions must satisfy together: parents, successors, periods that do not overlap."""

from collections import defaultdict
from collections.abc import Mapping

from lingong.lib.report import ImportReport
from lingong.regions.reading import DivisionRow, Key


def check_relations(
    new: Mapping[Key, DivisionRow], merged: Mapping[Key, DivisionRow], report: ImportReport
) -> None:
    """Refuse rows of `new` that do not fit `merged`, which holds the stored rows and the new ones."""
    by_code: defaultdict[str, list[DivisionRow]] = defaultdict(list)
    for row in merged.values():
        by_code[row.code].append(row)
    for row in new.values():
        if row.parent_code and row.parent_code not in by_code:
            report.refuse(row.line, "parent_code", f"没有 {row.parent_code} 这个上级，先导入上级")
        for successor in filter(None, row.successor_codes.split(",")):
            if successor not in by_code:
                report.refuse(row.line, "successors", f"没有 {successor} 这个代码")
        for other in by_code[row.code]:
            if other is not row and _overlap(row, other):
                report.refuse(row.line, "valid_from", f"有效期与 {other.name}（{other.valid_from} 起）重叠")


def _overlap(one: DivisionRow, other: DivisionRow) -> bool:
    one_ends_first = one.valid_to is not None and one.valid_to <= other.valid_from
    other_ends_first = other.valid_to is not None and other.valid_to <= one.valid_from
    return not (one_ends_first or other_ends_first)


def name_in_full(merged: Mapping[Key, DivisionRow]) -> None:
    """Write the full name of every row from the latest names above it: 江苏省 + 宿迁市 + 宿城区."""
    latest: dict[str, DivisionRow] = {}
    for row in sorted(merged.values(), key=lambda row: (row.level, row.valid_from)):
        latest[row.code] = row
        parent = latest.get(row.parent_code)
        row.full_name = f"{parent.full_name}{row.name}" if parent else row.name
