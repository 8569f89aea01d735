"""The reader against texts that a person read first, and what must hold for any text at all."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lingong.jobs.intake.read import read
from lingong.jobs.intake.reading import PRINTED
from tests.jobs.intake.gold import differences, reading_of, rows

SAMPLES = rows("samples")
OURS = rows("reading")
DECIDING = ("wage_min", "wage_max", "wage_unit", "headcount", "settlement")


@pytest.mark.parametrize("row", [*SAMPLES, *OURS], ids=lambda row: row["id"])
def test_reads_what_a_person_read(row):
    assert not list(differences(row))


def test_no_deciding_value_of_the_samples_is_wrong():
    """Unsure is null; a wrong figure would be believed."""
    for row in SAMPLES:
        got = reading_of(row).as_json()
        assert all(got[name] in (None, row["gold"][name]) for name in DECIDING), row["id"]


def test_a_reading_is_the_json_object_of_the_contract():
    got = read("急招小工5名，180元/天，日结", published=date(2026, 11, 20)).as_json()
    assert list(got) == ["is_job", *PRINTED, "parts", "missing", "spans", "flags"]
    assert got["missing"] == ["date", "hours", "place", "employer", "validity"]
    assert got["spans"]["headcount"] == [4, 6]


@pytest.mark.parametrize("row", [*SAMPLES, *OURS], ids=lambda row: row["id"])
def test_every_value_has_its_words(row):
    """Nothing is invented: each value that is read points at the words that state it."""
    reading = reading_of(row)
    stated = {name for name in PRINTED if getattr(reading, name) not in (None, ())}
    assert stated <= reading.spans.keys()
    for start, end in reading.spans.values():
        assert 0 <= start < end <= len(row["text"])
    for flag in reading.flags:
        assert flag.quote in row["text"]
        assert flag.quote or flag.code == "wage_missing"


def test_the_words_of_the_unit_alone_are_its_span():
    text = "收割机械手，按亩算，一亩60"
    start, end = read(text).spans["wage_unit"]
    assert text[start:end] == "亩"


def test_without_a_day_of_publication_no_day_is_resolved():
    reading = read("明早6点，小工5名，180元/天")
    assert (reading.work_start, reading.start_date) == ("明早6点", None)
    assert reading.start_time is not None


def test_rates_of_a_place_replace_the_national_floor():
    text = "普工17元/小时"
    local = {"minimum_wage": {"hourly_fen": 1800, "monthly_fen": 200000}}
    assert not read(text).flags
    assert [flag.code for flag in read(text, profile=local).flags] == ["below_minimum_wage"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_an_error(text):
    read(text, published=date(2026, 11, 20))


WORDS = [
    "招",
    "小工",
    "5",
    "名",
    "180",
    "元",
    "/",
    "天",
    "日结",
    "明天",
    "早上",
    "8",
    "点",
    "到",
    "18",
    "岁",
    "以下",
    "勿扰",
    "男",
    "女",
    "一",
    "个",
    "人",
    "包",
    "吃住",
    "，",
    "-",
    "号",
    "路",
    "12",
    ":",
    "00",
    "月",
    "底",
    "半",
    "若干",
    "K",
    "万",
    "三四",
]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_mixture_of_the_words_keeps_its_bounds(text):
    reading = read(text, published=date(2026, 2, 27))
    assert all(0 <= start < end <= len(text) for start, end in reading.spans.values())
    assert all(flag.quote in text for flag in reading.flags)
    assert reading.wage_min is None or reading.wage_max is None or reading.wage_min <= reading.wage_max


def test_a_very_long_text_does_not_blow_up():
    text = "急招小工5名，明早6点到城东建材市场南门集合，180元/天，日结，管中午饭。" * 100
    assert read(text, published=date(2026, 11, 20)).is_job


def test_the_reader_knows_nothing_of_django():
    script = "import sys, lingong.jobs.intake.read; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
