"""Spans of working hours, across midnight too."""

from datetime import date, time

import pytest

from lingong.jobs.intake.clock import length, spans
from lingong.jobs.intake.read import read
from lingong.jobs.intake.source import source


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("10:00-14:00 17:00-21:00", 480),
        ("20:00-次日6:00", 600),
        ("上午9点到下午4点", 420),
        ("早八晚六", 600),
        ("晚8点到早8点", 720),
        ("8点到5点", 540),
        ("下午2点到6点", 240),
        ("晚上10点半到凌晨6点", 450),
        ("7:30-17:30，午休1小时", 540),
        ("8点-18点，中间休息一个半小时", 510),
        ("面试时间9:00-11:00", None),
        ("8-10人", None),
    ],
)
def test_length(text, minutes):
    clean = source(text)
    assert length(clean, spans(clean)) == minutes


@pytest.mark.parametrize(
    ("words", "day", "clock"),
    [
        ("明早6点", date(2026, 11, 21), time(6)),
        ("今晚12点", date(2026, 11, 21), time(0)),
        ("下下周三", date(2026, 12, 2), None),
        ("1月5号", date(2027, 1, 5), None),
        ("3号", date(2026, 12, 3), None),
        ("周五", date(2026, 11, 20), None),
        ("11月31号", None, None),
        ("下周", None, None),
    ],
)
def test_the_first_day(words, day, clock):
    reading = read(f"小工5名，{words}开工", published=date(2026, 11, 20))
    assert (reading.start_date, reading.start_time) == (day, clock)
