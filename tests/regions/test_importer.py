"""An import is all or nothing, twice is once, and every wrong row is named."""

import gzip
from datetime import date

import pytest

from lingong.regions import tree
from lingong.regions.importer import import_divisions, load_all
from lingong.regions.models import Division, SpecialZone
from tests.regions.country import SMALL

HEAD = "code,name,level,parent_code,valid_from,valid_to,successors,lat,lon,zone_kind,members\n"


def errors(path) -> list[str]:
    return [str(error) for error in import_divisions(path).errors]


def test_counts_and_twice_is_once(country, write):
    assert (country.created, country.updated, country.unchanged) == (15, 0, 0)
    again = import_divisions(write(SMALL))
    assert (again.created, again.updated, again.unchanged) == (0, 0, 15)
    assert Division.objects.count() == 14
    assert SpecialZone.objects.get().member_prefixes == ["321302", "321322101"]


def test_a_rename_closes_one_row_and_opens_another(country, write):
    rename = """\
321322,沭阳县,3,321300,1996-01-01,2027-01-01,,34.1110,118.8048,,
321322,沭阳市,3,321300,2027-01-01,,,34.1110,118.8048,,
"""
    report = import_divisions(write(HEAD + rename))
    assert (report.created, report.updated, report.errors) == (1, 1, [])
    assert tree.division("321322", date(2026, 12, 31)).name == "沭阳县"
    assert tree.division("321322", date(2027, 1, 1)).full_name == "江苏省宿迁市沭阳市"


def test_full_names_follow_a_parent(country, write):
    """Only the city is in the file; its counties get the new full name too."""
    import_divisions(write(HEAD + "321300,宿豫市,2,320000,1996-01-01,,,33.9632,118.2752,,\n"))
    assert tree.full_name("321302101") == "江苏省宿豫市宿城区耿车镇"


def test_columns_may_be_missing_spaced_and_gzipped(db, tmp_path):
    path = tmp_path / "t.csv.gz"
    text = "\ufeffcode, name,level,parent_code,valid_from\r\n320000, 江苏省 ,1,,1980-01-01\r\n,,,,\r\n"
    path.write_bytes(gzip.compress(text.encode()))
    assert import_divisions(path).created == 1
    assert Division.objects.get().name == "江苏省"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("32130,宿城区,3,321300,1996-01-01,,,,,,", "code 应为 6 位"),
        ("321302,,3,321300,1996-01-01,,,,,,", "name 没有填"),
        (f"321302,{'长' * 61},3,321300,1996-01-01,,,,,,", "name 太长"),
        ("321302,宿城区,县,321300,1996-01-01,,,,,,", "level 应为"),
        ("321302,宿城区,2,321300,1996-01-01,,,,,,", "level 与代码"),
        ("321302,宿城区,3,,1996-01-01,,,,,,", "parent_code 没有填"),
        ("321302,宿城区,3,370000,1996-01-01,,,,,,", "parent_code 应是"),
        ("321302,宿城区,3,321302,1996-01-01,,,,,,", "parent_code 应是"),
        ("331302,某区,3,330000,1996-01-01,,,,,,", "没有 330000 这个上级"),
        ("321302,宿城区,3,321300,1996年,,,,,,", "valid_from 应写成"),
        ("321302,宿城区,3,321300,1996-02-30,,,,,,", "valid_from 应写成"),
        ("321302,宿城区,3,321300,1996-01-01,1995-01-01,,,,,", "valid_to 要晚于"),
        ("321302,宿城区,3,321300,2000-01-01,,,,,,", "重叠"),
        ("321399,某区,3,321300,1996-01-01,,321302,,,,", "没有失效日期"),
        ("321399,某区,3,321300,1996-01-01,2000-01-01,321398,,,,", "没有 321398 这个代码"),
        ("321399,某区,3,321300,1996-01-01,2000-01-01,321399,,,,", "successors 应是别的"),
        ("321399,某区,3,321300,1996-01-01,2000-01-01," + "321302 " * 13 + ",,,,", "最多 12 个"),
        ("321302,宿城区,3,321300,1996-01-01,,,33.9,,,", "lon 应是"),
        ("321302,宿城区,3,321300,1996-01-01,,,118.2,33.9,,", "写反"),
        ("321302,宿城区,3,321300,1996-01-01,,,nan,nan,,", "写反"),
        ("321302,宿城区,3,321300,1996-01-01,,,,,,,,", "格子比表头多"),
        ("320000-A,某区,2,320000,1996-01-01,,,,,新区,321302", "code 写成"),
        ("320000-AB,某区,2,370000,1996-01-01,,,,,新区,321302", "parent_code 应是"),
        ("320000-AB,某区,2,320000,1996-01-01,,,,,特区,321302", "zone_kind 应是"),
        ("320000-AB,某区,2,320000,1996-01-01,,,,,新区,", "members 应是"),
        ("320000-AB,某区,2,320000,1996-01-01,,,,,新区,32", "members 应是"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_written(country, write, row, said):
    good = "321398,好区,3,321300,2026-01-01,,,,,,"
    table = HEAD + (row if "321398" in row else f"{good}\n{row}") + "\n"
    found = errors(write(table))
    assert any(said in error for error in found), found
    assert all(error.startswith(f"第 {table.count(chr(10))} 行") for error in found)
    assert Division.objects.count() == 14


def test_every_wrong_row_is_named_in_order(country, write):
    orphan = "321399,乙,3,321300,1996-01-01,2000-01-01,999999,,,,\n"
    found = errors(write(HEAD + "1,甲,3,x,y\n" + orphan + "2,丙,3,x,y\n"))
    assert [error.split("：")[0] for error in found] == ["第 2 行", "第 3 行", "第 4 行"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "缺少列"),
        (b"code,name\n", "缺少列：level"),
        ((HEAD.strip() + ",extra\n").encode(), "不认识的列：extra"),
        ((HEAD.strip() + ",code\n").encode(), "重复的列：code"),
        (HEAD.encode(), "一行内容也没有"),
        ((HEAD + "320000,江苏省").encode("gbk"), "UTF-8"),
        (b"\x1f\x8b\x08broken", "打不开"),
        (gzip.compress(HEAD.encode() * 50)[:-9], "打不开"),
        ((HEAD + '320000,"江苏省,1,,1980-01-01\n').encode(), "引号"),
    ],
)
def test_a_wrong_file_is_said(db, tmp_path, content, said):
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    assert any(said in error for error in errors(path)), errors(path)
    assert not Division.objects.exists()


def test_a_file_that_is_not_there(db, tmp_path):
    assert errors(tmp_path / "none.csv") == ["整个文件：没有这个文件"]
    assert errors(tmp_path) == ["整个文件：打不开，或压缩文件不完整"]


def test_the_whole_country(db):
    steps = []
    report = load_all(progress=lambda done, total: steps.append((done, total)))
    assert report.ok
    assert report.created > 45_000
    assert steps[-1] == (Division.objects.count(), Division.objects.count())
    assert len(tree.children()) == 34
    assert tree.full_name("371703") == "山东省菏泽市定陶区"
    assert "512081" in tree.prefixes("510185")
    assert tree.prefixes("620000-LZXQ") == {"620000-LZXQ", "620171"}
    assert not Division.objects.filter(parent_code="").exclude(level=1).exists()
