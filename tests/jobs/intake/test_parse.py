"""`lingong parse`: lines in, lines out, bad ones named; without a database."""

import io
import json
import sys
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from lingong.jobs.management.commands.parse import day_of
from tests.jobs.intake.gold import DATA

SAMPLES = DATA / "samples" / "posts.jsonl"


def parse(monkeypatch, data, **options):
    """Standard output as objects, standard error as text, the error that ends the command."""
    out, err = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))
    failure = None
    try:
        call_command("parse", stdout=out, stderr=err, **options)
    except CommandError as error:
        failure = str(error)
    return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue(), failure


def test_one_line_for_each_text(monkeypatch):
    readings, err, failure = parse(monkeypatch, SAMPLES.read_bytes())
    assert (len(readings), err, failure) == (24, "", None)
    assert readings[0]["id"] == "s01"
    assert readings[0]["wage_min"] == 180
    assert readings[0]["place"] == "城东建材市场南门"


def test_bad_lines_are_named_and_the_others_read(monkeypatch):
    lines = [
        b'{"id": 1, "text": "' + "洗碗15元/小时".encode() + b'"}',
        b"",
        b'{"id": 2}',
        b"[1]",
        b'{"id": 3, "text": "\xff"}',
        b'{"id": 4, "text": "\\ud800"}',
        b'{"id": 5, "text": "a", "published": "soon"}',
        b'{"text": "a", "published": "2026-11-19T23:00:00+00:00"}',
    ]
    readings, err, failure = parse(monkeypatch, b"\n".join(lines))
    assert [reading["id"] for reading in readings] == [1, None]
    assert [line.split("：")[0] for line in err.splitlines()] == [f"第 {n} 行" for n in (3, 4, 5, 6, 7)]
    assert failure is not None
    assert "5 行" in failure


def test_the_day_of_a_moment_is_the_day_in_shanghai():
    """23:00 UTC is the next morning here."""
    assert day_of("2026-11-19T23:00:00+00:00") == day_of("2026-11-20") == date(2026, 11, 20)


def test_local_rates(monkeypatch):
    line = '{"id": 1, "text": "普工17元/小时"}'.encode()
    plain, _, _ = parse(monkeypatch, line)
    local, _, _ = parse(monkeypatch, line, profile="suqian")
    assert plain[0]["flags"] == []
    assert [flag["code"] for flag in local[0]["flags"]] == ["below_minimum_wage"]


def test_an_unknown_profile_names_those_there_are(monkeypatch):
    readings, _, failure = parse(monkeypatch, b"{}", profile="nowhere")
    assert readings == []
    assert failure is not None
    assert "suqian" in failure


@pytest.mark.parametrize("name", ["default", "suqian", "sichuan"])
def test_every_profile_serves(monkeypatch, name):
    readings, _, failure = parse(monkeypatch, SAMPLES.read_bytes(), profile=name)
    assert (len(readings), failure) == (24, None)
