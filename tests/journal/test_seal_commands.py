"""`lingong audit` and `lingong seal`, in words, as JSON, and as processes on a database of their own."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from lingong.journal.models import Chain, Event, Link
from lingong.journal.seal import seal, seal_and_anchor
from tests.cast import SATURDAY
from tests.concurrency.scratch import scratch
from tests.journal.sealing import make_events

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _anchors(settings, tmp_path):
    settings.ANCHORS = tmp_path


def said(*command):
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_an_intact_chain_with_loose_ends_is_told_in_words():
    make_events(4, first_id=100)
    seal_and_anchor(SATURDAY)
    make_events(2, first_id=200)
    seal(now=SATURDAY)
    make_events(1, first_id=300)
    make_events(1, first_id=50)
    text = said("audit")
    assert "封存事件：6 条。" in text
    assert "最远证明到第 4 位" in text
    assert "还没有锚定的链尾：2 条" in text
    assert "还没有封存的事件：2 条，最早的发生在 2026-11-21 06:00；其中 1 条" in text


@pytest.mark.django_db
def test_a_broken_chain_fails_and_names_the_first_link():
    make_events(4)
    seal_and_anchor(SATURDAY)
    event = Link.objects.get(position=3).event_id
    Event.objects.filter(pk=event).update(kind="posting.closed")
    with pytest.raises(CommandError, match=rf"第 3 环（事件 {event}）") as failed:
        said("audit")
    assert failed.value.returncode == 1


@pytest.mark.django_db
def test_the_same_as_json():
    make_events(2)
    seal_and_anchor(SATURDAY)
    out = StringIO()
    call_command("audit", "--json", stdout=out)
    found = json.loads(out.getvalue())
    assert found == {
        "intact": True, "chain": Chain.objects.get().chain_id, "sealed": 2, "anchors": 1, "anchored": 2,
        "unanchored": 0, "torn_anchors": 0, "files_of_other_chains": 0, "unsealed": 0, "unsealed_below": 0,
        "oldest_unsealed_at": None, "broken": None,
    }  # fmt: skip
    Event.objects.all().delete()
    with pytest.raises(CommandError):
        call_command("audit", "--json", stdout=out)
    found = json.loads(out.getvalue().splitlines()[-1])
    assert (found["intact"], found["broken"]["code"], found["broken"]["position"]) == (
        False,
        "event_missing",
        1,
    )


@pytest.mark.django_db
def test_nothing_anchored_is_told(tmp_path):
    make_events(2)
    (tmp_path / f"anchors-{'0' * 32}.jsonl").touch()
    seal(now=SATURDAY)
    assert "没有这条链的锚（这里有其他链的 1 个锚文件）" in said("audit")


@pytest.mark.django_db
def test_seal_says_what_it_did_and_what_to_do(settings, tmp_path):
    make_events(2)
    assert said("seal") == "封存了 2 条事件，链头第 2 位已写到库外。\n"
    (tmp_path / "file").touch()
    settings.ANCHORS = tmp_path / "file"
    with pytest.raises(CommandError, match="没能写到库外"):
        said("seal")
    Chain.objects.all().delete()
    with pytest.raises(CommandError, match="lingong audit"):
        said("seal")


def start(store, *command):
    keep = {name: value for name, value in os.environ.items() if not name.startswith("LINGONG_")}
    environment = keep | {
        "DATABASE_URL": store.url, "LINGONG_WORKDIR": str(store.folder), "PYTHONPATH": str(ROOT),
        "LINGONG_ANCHORS": str(store.folder / "kept"), "PYTHONWARNINGS": "ignore",
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-m", "lingong", *command], env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def finished(process):
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


@pytest.fixture
def store():
    made = scratch(os.environ["DATABASE_URL"])
    code, _, err = finished(start(made, "migrate", "journal", "--verbosity=0"))
    assert code == 0, err
    yield made
    made.removed()


INSERT = (
    "INSERT INTO journal_event (id, kind, object_kind, object_id, region, actor, side, via, assisting, data, at)"
    " VALUES ({}, 'a.b', 'x', '1', '', '', 'system', 'clock', '', '{{}}', '2026-11-20 22:00:00')"
)


def test_processes_at_once_seal_once_and_audit_sees_what_was_done_in_plain_sql(store):
    with store.connected() as connection:
        for number in range(1, 2001):
            connection.execute(INSERT.format(number))
    done = [finished(process) for process in [start(store, "seal") for _ in range(2)]]
    assert [code for code, _, _ in done] == [0, 0], done
    assert store.number("SELECT count(*) FROM journal_link") == 2000
    code, out, err = finished(start(store, "audit", "--json"))
    found = json.loads(out)
    assert (code, found["sealed"], found["unanchored"]) == (0, 2000, 0), err
    with store.connected() as connection:
        connection.execute("DELETE FROM journal_event WHERE id > 1990")
    code, _, err = finished(start(store, "audit"))
    assert code == 1
    assert "第 1991 环封存的事件 1991 不见了" in err


def test_a_database_without_tables_is_no_intact_one(tmp_path):
    made = scratch(os.environ["DATABASE_URL"])
    try:
        code, _, err = finished(start(made, "audit"))
        assert code == 1
        assert "lingong migrate" in err
    finally:
        made.removed()
