"""300 ways to change what happened, drawn at random: each is noticed, or its place is told to be unanchored.

Positions 1 to ANCHORED are sealed and anchored, those up to SEALED are sealed only, three events are neither.
"""

from datetime import timedelta
from random import Random

import pytest
from django.db import transaction
from django.db.models import F

from lingong.journal import digest
from lingong.journal.anchors import Anchors
from lingong.journal.audit import audit
from lingong.journal.models import Chain, Event, Link
from lingong.journal.seal import seal, seal_and_anchor
from tests.cast import SATURDAY
from tests.journal.sealing import close_up, end_at, make_events, seal_anew

pytestmark = pytest.mark.django_db
ANCHORED, SEALED, LOOSE = 12, 18, 3
TIMES = 25  # times each way is tried: 12 ways, 300 tamperings
CHANGES = {
    **{name: lambda event, name=name: getattr(event, name) + "x" for name in digest.TEXTS},
    "at": lambda event: event.at + timedelta(microseconds=1),
    "data": lambda event: event.data | {"places": event.data["places"] + 1},
}


@pytest.fixture
def chain(settings, tmp_path):
    settings.ANCHORS = tmp_path
    make_events(ANCHORED, first_id=100)
    seal_and_anchor(SATURDAY)
    make_events(SEALED - ANCHORED, first_id=500)
    seal(now=SATURDAY)
    make_events(LOOSE, first_id=900)


def event_at(position):
    return Event.objects.get(pk=Link.objects.get(position=position).event_id)


def change(rng, position):
    """Change one column of the event at a position."""
    event, name = event_at(position), rng.choice(sorted(CHANGES))
    Event.objects.filter(pk=event.pk).update(**{name: CHANGES[name](event)})


# Each way changes something and returns (code or codes that may be reported, position; 0: not noticed but told).
def change_an_event(rng):
    position = rng.randint(1, SEALED)
    change(rng, position)
    return {"changed"}, position


def delete_an_event(rng):
    position = rng.randint(1, SEALED)
    event_at(position).delete()
    return {"event_missing"}, position


def delete_event_and_link(rng):
    position = rng.randint(1, SEALED - 1)
    event_at(position).delete()
    Link.objects.get(position=position).delete()
    return {"link_missing"}, position


def delete_and_close_up(rng):
    position = delete_event_and_link(rng)[1]
    close_up(position)
    return {"changed"}, position


def swap_two_events(rng):
    one, other = sorted(rng.sample(range(1, SEALED + 1), 2))
    ids = event_at(one).pk, event_at(other).pk
    for position, event_id in ((one, -1), (other, ids[0]), (one, ids[1])):
        Link.objects.filter(position=position).update(event_id=event_id)
    return {"changed"}, one


def insert_into_the_sealed_part(rng):
    position = rng.randint(1, SEALED)
    stranger = make_events(1, first_id=300 + rng.randint(0, 99))[0]
    later = Link.objects.filter(position__gte=position).order_by("-position")
    for link in later:
        Link.objects.filter(pk=link.pk).update(position=F("position") + 1)
    copy = Link.objects.order_by("position").last()
    Link.objects.create(
        position=position,
        event_id=stranger.pk,
        algorithm=copy.algorithm,
        digest=copy.digest,
        sealed_at=SATURDAY,
    )
    return {"changed"}, position


def cut_the_tail(rng):
    """Events, links; sometimes the head is set back too."""
    last = rng.randint(0, ANCHORED - 1)
    gone = Link.objects.filter(position__gt=last)
    Event.objects.filter(pk__in=list(gone.values_list("event_id", flat=True))).delete()
    gone.delete()
    if rng.random() < 0.5:
        end_at(Link.objects.filter(position=last).first())
        return {"shorter_than_anchor"}, last + 1
    return {"head"}, last + 1


def cut_events_only(rng):
    last = rng.randint(0, SEALED - 1)
    gone = Link.objects.filter(position__gt=last)
    Event.objects.filter(pk__in=list(gone.values_list("event_id", flat=True))).delete()
    return {"event_missing"}, last + 1


def seal_the_anchored_part_anew(rng):
    position = rng.randint(1, ANCHORED)
    change(rng, position)
    seal_anew(position)
    return {"anchor_differs"}, ANCHORED


def leave_one_out_and_seal_anew(rng):
    position = rng.randint(1, ANCHORED)
    delete_event_and_link_at(position)
    seal_anew(position)
    return {"anchor_differs"}, ANCHORED


def delete_event_and_link_at(position):
    event_at(position).delete()
    Link.objects.get(position=position).delete()
    close_up(position)


def seal_the_unanchored_tail_anew(rng):
    position = rng.randint(ANCHORED + 1, SEALED)
    change(rng, position)
    seal_anew(position)
    return set(), 0


def change_the_books(rng):
    """The link or the head itself."""
    position = rng.randint(1, SEALED)
    name, value = rng.choice(
        [("digest", "0" * 64), ("sealed_at", SATURDAY - timedelta(days=1)), ("algorithm", "sm3")]
    )
    if rng.random() < 0.3:
        Chain.objects.update(digest="0" * 64)
        return {"head"}, SEALED + 1
    Link.objects.filter(position=position).update(**{name: value})
    return {"changed"}, position


WAYS = [
    change_an_event, delete_an_event, delete_event_and_link, delete_and_close_up, swap_two_events,
    insert_into_the_sealed_part, cut_the_tail, cut_events_only, seal_the_anchored_part_anew,
    leave_one_out_and_seal_anew, seal_the_unanchored_tail_anew, change_the_books,
]  # fmt: skip


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_noticed_or_told(way, chain):
    rng = Random(way.__name__)
    for _ in range(TIMES):
        point = transaction.savepoint()
        codes, position = way(rng)
        report = audit()
        if codes:
            assert report.broken is not None
            assert (report.broken.code in codes, report.broken.position) == (True, position), report.broken
        else:
            assert (report.broken, report.unanchored) == (None, SEALED - ANCHORED)
        transaction.savepoint_rollback(point)
    assert audit().broken is None, "the chain itself is intact"


@pytest.mark.parametrize(("column", "new"), CHANGES.items(), ids=lambda x: x if isinstance(x, str) else "")
def test_each_column_counts(column, new, chain):
    event = event_at(9)
    Event.objects.filter(pk=event.pk).update(**{column: new(event)})
    assert (audit().broken.code, audit().broken.event) == ("changed", event.pk)


def test_no_anchor_no_proof(chain, monkeypatch):
    """What the anchors are for: without them a chain sealed anew, or cut, looks whole, and that is told."""
    monkeypatch.setattr("lingong.journal.audit.read_anchors", lambda chain_id: Anchors())
    change(Random(1), 5)
    seal_anew(5)
    assert (audit().broken, audit().unanchored) == (None, SEALED)
    Link.objects.filter(position__gt=10).delete()
    end_at(Link.objects.get(position=10))
    report = audit()
    assert (report.broken, report.unanchored, report.unsealed) == (None, 10, SEALED - 10 + LOOSE)


def test_an_event_put_in_with_an_old_id_is_told_as_unsealed(chain):
    make_events(1, first_id=300)
    report = audit()
    assert (report.broken, report.unsealed, report.unsealed_below) == (None, LOOSE + 1, 1)


def test_another_chain_id_holds_for_no_link(chain):
    Chain.objects.update(chain_id="f" * 32)
    assert (audit().broken.code, audit().broken.position) == ("changed", 1)
    Chain.objects.update(chain_id="../" + "f" * 29)
    assert audit().broken.code == "no_chain"


def test_events_sealed_beyond_the_head_do_not_fit(chain):
    end_at(Link.objects.get(position=SEALED - 2))
    assert (audit().broken.code, audit().broken.position) == ("head", SEALED - 1)
