"""Money is whole 分, from what people type to what they read."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from lingong.lib.money import fen, share, yuan


@pytest.mark.parametrize(
    ("typed", "value"),
    [("180", 180_00), ("18.5", 18_50), ("0.005", 1), (" 1,200元", 1200_00), ("¥35", 35_00), ("-3", -3_00)],
)
def test_what_people_type(typed, value):
    assert fen(typed) == value


@pytest.mark.parametrize("typed", ["", "一百八", "1e99", "NaN", "inf", "18..5", "99999999999"])
def test_what_is_no_amount_is_refused_in_plain_words(typed):
    with pytest.raises(ValidationError):
        fen(typed)


@given(st.integers(0, 10**9))
def test_reading_back_what_was_written(value):
    assert fen(yuan(value)) == value


def test_unknown_is_shown_as_unknown():
    assert yuan(None) == "——"


@given(st.integers(0, 10**7), st.integers(0, 5000), st.integers(1, 5000))
def test_a_share_is_right_to_half_a_fen(value, part, whole):
    assert abs(share(value, part, whole) * whole - value * part) * 2 <= whole


def test_a_share_of_nothing_is_a_mistake():
    with pytest.raises(ValueError, match="positive"):
        share(100, 1, 0)
