"""Disguised characters are undone, and every clean character still knows where it stood."""

import pytest

from lingong.jobs.intake.source import source


@pytest.mark.parametrize(
    ("raw", "clean", "disguised"),
    [
        ("１８０元／天", "180元/天", []),
        ("曰结", "日结", ["曰结"]),
        ("日.结，押·金", "日结，押金", ["日.结", "押·金"]),
        ("日\u200b结", "日结", ["日\u200b结"]),
        ("2oo元/天", "200元/天", ["oo元"]),
        ("工  资：200", "工资：200", []),
        ("①小工②大工", "\n小工\n大工", []),
        ("🔥急招", " 急招", []),
        ("薪資週結", "薪资周结", []),
    ],
)
def test_clean(raw, clean, disguised):
    got = source(raw)
    assert got.clean == clean
    assert [raw[start:end] for start, end in got.disguised] == disguised


def test_quotes_are_the_original_words():
    got = source("曰结！１８０元／天")
    start = got.clean.index("180")
    assert got.quote(start, start + 6) == "１８０元／天"
    assert got.quote(0, 2) == "曰结"


def test_a_decimal_is_not_a_split_word():
    assert source("18.5元").clean == "18.5元"
    assert not source("今日 结果如何").disguised
