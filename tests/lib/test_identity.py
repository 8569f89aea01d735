"""Valid numbers pass in every form people write them; one wrong digit is refused with a reason."""

import contextlib
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import assume, given
from hypothesis import strategies as st

from lingong.lib import identity as ids

TODAY = date(2026, 11, 22)
PROVINCES = ["11", "15", "21", "32", "37", "43", "51", "54", "62", "65"]
BIRTHS = st.dates(date(1900, 1, 1), TODAY)
PLACES = st.builds("{}{:04d}".format, st.sampled_from(PROVINCES), st.integers(0, 9999))
SEQUENCES = st.integers(1, 999)


def made(region: str, birth: date, sequence: int) -> str:
    body = f"{region}{birth:%Y%m%d}{sequence:03d}"
    return body + ids.check_character(body)


def refused(check, text: str) -> str:
    with pytest.raises(ValidationError) as caught:
        check(text, today=TODAY) if check in (ids.identity, ids.resident_id) else check(text)
    return "".join(caught.value.messages)


@given(PLACES, BIRTHS, SEQUENCES)
def test_a_well_formed_number_is_accepted(region, birth, sequence):
    found = ids.identity(made(region, birth, sequence), today=TODAY)
    assert found.kind == ids.RESIDENT
    assert found.birth_date == birth
    assert found.sex == ("M" if sequence % 2 else "F")


@given(PLACES, BIRTHS, SEQUENCES, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_any_single_change_is_refused(region, birth, sequence, position, other):
    number = made(region, birth, sequence)
    assume(number[position] != other)
    changed = number[:position] + other + number[position + 1 :]
    assert refused(ids.identity, changed)


@given(st.text(max_size=25))
def test_any_text_gets_an_answer(text):
    """Whatever is typed, the answer is a number or a reason, never another error."""
    for check in (ids.identity, ids.resident_id, ids.hmt_permit, ids.foreign_permit, ids.uscc, ids.phone):
        with contextlib.suppress(ValidationError):
            assert check(text)


def test_lower_case_spaces_and_full_width():
    assert ids.resident_id("11010519491231002x", today=TODAY).number == "11010519491231002X"
    assert ids.resident_id(" 110105 19491231 002X ", today=TODAY).birth_date == date(1949, 12, 31)
    assert ids.resident_id("１１０１０５１９４９１２３１００２Ｘ", today=TODAY).sex == "F"


def test_an_old_number_becomes_the_new_one():
    assert ids.identity("110105491231002", today=TODAY).number == "11010519491231002X"


def test_an_older_county_code_is_accepted():
    """菏泽定陶县 was 371727 until it became a district: people keep the number."""
    assert ids.identity(made("371727", date(1970, 5, 1), 123), today=TODAY).kind == ids.RESIDENT


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("", "请填"),
        ("1101051949123100", "18 位"),
        ("11010519491231002Y", "最后一位可以是 X"),
        ("X10105194912310021", "最后一位可以是 X"),
        (made("991234", date(1990, 1, 1), 7), "省份"),
        (made("701234", date(1990, 1, 1), 7), "省份"),
        ("110105194902300020", "不存在"),
        (made("110105", TODAY + timedelta(days=1), 7), "出生日期不对"),
        (made("110105", date(1899, 12, 31), 7), "出生日期不对"),
        ("110105194912310021", "最后一位对不上"),
        ("110105490231002", "不存在"),
    ],
)
def test_the_reason_is_said(number, reason):
    assert reason in refused(ids.identity, number)


def test_residence_permits_of_hong_kong_macao_and_taiwan():
    for region in ("810000", "820000", "830000"):
        found = ids.identity(made(region, date(1988, 2, 29), 15), today=TODAY)
        assert found.kind == ids.HMT_PERMIT
        assert found.sex == "M"
    assert "810000" in refused(ids.hmt_permit, made("110105", date(1988, 2, 29), 15))
    assert "省份" in refused(ids.resident_id, made("810000", date(1988, 2, 29), 15))


def test_foreign_permits_old_and_new():
    new = ids.identity(made("911840", date(1981, 8, 3), 26), today=TODAY)
    assert (new.kind, new.birth_date, new.sex) == (ids.FOREIGN_PERMIT, date(1981, 8, 3), "F")
    old = ids.identity("kaz110090123105", today=TODAY)
    assert (old.number, old.birth_date, old.sex) == ("KAZ110090123105", date(1990, 12, 31), "")
    assert "对不上" in refused(ids.identity, "KAZ110090123106")
    assert "省份" in refused(ids.identity, "KAZ990090123105")
    assert "省份" in refused(ids.identity, made("999840", date(1981, 8, 3), 26))
    assert "18 位" in refused(ids.identity, "KAZ1100901231")


def test_the_century_of_an_old_foreign_card_is_the_latest_possible():
    body = "USA11000102031"
    digit = sum(int(c, 36) * (7, 3, 1)[i % 3] for i, c in enumerate(body)) % 10
    assert ids.identity(f"{body}{digit}", today=TODAY).birth_date == date(2001, 2, 3)


def test_demo_numbers_are_known_well_formed_and_many():
    birth = date(1985, 6, 1)
    numbers = {ids.demo_id("321302", birth, n) for n in range(10_000)}
    assert len(numbers) == 10_000
    assert ids.demo_id("321302", birth).startswith("32130219850601000")
    for number in list(numbers)[:200]:
        assert ids.is_demo(number)
        assert ids.identity(number, today=TODAY).sex == ""
    with pytest.raises(ValueError, match=r"0\.\.9999"):
        ids.demo_id("321302", birth, 10_000)


def test_what_is_not_a_demo_number():
    assert not ids.is_demo("11010519491231002X")
    assert not ids.is_demo("KAZ110090000005")
    assert not ids.is_demo("")
    assert ids.is_demo("110105491231000")


def test_uscc():
    assert ids.uscc("91110000600037341l") == "91110000600037341L"
    assert ids.uscc(" 9111 0000 6000 37341L") == "91110000600037341L"
    assert "18 位" in refused(ids.uscc, "9111000060003734")
    assert "最后一位" in refused(ids.uscc, "911100006000373411")
    assert "大写字母" in refused(ids.uscc, "9111000060003734IL")


@pytest.mark.parametrize(
    "written",
    [
        "13900000001",
        "+86 139-0000-0001",
        "0086 13900000001",
        "＋８６１３９０００００００１",
        " 139 0000 0001 ",
        "8613900000001",
    ],
)
def test_a_mobile_number_in_any_writing(written):
    assert ids.phone(written) == "13900000001"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "请填手机号"),
        ("1390000000", "现在是 10 位"),
        ("139000000012", "现在是 12 位"),
        ("0527-84350000", "不是手机号"),
        ("12345678901", "号段"),
        ("+852 91234567", "大陆"),
        ("手机13900000001", "只能是数字"),
    ],
)
def test_a_wrong_mobile_number_says_why(written, reason):
    assert reason in refused(ids.phone, written)
