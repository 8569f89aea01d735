"""Codes as text: prefixes, lineage, scopes."""

import pytest

from lingong.regions import codes
from lingong.regions.models import Division


@pytest.mark.parametrize(
    ("code", "prefix"),
    [("510000", "51"), ("510100", "5101"), ("510104", "510104"), ("510104017", "510104017")],
)
def test_prefix_by_level(code, prefix):
    assert codes.prefix(code) == prefix


def test_lineage_is_nearest_first():
    assert codes.lineage("510104017") == ["510104017", "510104", "510100", "510000"]
    assert codes.lineage("510100") == ["510100", "510000"]
    assert codes.lineage("620000-LZXQ") == ["620000-LZXQ", "620000"]


def test_forms():
    assert codes.is_code("510104")
    assert not codes.is_code("５１０１０４")
    assert not codes.is_code("5101")
    assert codes.is_zone("620000-LZXQ")
    assert not codes.is_zone("620000-lz")


def test_within():
    assert codes.within("510104017", {"5101"})
    assert not codes.within("510000", {"5101"})
    assert not codes.within("520104", {"5101", "3213"})


@pytest.mark.parametrize("scope", [set(), {""}])
def test_an_empty_scope_holds_nothing(country, scope):
    """An empty prefix would begin every code: it must never open the whole country."""
    assert not codes.within("510104", scope)
    assert codes.in_scope("code", scope) == codes.in_scope("code", ())
    assert not Division.objects.filter(codes.in_scope("code", scope)).exists()


@pytest.mark.parametrize("scope", [{"32"}, {"3213"}, {"321302"}, {"3213", "371202"}, {"99"}, {"320000-SQXQ"}])
def test_the_filter_says_the_same_as_within(country, scope):
    found = set(Division.objects.filter(codes.in_scope("code", scope)).values_list("code", flat=True))
    every = Division.objects.values_list("code", flat=True)
    assert found == {code for code in every if codes.within(code, scope)}


def test_a_prefix_that_ends_in_nine(country):
    assert Division.objects.filter(codes.in_scope("code", {"4190"})).count() == 1
    assert Division.objects.filter(codes.in_scope("code", {"419"})).count() == 1
