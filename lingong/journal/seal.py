"""Seal events into a chain of digests, in batches; who writes events never waits for the sealer.

The sealer gives the position: an event committed late with a lower id is sealed later, and breaks nothing.
Reading and hashing happen outside any transaction; the head is moved by compare-and-set, so of two sealers
at once one extends the chain and the other gives way.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from .anchors import Anchor, write_anchor
from .digest import ALGORITHMS, link_digest, texts_of
from .models import Chain, Event, Link

log = structlog.get_logger(__name__)
BATCH = 500  # the transaction of a batch takes some ten milliseconds
LATEST = timedelta(hours=1)  # no transaction stays open for longer; the nightly look finds even those


class NoChain(Exception):
    """The row of the chain is gone: nothing is sealed until somebody has found out why (`lingong audit`)."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """How many events one run sealed, and where the chain ends now (None: nothing was ever sealed)."""

    count: int
    anchor: Anchor | None


def head() -> Chain:
    """Where the chain ends now. Raises NoChain."""
    chain = Chain.objects.first()
    if chain is None:
        raise NoChain("the table journal_chain is empty; run lingong audit")
    return chain


def unsealed() -> QuerySet[Event]:
    """Events that are not in the chain yet."""
    return Event.objects.exclude(Exists(Link.objects.filter(event_id=OuterRef("pk"))))


def seal(*, now: datetime, everything: bool = False, progress: Callable[[int], None] | None = None) -> int:
    """Extend the chain by what is not sealed yet; returns by how many events.

    everything  look at all ids, not only at those above what was sealed an hour ago
    progress    called after each batch with the number of events sealed so far
    """
    algorithm = settings.SEAL_DIGEST
    if algorithm not in ALGORITHMS:
        raise ValueError(f"SEAL_DIGEST is {algorithm!r}; it can be {', '.join(ALGORITHMS)}")
    count, after = 0, 0 if everything else _settled(now)
    while True:
        chain = head()  # first: whatever another sealer does from here on moves it
        ids = list(unsealed().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:BATCH])
        if not ids:
            return count
        links = _links(chain, ids, algorithm, now)
        if links and not _extend(chain, links):
            log.info("another_sealer", position=chain.position)
            return count
        count, after = count + len(links), ids[-1]
        if progress:
            progress(count)


def anchor(*, now: datetime) -> Anchor | None:
    """Write the head of the chain outside the database; None if nothing was ever sealed."""
    chain = head()
    if not chain.position:
        return None
    written = Anchor(chain.chain_id, chain.position, chain.digest, now)
    write_anchor(written)
    return written


def seal_and_anchor(now: datetime, progress: Callable[[int], None] | None = None) -> Sealed:
    """Seal every event there is and anchor the head: at the end of a demo, at night, by hand."""
    count = seal(now=now, everything=True, progress=progress)
    return Sealed(count, anchor(now=now))


def _settled(now: datetime) -> int:
    """An id below which no event can appear any more."""
    settled = Link.objects.filter(sealed_at__lt=now - LATEST).order_by("-position").first()
    return settled.event_id if settled else 0


def _links(chain: Chain, ids: Sequence[int], algorithm: str, now: datetime) -> list[Link]:
    """The links that follow the head. An event that cannot be read stays out, and `audit` counts it."""
    texts, links, previous = texts_of(ids), list[Link](), chain.digest
    for event_id in ids:
        text = texts.get(event_id)
        if text is None:
            log.error("event_cannot_be_sealed", event_id=event_id)
            continue
        position = chain.position + len(links) + 1
        link = Link(position=position, event_id=event_id, algorithm=algorithm, sealed_at=now)
        link.digest = previous = link_digest(chain.chain_id, link, previous, text)
        links.append(link)
    return links


def _extend(chain: Chain, links: Sequence[Link]) -> bool:
    """Append the links if the head still stands where they start; False if another sealer was first."""
    with transaction.atomic():
        mine = Chain.objects.filter(pk=chain.pk, position=chain.position, digest=chain.digest)
        if not mine.update(position=links[-1].position, digest=links[-1].digest):
            return False
        Link.objects.bulk_create(links)
        return True
