"""Walk the chain from its first link, with the anchors beside it, and name the first thing that is wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError
from django.db.models import Count, Max, Min, Q

from .anchors import CHAIN_ID, Anchors, read_anchors
from .digest import ALGORITHMS, UNREADABLE, link_digest, texts_of
from .models import Chain, Link
from .seal import unsealed

CHUNK = 500


class Broken(Exception):
    """The first thing wrong: `code` for programs, `text` for people, where in the chain and at which event."""

    def __init__(self, code: str, text: str, position: int = 0, event: int | None = None) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.position = position
        self.event = event


@dataclass(slots=True)
class Report:
    """What was found. Intact unless `broken`; an unsealed or unanchored tail is only told."""

    chain: str = ""
    sealed: int = 0
    unsealed: int = 0
    unsealed_below: int = 0  # of these, with an id below the highest sealed: late commits, or put in
    oldest_unsealed_at: datetime | None = None
    anchors: int = 0
    anchored: int = 0  # the last position an anchor vouches for
    torn_anchors: int = 0
    files_of_other_chains: int = 0
    broken: Broken | None = None

    @property
    def unanchored(self) -> int:
        return self.sealed - self.anchored


def audit(*, progress: Callable[[int], None] | None = None) -> Report:
    """Check every link against its event, its neighbours and the anchors; reads in chunks, locks nothing.

    progress  called after each chunk with the number of links checked so far
    """
    report = Report()
    try:
        chain = _chain()
        report.chain = chain.chain_id
        anchors = read_anchors(chain.chain_id)  # before the links: the chain can only be longer than they say
        report.anchors, report.torn_anchors = anchors.count, anchors.torn
        report.files_of_other_chains = anchors.of_others
        _Walk(report, anchors, progress).to_the_end()
        _require_anchors_met(report, anchors)
    except Broken as broken:
        report.broken = broken
    _count_unsealed(report)
    return report


class _Walk:
    """Where the walk along the chain stands: `report.sealed` is the position, `digest` that of its link."""

    def __init__(self, report: Report, anchors: Anchors, progress: Callable[[int], None] | None) -> None:
        self.report = report
        self.anchors = anchors
        self.progress = progress
        self.digest = ""

    def to_the_end(self) -> None:
        """Check all links, also those a sealer adds meanwhile, and that the head is where they end."""
        while True:
            while self._chunk():
                pass
            head = _chain()
            if not Link.objects.filter(position__gt=self.report.sealed).exists():
                break
        ends = (self.report.chain, self.report.sealed, self.digest)
        if (head.chain_id, head.position, head.digest) == ends:
            return
        text = f"链头记到第 {head.position} 位，链本身到第 {self.report.sealed} 位为止，两者对不上：尾部被切掉或改过。"
        raise Broken("head", text, min(head.position, self.report.sealed) + 1)

    def _chunk(self) -> int:
        after = Link.objects.filter(position__gt=self.report.sealed).order_by("position")
        links = list(after[:CHUNK])
        texts = texts_of([link.event_id for link in links])
        for link in links:
            self._step(link, texts)
        if links and self.progress:
            self.progress(self.report.sealed)
        return len(links)

    def _step(self, link: Link, texts: dict[int, str | None]) -> None:
        due, event = self.report.sealed + 1, link.event_id
        if link.position != due:
            raise Broken("link_missing", f"缺第 {due} 环（下一环是第 {link.position} 位）。", due)
        if event not in texts:
            raise Broken("event_missing", f"第 {due} 环封存的事件 {event} 不见了。", due, event)
        text = texts[event]
        if text is None or link.algorithm not in ALGORITHMS or not self._holds(link, text):
            what = "内容读不出来" if text is None else "与封存时不一样：事件或这一环被改过、换过位置"
            raise Broken("changed", f"第 {due} 环（事件 {event}）{what}。", due, event)
        anchored = self.anchors.digests.get(due)
        if anchored and anchored != {link.digest}:
            since = self.report.anchored + 1
            text = f"第 {due} 环与当时的锚不符：第 {since} 至 {due} 环之间有事件被改过，链又重新封过。"
            raise Broken("anchor_differs", text, due, event)
        self.report.sealed, self.digest = due, link.digest
        if anchored:
            self.report.anchored = due

    def _holds(self, link: Link, text: str) -> bool:
        return link.digest == link_digest(self.report.chain, link, self.digest, text)


def _chain() -> Chain:
    chain = Chain.objects.first()
    if chain is None:
        raise Broken("no_chain", "链头（表 journal_chain 的那一行）不见了。")
    if not CHAIN_ID.fullmatch(chain.chain_id):
        raise Broken("no_chain", "链号不是本系统给的样子，找不到它的锚。")
    return chain


def _require_anchors_met(report: Report, anchors: Anchors) -> None:
    """No anchor may lie beyond the chain, and none may be spoilt."""
    furthest = max(anchors.digests, default=0)
    if furthest > report.sealed:
        text = f"链只到第 {report.sealed} 位，锚却证明到过第 {furthest} 位：尾部被切掉，或用了旧的备份。"
        raise Broken("shorter_than_anchor", text, report.sealed + 1)
    if anchors.spoilt:
        raise Broken("anchor_spoilt", f"锚文件 {anchors.spoilt[0]} 这一行不是这条链的锚：锚被改过。")


def _count_unsealed(report: Report) -> None:
    top = Link.objects.aggregate(top=Max("event_id"))["top"] or 0
    found = unsealed().aggregate(all=Count("pk"), below=Count("pk", filter=Q(pk__lt=top)))
    report.unsealed, report.unsealed_below = found["all"], found["below"]
    if report.unsealed:
        report.oldest_unsealed_at = _oldest()


def _oldest() -> datetime | None:
    """When the oldest unsealed event happened; None where such a moment cannot be read."""
    try:
        oldest: datetime | None = unsealed().aggregate(at=Min("at"))["at"]
    except (*UNREADABLE, DatabaseError):
        return None
    return oldest
