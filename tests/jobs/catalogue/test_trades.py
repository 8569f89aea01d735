"""The catalogue of trades: consistent, and found by what people call the work."""

import re

import pytest

from lingong.jobs.catalogue.trades import find, groups, pattern, trades, words


def test_every_trade_is_complete():
    for code, trade in trades().items():
        assert re.fullmatch(r"[a-z][a-z-]{2,30}", code)
        assert trade.group in groups()
        assert trade.name
        assert trade.titles
        assert set(trade.gigs) <= {"hourly", "daily", "piece", "task", "shift", "monthly"}
        assert trade.gigs or trade.hidden


def test_names_are_unique_and_every_group_has_a_trade():
    names = [trade.name for trade in trades().values()]
    assert len(set(names)) == len(names)
    assert {trade.group for trade in trades().values()} == set(groups())


def test_no_word_means_two_trades():
    """A word two trades claim would be read as the first by accident."""
    claimed = {}
    for trade in trades().values():
        for word in trade.synonyms:
            assert claimed.setdefault(word, trade.code) == trade.code, word
    assert claimed.keys() <= words().keys()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("抹灰工", "plasterer"),
        ("砌墙", "mason"),
        ("月嫂", "maternity"),
        ("叉车", "forklift"),
        ("会刮大白的师傅", "plasterer"),
        ("家政服务员", "cleaner"),
        ("传菜", "waiter"),
        ("摘苹果", "picker"),
        ("外卖骑手", "rider"),
        ("带货主播", "streamer"),
        ("平面设计师", "designer"),
        ("电子厂普工", "factory-hand"),
        ("钢筯工", None),
        ("架字工人员", None),
        ("", None),
        ("宇航员", None),
    ],
)
def test_find(text, code):
    found = find(text)
    assert (found.code if found else None) == code


def test_the_longest_word_wins():
    match = pattern().search("招家电清洗员")
    assert match is not None
    assert match.group() == "家电清洗员"
