"""What an import did: counts, and every row that was wrong with its line and reason."""

from collections.abc import Callable
from dataclasses import dataclass, field

Progress = Callable[[int, int], None]
"""Called now and then with (rows done, rows in all)."""


@dataclass(frozen=True, slots=True)
class RowError:
    """One wrong cell. `line` counts from 1 with the header; 0 means the file as a whole."""

    line: int
    field: str
    reason: str

    def __str__(self) -> str:
        where = f"第 {self.line} 行" if self.line else "整个文件"
        return f"{where}：{self.field} {self.reason}" if self.field else f"{where}：{self.reason}"


@dataclass(slots=True)
class ImportReport:
    """Rows created, updated and found unchanged; with errors, nothing was written."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    errors: list[RowError] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.errors

    def refuse(self, line: int, field: str, reason: str) -> None:
        """Note one wrong cell."""
        self.errors.append(RowError(line, field, reason))

    def __str__(self) -> str:
        if self.errors:
            return f"有 {len(self.errors)} 处要改，一行都没有写入；改好后再导入一次"
        return f"新增 {self.created} 行，更新 {self.updated} 行，没有变化 {self.unchanged} 行"
