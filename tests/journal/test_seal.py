"""Sealing: the sealer gives the position, late commits break nothing, two sealers extend once."""

import threading
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives import hashes
from django.db import connection

from lingong.journal import digest
from lingong.journal import seal as sealing
from lingong.journal.audit import audit
from lingong.journal.models import Chain, Event, Link
from lingong.journal.seal import NoChain, anchor, seal, seal_and_anchor
from tests.cast import SATURDAY
from tests.journal.sealing import make_events

pytestmark = pytest.mark.django_db
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture(autouse=True)
def _anchors(settings, tmp_path):
    settings.ANCHORS = tmp_path


@pytest.fixture
def transactional_chain(transactional_db):
    """Tests that commit empty all tables around them, the migration's row with the others."""
    Chain.objects.get_or_create(pk=1, defaults={"chain_id": "c" * 32})


def order():
    return list(Link.objects.order_by("position").values_list("event_id", flat=True))


def test_events_are_sealed_once_in_the_order_of_their_ids_and_over_several_batches(monkeypatch):
    monkeypatch.setattr(sealing, "BATCH", 4)
    ids = [event.pk for event in make_events(10)]
    assert seal(now=SATURDAY) == 10
    assert seal(now=SATURDAY) == 0
    assert order() == ids
    assert list(Link.objects.order_by("position").values_list("pk", flat=True)) == list(range(1, 11))
    report = audit()
    assert (report.broken, report.sealed, report.unsealed) == (None, 10, 0)


def test_a_late_commit_of_a_lower_id_is_sealed_later_and_breaks_nothing():
    make_events(3, first_id=1000)
    seal(now=SATURDAY)
    make_events(1, first_id=500)
    late = audit()
    assert (late.broken, late.unsealed, late.unsealed_below) == (None, 1, 1)
    assert seal(now=SATURDAY + MINUTE) == 1
    assert order() == [1000, 1001, 1002, 500]
    assert audit().broken is None


def test_what_appears_hours_late_is_told_and_found_by_the_nightly_look():
    make_events(3, first_id=1000)
    seal(now=SATURDAY)
    make_events(1, first_id=500)
    make_events(1, first_id=2000)
    assert seal(now=SATURDAY + 2 * HOUR) == 1, "each minute only ids above what was sealed an hour ago"
    assert audit().unsealed_below == 1
    assert seal_and_anchor(SATURDAY + 3 * HOUR).count == 1
    assert order() == [1000, 1001, 1002, 2000, 500]
    assert audit().broken is None


@pytest.mark.django_db(transaction=True)
def test_hashing_holds_no_transaction(monkeypatch, transactional_chain):
    seen = []
    monkeypatch.setattr(sealing, "texts_of", lambda ids: seen.append(connection.in_atomic_block) or {})
    make_events(2)
    seal(now=SATURDAY)
    assert seen == [False]


def test_of_two_sealers_at_once_one_extends_and_the_other_gives_way(monkeypatch):
    """The second runs while the first hashes; both saw the same head."""
    make_events(6)
    counts = []

    def meanwhile(ids):
        monkeypatch.setattr(sealing, "texts_of", digest.texts_of)
        counts.append(seal(now=SATURDAY))
        return digest.texts_of(ids)

    monkeypatch.setattr(sealing, "texts_of", meanwhile)
    counts.append(seal(now=SATURDAY + MINUTE))
    assert counts == [6, 0]
    assert (Link.objects.count(), audit().broken) == (6, None)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_sealers_in_threads_extend_the_chain_once(transactional_chain, monkeypatch):
    monkeypatch.setattr(sealing, "BATCH", 10)
    make_events(500)
    counts, start = [], threading.Barrier(4)

    def run():
        start.wait()
        while sealing.unsealed().exists():
            counts.append(seal(now=SATURDAY))
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counts) == Link.objects.count() == 500
    assert audit().broken is None


def test_an_event_that_cannot_be_read_stops_nobody(monkeypatch):
    events = make_events(3)
    if connection.vendor == "sqlite":
        spoil(events[1], "data", "{")
        expected = 2
    else:  # PostgreSQL keeps no such value
        expected = 3
    assert seal(now=SATURDAY) == expected
    assert audit().unsealed == 3 - expected
    assert audit().broken is None


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("data", "{"),
        ("data", '{"places":9,"places":1,"codes":["a","b"]}'),  # who reads the first, who the last?
        ("data", b"\xff"),
        ("at", "never"),
        ("at", 7),
        ("kind", b"\xff\xfe"),
    ],
)
def test_a_sealed_event_that_cannot_be_read_any_more_is_named(column, value):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps no such value")
    events = make_events(3)
    seal(now=SATURDAY)
    spoil(events[1], column, value)
    report = audit()
    assert (report.broken.code, report.broken.event) == ("changed", events[1].pk)
    make_events(1)
    assert seal(now=SATURDAY) == 1, "and sealing goes on"


def spoil(event, column, value):
    new = "CAST(%s AS TEXT)" if isinstance(value, bytes) else "%s"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        cursor.execute(f"UPDATE journal_event SET {column} = {new} WHERE id = %s", [value, event.pk])
        cursor.execute("PRAGMA ignore_check_constraints = OFF")


def test_a_chain_may_go_on_with_another_digest(settings):
    make_events(2)
    seal(now=SATURDAY)
    settings.SEAL_DIGEST = "sm3"
    make_events(2)
    seal(now=SATURDAY)
    found = list(Link.objects.order_by("position").values_list("algorithm", flat=True))
    assert found == ["sha256"] * 2 + ["sm3"] * 2
    assert audit().broken is None
    Link.objects.filter(position=3).update(algorithm="sha256")
    assert audit().broken.position == 3
    Link.objects.filter(position=3).update(algorithm="md5")
    assert audit().broken.position == 3


def test_an_unknown_digest_is_refused(settings):
    settings.SEAL_DIGEST = "md5"
    with pytest.raises(ValueError, match="md5"):
        seal(now=SATURDAY)


def test_every_column_of_an_event_is_in_its_text():
    columns = {field.column for field in Event._meta.concrete_fields}
    assert columns == {*digest.TEXTS, "id", "at", "data"}


@pytest.mark.parametrize("algorithm", ["sha256", "sm3"])
def test_the_format_stays(algorithm, settings):
    """Chains of years hang on it, and who has no Lingong can check them with what stands here."""
    settings.SEAL_DIGEST = algorithm
    Chain.objects.update(chain_id="ab" * 16, position=8, digest="cd" * 32)
    facts = {"object_id": "1f", "side": "staff", "via": "desk", "data": {"b": [1, "x"], "a": None}}
    Event.objects.create(pk=7, kind="a.b", object_kind="posting", region="321311", at=SATURDAY, **facts)
    seal(now=SATURDAY + MINUTE)
    moment = "2026-11-20T22:0{}:00.000000+00:00"
    place = f'["lingong-seal-1","{algorithm}","{"ab" * 16}",9,"{moment.format(1)}","{"cd" * 32}"]'
    event = (
        '[7,"a.b","posting","1f","321311","","staff","desk","",{"a":null,"b":[1,"x"]},"'
        + moment.format(0)
        + '"]'
    )
    digested = hashes.Hash({"sha256": hashes.SHA256, "sm3": hashes.SM3}[algorithm]())
    digested.update(f"{place}\n{event}".encode())
    assert Link.objects.get().digest == digested.finalize().hex()


def test_without_its_row_nothing_is_sealed_until_somebody_has_looked():
    make_events(2)
    Chain.objects.all().delete()
    with pytest.raises(NoChain):
        seal(now=SATURDAY)
    with pytest.raises(NoChain):
        anchor(now=SATURDAY)
    assert audit().broken.code == "no_chain"


def test_the_empty_chain_is_intact_and_has_no_anchor(tmp_path):
    assert seal_and_anchor(SATURDAY).anchor is None
    assert list(tmp_path.iterdir()) == []
    assert audit().broken is None
