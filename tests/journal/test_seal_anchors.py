"""Anchors: outside the database, found by the chain's id, added to and never rewritten."""

import json
import stat
from datetime import timedelta

import pytest

from lingong.journal.anchors import Anchor, NotAnchored, read_anchors, to_file
from lingong.journal.audit import audit
from lingong.journal.models import Chain, Event, Link
from lingong.journal.seal import anchor, seal_and_anchor
from tests.cast import SATURDAY
from tests.journal.sealing import make_events

pytestmark = pytest.mark.django_db
MAILED: list[Anchor] = []


def to_mail(anchor: Anchor) -> None:
    MAILED.append(anchor)


def to_nowhere(anchor: Anchor) -> None:
    raise OSError("no route")


@pytest.fixture
def folder(settings, tmp_path):
    settings.ANCHORS = tmp_path / "anchors"
    make_events(5)
    return settings.ANCHORS


@pytest.fixture
def file(folder):
    seal_and_anchor(SATURDAY)
    return next(folder.iterdir())


def test_the_head_is_written_for_its_owner_only(file):
    chain = Chain.objects.get()
    assert file.name == f"anchors-{chain.chain_id}.jsonl"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(file.read_text()) == {
        "chain": chain.chain_id, "position": 5, "digest": Link.objects.get(position=5).digest,
        "at": SATURDAY.isoformat(),
    }  # fmt: skip


def test_lines_are_added_when_the_head_has_moved(file):
    first = file.read_text()
    anchor(now=SATURDAY + timedelta(minutes=10))
    assert file.read_text() == first, "it has not moved"
    make_events(2)
    seal_and_anchor(SATURDAY + timedelta(minutes=20))
    assert file.read_text().startswith(first)
    assert len(file.read_text().splitlines()) == 2
    report = audit()
    assert (report.anchors, report.anchored, report.broken) == (2, 7, None)


def test_an_older_copy_of_the_database_is_shorter_than_its_anchor(file):
    Link.objects.filter(position__gt=3).delete()
    Chain.objects.update(position=3, digest=Link.objects.get(position=3).digest)
    assert (audit().broken.code, audit().broken.position) == ("shorter_than_anchor", 4)
    seal_and_anchor(SATURDAY + timedelta(days=1))
    assert audit().broken.code == "anchor_differs", "and going on from there does not hide it"


def test_the_anchor_of_a_changed_event_cannot_be_had_again(file):
    Event.objects.filter(pk=Link.objects.get(position=5).event_id).update(kind="posting.closed")
    assert audit().broken.code == "changed"


def test_a_line_cut_short_is_told_and_the_next_stands_on_its_own(file):
    whole = file.read_text()
    file.write_text(whole + whole[:40])
    make_events(1)
    seal_and_anchor(SATURDAY)
    report = audit()
    assert (report.torn_anchors, report.anchors, report.anchored, report.broken) == (1, 2, 6, None)


@pytest.mark.parametrize(
    "line", ["rubbish", '{"chain": "%s", "position": 0, "digest": "x"}', '{"chain": "x"}']
)
def test_a_line_that_is_no_anchor_of_this_chain_is_named(file, line):
    with file.open("a") as lines:
        lines.write(line.replace("%s", Chain.objects.get().chain_id) + "\n")
    report = audit()
    assert report.broken.code == "anchor_spoilt"
    assert f"{file.name}:2" in report.broken.text


def test_an_anchor_another_one_kept_counts_when_it_lies_in_the_folder(file):
    kept = file.rename(file.with_name(file.name.replace(".jsonl", "-from-mail.jsonl")))
    assert audit().anchored == 5
    kept.write_text(kept.read_text().replace('"position": 5', '"position": 4'))
    assert (audit().broken.code, audit().broken.position) == ("anchor_differs", 4)


def test_anchors_of_other_chains_prove_nothing_here(file):
    file.rename(file.with_name("anchors-" + "0" * 32 + ".jsonl"))
    report = audit()
    assert (report.anchors, report.unanchored, report.files_of_other_chains) == (0, 5, 1)
    assert report.broken is None


def test_every_sink_is_called_and_one_that_fails_is_named(folder, settings):
    here = "tests.journal.test_seal_anchors"
    settings.ANCHOR_SINKS = [f"{here}.to_nowhere", f"{here}.to_mail", "lingong.journal.anchors.to_file"]
    MAILED.clear()
    with pytest.raises(NotAnchored, match="to_nowhere"):
        seal_and_anchor(SATURDAY)
    assert [one.position for one in MAILED] == [5]
    assert audit().anchored == 5


def test_a_long_file_is_read_to_its_end(folder):
    chain_id = Chain.objects.get().chain_id
    for position in range(1, 60):
        to_file(Anchor(chain_id, position, f"{position:064x}", SATURDAY))
    to_file(Anchor(chain_id, 59, f"{59:064x}", SATURDAY))
    assert read_anchors(chain_id).count == 59
