"""Every place of the seeds decides for itself; what it does not say, the default says, with a basis."""

import re
import tomllib
from datetime import date

import pytest

from lingong.regions import profile as profiles
from lingong.regions.profile import FOLDER, named, profile, profile_names

TODAY = date(2026, 11, 22)
PLACES = ["gansu", "heze", "hunan", "sichuan", "suqian"]


def files() -> dict[str, dict]:
    return {path.stem: tomllib.loads(path.read_text()) for path in FOLDER.glob("*.toml")}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("321302101", "宿迁市"),
        ("371702", "菏泽市"),
        ("510104", "四川省"),
        ("430102", "湖南省"),
        ("620000-LZXQ", "甘肃省"),
        ("320100", "全国默认"),
        ("", "全国默认"),
    ],
)
def test_the_nearest_profile_holds(code, name):
    assert profile(code, TODAY).name == name


def test_a_profile_is_dated():
    assert profile("620100", date(2024, 1, 22)).name == "全国默认"
    assert profile("620100", date(2024, 1, 23)).name == "甘肃省"


def test_the_places_differ_as_the_seeds_do():
    got = {name: named(name) for name in PLACES}
    assert {n: p.get("aggregation.level") for n, p in got.items()} == {
        "gansu": "province",
        "heze": "county",
        "hunan": "city",
        "sichuan": "province",
        "suqian": "city",
    }
    assert got["sichuan"].get("staff.per_market") == 2
    assert got["hunan"].get("staff.per_bureau") == 1
    assert got["gansu"].get("publication.ratio_monthly") is True
    assert got["gansu"].get("duties.first_contact") is True
    assert got["suqian"].get("names.brand") == "零工归宿"
    assert got["suqian"].get("names.window") == "零工服务专窗"
    assert got["heze"].get("functions.staff_sharing") is True
    assert not any(p.get("functions.epidemic_records") for p in got.values())


def test_targets_and_deadlines():
    suqian = {target["code"]: target for target in named("suqian").get("targets")}
    assert suqian["vacancies"]["least"] == 50_000
    assert suqian["third_party_share"]["more_than"] == 50
    assert suqian["window_coverage"]["due_date"] == date(2026, 12, 31)
    sichuan = {target["code"]: target for target in named("sichuan").get("targets")}
    assert sichuan["provincial_market_grant"]["grant_fen"] == 300_000_00
    assert [d["due_date"].month for d in named("heze").get("deadlines")] == [4, 4, 5, 11, 12]


def test_an_unknown_key_is_an_error_not_none():
    for key in ["hiring.offer_minuts", "nothing", "hiring.offer_minutes.more", ""]:
        with pytest.raises(KeyError):
            profile("", TODAY).get(key)
    with pytest.raises(KeyError):
        named("atlantis")


def test_keys_other_packages_read():
    """Renaming one of these breaks its reader."""
    known = profile("", TODAY)
    for key in [
        "hiring.offer_minutes",
        "hiring.silent_employer_hours",
        "posting.validity_days",
        "review.minutes",
        "agreement.general_terms",
        "minimum_wage.hourly_fen",
        "minimum_wage.monthly_fen",
        "wage.reference_hourly_fen",
    ]:
        assert known.get(key)


def test_shared_values_cannot_be_changed():
    with pytest.raises(TypeError):
        profile("", TODAY).get("hiring")["offer_minutes"] = 1


@pytest.mark.parametrize("name", PLACES)
def test_every_value_of_a_place_names_seed_and_clause(name):
    """Not only a key has a basis: a value from a seed says which clause, a wage says that it is unofficial."""
    place, local = named(name), files()[name]
    for key in profiles._keys({k: v for k, v in local.items() if k not in profiles.OF_A_FILE}):
        basis = place.basis(key)
        items = place.get(key) if key in ("targets", "deadlines") else []
        texts = [item["basis"] for item in items] or [basis]
        assert all(re.search(r"00[0-4] §|非官方汇编", text) for text in texts), (key, texts)


def test_a_default_is_said_to_be_one_even_where_the_place_speaks_of_the_section():
    assert named("sichuan").basis("hiring.same_day_start").startswith("000 §")
    assert named("sichuan").basis("hiring.offer_minutes").startswith("本系统默认")


def test_minimum_wage_by_county():
    assert profile("321302", TODAY).minimum_wage("321302", TODAY).hourly_fen == 2000
    assert profile("371702", TODAY).minimum_wage("371702", TODAY).hourly_fen == 1820
    assert profile("110101", TODAY).minimum_wage("110101", TODAY).monthly_fen == 242_000
    lowest = profile("530102", TODAY).minimum_wage("530102", TODAY)
    assert (lowest.hourly_fen, lowest.monthly_fen, lowest.official) == (1500, 150_000, False)


def test_a_wage_holds_from_its_day():
    anhui = profile("340100", TODAY)
    assert anhui.minimum_wage("340100", date(2025, 9, 1)).hourly_fen == 2100
    assert anhui.minimum_wage("340100", date(2025, 8, 31)).hourly_fen == 1500


def test_the_national_floor_is_the_lowest_known():
    floor = named("default").get("minimum_wage")
    assert floor["hourly_fen"] == min(one["hourly_fen"] for one in floor["classes"])
    assert floor["monthly_fen"] == min(one["monthly_fen"] for one in floor["classes"])


LOCAL = """
[profile]
code = "321302"
name = "宿城区"
valid_from = 2026-01-01
[basis]
"hiring" = "区里的通知"
[hiring]
offer_minutes = 20
"""


def test_a_deployment_brings_its_own_files(settings, tmp_path):
    (tmp_path / "sucheng.toml").write_text(LOCAL)
    settings.PROFILE_FOLDERS = [str(tmp_path)]
    assert profile("321302101", TODAY).get("hiring.offer_minutes") == 20
    assert profile("321302101", TODAY).basis("hiring.offer_minutes") == "区里的通知"
    assert profile("321322", TODAY).name == "宿迁市"
    assert named("sucheng").code == "321302"
    assert profile_names() == sorted([*PLACES, "default", "sucheng"])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("offer_minutes", "offer_minuets"), "hiring.offer_minuets"),
        (("[hiring]", "[hirings]"), "hirings"),
        (('"hiring" =', '"wage" ='), "no basis"),
    ],
)
def test_a_wrong_local_file_is_refused(settings, tmp_path, change, said):
    (tmp_path / "sucheng.toml").write_text(LOCAL.replace(*change))
    settings.PROFILE_FOLDERS = [str(tmp_path)]
    with pytest.raises(ValueError, match=said):
        profile("321302", TODAY)


def test_all_shipped_files_load():
    assert profile_names() == sorted([*PLACES, "default"])
    assert [named(name).name for name in profile_names()]
