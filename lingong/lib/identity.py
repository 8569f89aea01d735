"""Numbers that say who somebody is: 身份证, 港澳台居住证, 外国人永久居留身份证, USCC, mobile phone.

Each check gives the number in one normal form or raises ValidationError with a reason in plain
Chinese.  A check says that a number is well formed, never that it belongs to the person.
Basis: GB 11643, GB 32100, the 2023 rules of the National Immigration Administration; python-stdnum's
`cn.ric` refuses over half of the valid older county codes, so regions are checked by province only.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

import phonenumbers
from django.core.exceptions import ValidationError
from stdnum.cn import uscc as stdnum_uscc
from stdnum.exceptions import InvalidChecksum, InvalidLength
from stdnum.exceptions import ValidationError as StdnumError

from lingong.lib import clock

RESIDENT, HMT_PERMIT, FOREIGN_PERMIT = "resident_id", "hmt_permit", "foreign_permit"
KINDS = [
    (RESIDENT, "居民身份证"),
    (HMT_PERMIT, "港澳台居民居住证"),
    (FOREIGN_PERMIT, "外国人永久居留身份证"),
]
MALE, FEMALE, NOT_STATED = "M", "F", ""

PROVINCE = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71")
HMT_REGIONS = ("810000", "820000", "830000")
OLDEST_YEAR = 1900
DEMO_SEQUENCE = "000"  # sequence numbers are issued from 001

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class Identity:
    """A checked number. `sex` is "M", "F" or "" where the number does not say (demo, old foreign card)."""

    kind: str
    number: str
    birth_date: date
    sex: str


def tidy(text: str) -> str:
    """Full-width to half-width, no spaces or dashes, capital letters."""
    return re.sub(r"[\s\-‐–—·.]", "", unicodedata.normalize("NFKC", text)).upper()


def check_character(body: str) -> str:
    """The 18th character for the first 17 digits (ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def identity(text: str, *, today: date | None = None) -> Identity:
    """Check a number of any of the three kinds, told apart by its form."""
    number = tidy(text)
    if not number:
        raise ValidationError("请填证件号码")
    if re.match(r"[9A-Z]", number):
        return foreign_permit(number, today=today)
    if len(number) == 18 and number.startswith(HMT_REGIONS):
        return hmt_permit(number, today=today)
    return resident_id(number, today=today)


def resident_id(text: str, *, today: date | None = None) -> Identity:
    """居民身份证: 18 characters, or an old number of 15 digits, which becomes its 18-digit form."""
    number = tidy(text)
    if re.fullmatch(r"[0-9]{15}", number):
        body = f"{number[:6]}19{number[6:]}"
        number = body + check_character(body)
    _well_formed(number, "身份证号")
    if not PROVINCE.match(number):
        raise ValidationError("身份证号前两位不是省份代码，请核对")
    return _read(RESIDENT, number, today)


def hmt_permit(text: str, *, today: date | None = None) -> Identity:
    """港澳台居民居住证: as 居民身份证, beginning with 810000, 820000 or 830000."""
    number = tidy(text)
    _well_formed(number, "居住证号")
    if not number.startswith(HMT_REGIONS):
        raise ValidationError("港澳台居民居住证号应以 810000、820000 或 830000 开头")
    return _read(HMT_PERMIT, number, today)


def foreign_permit(text: str, *, today: date | None = None) -> Identity:
    """外国人永久居留身份证: 18 characters beginning with 9 (since December 2023), or 3 letters and 12 digits."""
    number = tidy(text)
    if re.fullmatch(r"[A-Z]{3}[0-9]{12}", number):
        return _old_foreign(number, today)
    _well_formed(number, "永久居留身份证号")
    if number[0] != "9" or not PROVINCE.match(number, 1):
        raise ValidationError("新版外国人永久居留身份证号以 9 开头，第二、三位是省份代码，请核对")
    return _read(FOREIGN_PERMIT, number, today)


def is_demo(number: str) -> bool:
    """Whether the number carries the sequence 000, which no office issues; callers refuse it outside the demo."""
    number = tidy(number)
    if re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return number[14:17] == DEMO_SEQUENCE
    return bool(re.fullmatch(r"[0-9]{15}", number)) and number[12:15] == DEMO_SEQUENCE


def demo_id(region6: str, birth: date, n: int = 0) -> str:
    """A well-formed number nobody has: sequence 000, in the province of `region6`.

    n = 0 keeps the county; each n from 0 to 9999 gives another number for the same birth date.
    """
    if not 0 <= n <= 9999:
        raise ValueError("n must be 0..9999: take another birth date")
    body = f"{region6[:2]}{(int(region6[2:6]) + n) % 10_000:04d}{birth:%Y%m%d}{DEMO_SEQUENCE}"
    return body + check_character(body)


def uscc(text: str) -> str:
    """统一社会信用代码, 18 characters with its check character. Returns it in capitals."""
    try:
        return str(stdnum_uscc.validate(tidy(text)))
    except InvalidLength as error:
        raise ValidationError("统一社会信用代码应为 18 位，请核对") from error
    except InvalidChecksum as error:
        raise ValidationError("统一社会信用代码的最后一位对不上，请核对有没有抄错") from error
    except StdnumError as error:
        raise ValidationError("统一社会信用代码只有数字和大写字母（没有 I、O、S、V、Z），请核对") from error


def phone(text: str) -> str:
    """A mobile number of the mainland as 11 digits; takes +86, 0086, spaces, dashes, full width."""
    written = re.sub(r"[\s\-‐–—·.()]", "", unicodedata.normalize("NFKC", text))
    written = re.sub(r"^(00|\+)86|^86(?=1[0-9]{10}$)", "", written)
    if not written:
        raise ValidationError("请填手机号")
    if written.startswith("+"):
        raise ValidationError("请填中国大陆的手机号")
    if not re.fullmatch(r"[0-9]+", written):
        raise ValidationError("手机号只能是数字")
    if written.startswith(("0", "400", "800")) or len(written) < 9:
        raise ValidationError("这不是手机号，请填 11 位的手机号")
    if len(written) != 11:
        raise ValidationError(f"手机号应为 11 位，现在是 {len(written)} 位")
    parsed = phonenumbers.parse(written, "CN")
    if phonenumbers.number_type(parsed) != phonenumbers.PhoneNumberType.MOBILE:
        raise ValidationError("没有这个号段的手机号，请核对")
    return written


def _well_formed(number: str, name: str) -> None:
    if len(number) != 18:
        raise ValidationError(f"{name}应为 18 位，现在是 {len(number)} 位")
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        raise ValidationError(f"{name}只有数字，最后一位可以是 X")


def _read(kind: str, number: str, today: date | None) -> Identity:
    """Birth date, check character and sex of an 18-character number."""
    birth = _birth(number[6:14], today)
    if check_character(number[:17]) != number[17]:
        raise ValidationError("证件号最后一位对不上，请核对有没有抄错")
    sex = NOT_STATED if number[14:17] == DEMO_SEQUENCE else (FEMALE, MALE)[int(number[16]) % 2]
    return Identity(kind, number, birth, sex)


def _old_foreign(number: str, today: date | None) -> Identity:
    """Country (3 letters), place of issue (4), birth YYMMDD, sequence, check digit 7-3-1 (ICAO 9303)."""
    if not PROVINCE.match(number, 3):
        raise ValidationError("永久居留身份证号第四、五位不是省份代码，请核对")
    values = [int(character, 36) for character in number[:14]]
    if sum(value * (7, 3, 1)[i % 3] for i, value in enumerate(values)) % 10 != int(number[14]):
        raise ValidationError("证件号最后一位对不上，请核对有没有抄错")
    try:
        birth = _birth(f"20{number[7:13]}", today)
    except ValidationError:
        birth = _birth(f"19{number[7:13]}", today)
    return Identity(FOREIGN_PERMIT, number, birth, NOT_STATED)


def _birth(digits: str, today: date | None) -> date:
    try:
        birth = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError as error:
        raise ValidationError("证件号里的出生日期不存在，请核对") from error
    if birth.year < OLDEST_YEAR or birth > (today or clock.today()):
        raise ValidationError("证件号里的出生日期不对，请核对")
    return birth
