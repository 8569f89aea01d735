"""Events to seal, and what somebody with the database in his hands can do to them."""

from datetime import timedelta
from random import Random

from django.db.models import F

from lingong.journal.digest import link_digest, texts_of
from lingong.journal.models import Chain, Event, Link
from tests.cast import SATURDAY


def make_events(count: int, *, first_id: int = 0, rng: Random | None = None) -> list[Event]:
    """Events in the order of their ids; `first_id` 0 lets the database number them."""
    rng = rng or Random(1)
    events = [
        Event(
            kind=rng.choice(["posting.published", "engagement.confirmed"]), object_kind="posting",
            object_id=f"{rng.getrandbits(64):x}", region="321311", actor=f"u{rng.randrange(9)}", side="staff",
            via="desk", assisting=rng.choice(["", "p1"]), data={"places": n, "codes": ["a", "b"]},
            at=SATURDAY + timedelta(seconds=n), **({"pk": first_id + n} if first_id else {}),
        )
        for n in range(count)
    ]  # fmt: skip
    return Event.objects.bulk_create(events)


def seal_anew(first: int) -> None:
    """Digest the chain anew from position `first`, as somebody would who has the code and the database."""
    chain = Chain.objects.get()
    before = Link.objects.filter(position=first - 1).first()
    previous = before.digest if before else ""
    for link in Link.objects.filter(position__gte=first).order_by("position"):
        link.digest = previous = link_digest(
            chain.chain_id, link, previous, texts_of([link.event_id])[link.event_id]
        )
        Link.objects.filter(pk=link.pk).update(digest=link.digest)
    end_at(Link.objects.order_by("position").last())


def end_at(link: Link | None) -> None:
    """Set the head to a link, so that the chain looks whole."""
    Chain.objects.update(position=link.position if link else 0, digest=link.digest if link else "")


def close_up(position: int) -> None:
    """Move all links behind a gap at `position` up by one."""
    for later in Link.objects.filter(position__gt=position).order_by("position").values_list("pk", flat=True):
        Link.objects.filter(pk=later).update(position=F("position") - 1)
