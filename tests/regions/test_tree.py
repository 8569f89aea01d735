"""Names, what lies above and below, and scopes that keep the records of codes that ended."""

from datetime import date

from lingong.regions import tree
from lingong.regions.models import Division

TODAY = date(2026, 11, 22)


def test_names(country):
    assert tree.name_of("321302") == "宿城区"
    assert tree.full_name("321302101") == "江苏省宿迁市宿城区耿车镇"
    assert tree.full_name("419001") == "河南省济源市"
    assert tree.name_of("320000-SQXQ") == "宿迁新区"
    assert tree.names(["321302", "999999"]) == {"321302": "宿城区"}


def test_an_ended_code_keeps_its_name_and_an_unknown_one_is_said(country):
    assert tree.full_name("371202") == "山东省莱芜市莱城区"
    assert tree.name_of("999999") == tree.name_of("") == "——"


def test_above_and_below(country):
    assert [row.code for row in tree.ancestors("321302101", TODAY)] == ["321302", "321300", "320000"]
    assert [row.code for row in tree.ancestors("419001", TODAY)] == ["410000"]
    assert [row.code for row in tree.ancestors("320000-SQXQ", TODAY)] == ["320000"]
    assert [row.code for row in tree.children("321300", TODAY)] == ["321302", "321322"]
    assert [row.code for row in tree.children(day=TODAY)] == ["320000", "370000", "410000"]
    assert [zone.code for zone in tree.zones("320000", TODAY)] == ["320000-SQXQ"]


def test_the_day_decides(country):
    """On the day a code ends it no longer holds; its successor does."""
    assert tree.division("371202", date(2017, 12, 31)).name == "莱城区"
    assert tree.division("371202", date(2018, 1, 1)) is None
    assert tree.division("370116", date(2017, 12, 31)) is None
    assert [row.code for row in tree.children("370000", date(2010, 1, 1))] == ["370100", "371200"]


def test_a_scope_holds_its_predecessors(country):
    assert tree.prefixes("370116") == {"370116", "371202"}
    assert tree.prefixes("370100") == {"3701", "3712", "371202", "371203"}
    assert tree.prefixes("321302") == {"321302"}


def test_a_divided_code_goes_only_to_who_holds_all_parts(country):
    """莱芜市 became two districts: neither may see all of its old records, Jinan may."""
    assert "3712" not in tree.prefixes("370117")
    assert "3712" in tree.prefixes("370100")


def test_predecessors_of_predecessors(country):
    Division.objects.create(
        code="371210",
        name="旧区",
        full_name="旧区",
        level=3,
        parent_code="371200",
        valid_from=date(1980, 1, 1),
        valid_to=date(1992, 1, 1),
        successor_codes=",371202",
    )
    assert tree.prefixes("370116") == {"370116", "371202", "371210"}


def test_a_code_in_force_again_is_nobodys_predecessor(country):
    Division.objects.create(
        code="371202",
        name="新区",
        full_name="新区",
        level=3,
        parent_code="370000",
        valid_from=date(2020, 1, 1),
    )
    assert tree.prefixes("370116") == {"370116"}


def test_a_zone_is_the_set_of_its_members(country):
    scope = tree.prefixes("320000-SQXQ")
    assert scope == {"320000-SQXQ", "321302", "321322101"}
    assert tree.within("321302101", scope)
    assert not tree.within("321322", scope)


def test_find_by_what_people_write(country):
    assert [row.code for row in tree.find("江苏", "宿迁", "宿城区", day=TODAY)] == ["321302"]
    assert [row.code for row in tree.find("山东", "济南", "钢城", day=TODAY)] == ["370117"]
    assert tree.find("江苏", "济南", "钢城区", day=TODAY) == []
    assert tree.find("", day=TODAY) == []


def test_few_questions_to_the_database(country, django_assert_num_queries):
    with django_assert_num_queries(1):
        tree.names(["321302", "321322", "370116"])
    with django_assert_num_queries(1):
        tree.ancestors("321302101", TODAY)
