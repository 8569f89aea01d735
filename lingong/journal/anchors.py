"""Anchors: the head of the chain, written where whoever can change the database cannot change it too.

Without one, a tail cut off or sealed anew goes unnoticed. Each sink named in settings.ANCHOR_SINKS is called
with the head every period, also when it has not moved: silence is a sign as well. The file is the sink that
`audit` reads; what a mail or another node kept is read when its lines lie in the same folder.
"""

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

import structlog
from django.conf import settings
from django.utils.module_loading import import_string

log = structlog.get_logger(__name__)
CHAIN_ID = re.compile(r"[0-9a-f]{32}")
TAIL = 1024  # bytes, more than one line takes


@dataclass(frozen=True, slots=True)
class Anchor:
    """At `at`, the chain of this id had this digest at this position."""

    chain: str
    position: int
    digest: str
    at: datetime

    def as_line(self) -> str:
        return json.dumps(asdict(self) | {"at": self.at.isoformat()}) + "\n"


Sink = Callable[[Anchor], None]


class NotAnchored(Exception):
    """Some sinks failed; the others have the anchor."""


@dataclass(slots=True)
class Anchors:
    """What lies in the folder for one chain: digests by position; lines cut short; lines that are no anchors."""

    digests: dict[int, set[str]] = field(default_factory=dict)
    count: int = 0
    torn: int = 0
    spoilt: list[str] = field(default_factory=list)
    of_others: int = 0


def write_anchor(anchor: Anchor) -> None:
    """Hand the anchor to every sink. Raises NotAnchored, after all were tried, if one failed."""
    failed = []
    for path in settings.ANCHOR_SINKS:
        sink: Sink = import_string(path)
        try:
            sink(anchor)
        except Exception as error:  # one sink's fault must not keep the anchor from the others
            log.error("anchor_sink_failed", sink=path, error=type(error).__name__)
            failed.append(f"{path} ({error})")
    if failed:
        raise NotAnchored("; ".join(failed))


def to_file(anchor: Anchor) -> None:
    """Append to the chain's file unless its last line says the same; on the disk when this returns."""
    path = Path(settings.ANCHORS) / f"anchors-{anchor.chain}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    made = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.lseek(descriptor, -min(TAIL, os.fstat(descriptor).st_size), os.SEEK_END)
        tail = os.read(descriptor, TAIL).decode("ascii", "replace")
        if _same(tail, anchor):
            return
        # A line cut short by a full disk or a power cut stays what it is; the next begins on its own.
        line = ("\n" if tail and not tail.endswith("\n") else "") + anchor.as_line()
        if os.write(descriptor, line.encode("ascii")) != len(line):
            raise OSError(f"{path.name} could not be written to its end")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if made:
        _sync_folder(path.parent)


def read_anchors(chain_id: str) -> Anchors:
    """The anchors of a chain, found by its id in every file of the folder that carries it."""
    found, folder = Anchors(), Path(settings.ANCHORS)
    for path in sorted(folder.glob("anchors-*.jsonl")):
        if not path.name.startswith(f"anchors-{chain_id}"):
            found.of_others += 1
            continue
        for number, line in enumerate(_lines(path), 1):
            _take(found, chain_id, line, f"{path.name}:{number}")
    return found


def _take(found: Anchors, chain_id: str, line: str, where: str) -> None:
    try:
        content = json.loads(line)
        position = content["position"]
        if content["chain"] != chain_id or not isinstance(position, int) or position < 1:
            raise ValueError("no anchor of this chain")
        found.digests.setdefault(position, set()).add(str(content["digest"]))
        found.count += 1
    except (ValueError, TypeError, KeyError):
        if line.startswith("{") and not line.endswith("}"):
            found.torn += 1
        else:
            found.spoilt.append(where)


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="ascii", errors="replace") as lines:
        yield from (line.strip() for line in lines if line.strip())


def _same(tail: str, anchor: Anchor) -> bool:
    if not tail.endswith("\n"):
        return False
    last = Anchors()
    _take(last, anchor.chain, tail.splitlines()[-1], "")
    return anchor.digest in last.digests.get(anchor.position, ())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
