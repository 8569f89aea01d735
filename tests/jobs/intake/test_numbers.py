"""Figures as people write them."""

from decimal import Decimal

import pytest

from lingong.jobs.intake.numbers import interval, plain


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("180", 180, 180),
        ("1,200", 1200, 1200),
        ("3K-5K", 3000, 5000),
        ("3-5K", 3000, 5000),
        ("6-8千", 6000, 8000),
        ("1.2万", 12000, 12000),
        ("1万2", 12000, 12000),
        ("八千到两万", 8000, 20000),
        ("一百五", 150, 150),
        ("一百五六", 150, 160),
        ("三四十", 30, 40),
        ("四五千", 4000, 5000),
        ("三四", 3, 4),
        ("150元-200", 150, 200),
    ],
)
def test_interval(text, low, high):
    got = interval(text)
    assert got is not None
    assert (got.low, got.high) == (low, high)


@pytest.mark.parametrize("text", ["", "20-10", "百", "一二三四"])
def test_what_is_no_figure(text):
    assert interval(text) is None


def test_plain_json_numbers():
    assert plain(Decimal("180.0")) == 180
    assert isinstance(plain(Decimal("180.0")), int)
    assert plain(Decimal("18.5")) == 18.5
