"""What is left of a personal fact before both sides agreed."""

import pytest

from lingong.lib import mask


def test_names_phones_papers_addresses():
    assert mask.name("王建国") == "王**"
    assert mask.name("") == "——"
    assert mask.calling_name("王建国") == "王师傅"
    assert mask.calling_name("刘芳", "F") == "刘女士"
    assert mask.phone("13900000001") == "139****0001"
    assert mask.phone("12333") == "*****"
    assert mask.id_number("321311197105070003") == "3****************3"
    assert mask.address("翠湖花园3号楼2单元501") == "翠湖花园3号…"
    assert mask.address("翠湖") == "翠湖"


@pytest.mark.parametrize(
    "text", ["13900000001", "打139 0000 0001", "139-0000-0001", "１３９０００００００１"]
)
def test_a_phone_in_free_text_is_found(text):
    assert mask.names_a_phone(text)


@pytest.mark.parametrize("text", ["", "12333", "编号 20261122139000000012345", "6 点到 17 点，180 元"])
def test_other_figures_are_no_phone(text):
    assert not mask.names_a_phone(text)
