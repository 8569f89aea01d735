"""What may be shown of a personal fact before both sides agreed."""

import re
import unicodedata

_PHONE = re.compile(r"(?<!\d)1[3-9](?:[\s-]?\d){9}(?!\d)")


def names_a_phone(text: str) -> bool:
    """Whether free text holds a mobile number, also spaced, dashed or in full-width digits."""
    return bool(_PHONE.search(unicodedata.normalize("NFKC", text)))


def name(full: str) -> str:
    """`王建国` → `王**`; an empty name → `——`."""
    return full[0] + "*" * (len(full) - 1) if full else "——"


def calling_name(full: str, sex: str = "") -> str:
    """`王建国` → `王师傅`: how a worker is addressed before names are exchanged."""
    return f"{full[0]}{'女士' if sex == 'F' else '师傅'}" if full else "——"


def phone(number: str) -> str:
    """`13900000001` → `139****0001`."""
    return f"{number[:3]}****{number[-4:]}" if len(number) >= 7 else "*" * len(number)


def id_number(number: str) -> str:
    """First digit and last character only: region, birth date and sequence stay hidden."""
    return f"{number[0]}{'*' * (len(number) - 2)}{number[-1]}" if len(number) > 2 else "*" * len(number)


def address(text: str, keep: int = 6) -> str:
    """The beginning of an address; the door number comes with the agreement."""
    return text if len(text) <= keep else f"{text[:keep]}…"
