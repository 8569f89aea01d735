"""Many rows through the checks and constraints of one verb, in chunks with short transactions.

Whoever looks at a row alone does so before the transaction (`check`); what only the database knows, it
says while the chunk is written, and the chunk is halved until the row that was refused stands alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from .integrity import refusing
from .refusal import Refusal
from .report import Progress

CHUNK = 1000
Row = TypeVar("Row")
Checked = TypeVar("Checked")
Found = tuple[int, Checked]


@dataclass(slots=True)
class BatchReport:
    """Public ids written, in the order of the rows; and each row refused (from 0) with its reason."""

    written: list[str] = field(default_factory=list)
    refused: list[tuple[int, Refusal]] = field(default_factory=list)


def in_chunks(
    rows: Sequence[Row],
    *,
    check: Callable[[Row], Checked],
    write: Callable[[Sequence[Checked]], list[str]],
    refusals: Mapping[str, Refusal],
    progress: Progress | None = None,
) -> BatchReport:
    """Check every row and write those that pass; no refused row leaves anything behind.

    write     writes all it is given and returns their public ids; it runs inside a transaction
    refusals  as for `refusing`: constraint → what to say
    """
    report = BatchReport()
    for begin in range(0, len(rows), CHUNK):
        good: list[Found[Checked]] = []
        for number, row in enumerate(rows[begin : begin + CHUNK], start=begin):
            try:
                good.append((number, check(row)))
            except Refusal as refusal:
                report.refused.append((number, refusal))
        _write(good, write, refusals, report)
        if progress:
            progress(min(begin + CHUNK, len(rows)), len(rows))
    report.refused.sort(key=lambda pair: pair[0])
    return report


def _write(
    good: Sequence[Found[Checked]],
    write: Callable[[Sequence[Checked]], list[str]],
    refusals: Mapping[str, Refusal],
    report: BatchReport,
) -> None:
    if not good:
        return
    try:
        with refusing(refusals):
            written = write([row for _, row in good])
    except Refusal as refusal:
        if len(good) == 1:
            report.refused.append((good[0][0], refusal))
            return
        half = len(good) // 2
        _write(good[:half], write, refusals, report)
        _write(good[half:], write, refusals, report)
        return
    report.written += written
