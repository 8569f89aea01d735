"""Reading a table somebody made: CSV in UTF-8, plain or gzipped, every mistake with its line."""

import csv
import gzip
import io
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path

from lingong.lib.report import ImportReport

MAX_BYTES = 64 * 1024 * 1024  # unpacked: no table of ours comes near it
GZIP_MAGIC = b"\x1f\x8b"


def read_table(
    path: Path, report: ImportReport, *, required: Collection[str], optional: Collection[str] = ()
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line, cells) with stripped text, "" where an optional column is missing.

    What cannot be read is refused in `report`; a file that is not a table at all yields nothing.
    """
    text = _text(path, report)
    if text is None:
        return
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if not _header_fits([name.strip() for name in reader.fieldnames or []], report, required, optional):
            return
        reader.fieldnames = [name.strip() for name in reader.fieldnames or []]
        for row in reader:
            if row.pop(None, None) is not None:
                report.refuse(reader.line_num, "", "格子比表头多，检查是不是多了逗号")
                continue
            cells = dict.fromkeys(optional, "")
            cells |= {name: (value or "").strip() for name, value in row.items()}
            if any(cells.values()):
                yield reader.line_num, cells
    except csv.Error:
        report.refuse(reader.line_num, "", "引号没有配对，或这一行不是表格内容")


def _text(path: Path, report: ImportReport) -> str | None:
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == GZIP_MAGIC
        with gzip.open(path) if packed else path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            report.refuse(0, "", f"文件太大，最多 {MAX_BYTES // 1024 // 1024} MB")
            return None
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        report.refuse(0, "", "不是 UTF-8 编码，请另存为“CSV UTF-8”")
    except FileNotFoundError:
        report.refuse(0, "", "没有这个文件")
    except (OSError, EOFError, zlib.error):
        report.refuse(0, "", "打不开，或压缩文件不完整")
    return None


def _header_fits(
    names: list[str], report: ImportReport, required: Collection[str], optional: Collection[str]
) -> bool:
    problems = {
        "缺少列": [name for name in required if name not in names],
        "不认识的列": [name or "（空）" for name in names if name not in {*required, *optional}],
        "重复的列": sorted({name for name in names if names.count(name) > 1}),
    }
    for problem, columns in problems.items():
        if columns:
            report.refuse(1, "", f"{problem}：{'、'.join(columns)}")
    return not any(problems.values())
