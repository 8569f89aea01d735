"""Telephone numbers, also spaced, hyphenated or spelt in characters; digits only in the reading."""

import re

from .source import Found, Source

MOBILE = re.compile(
    r"(?<!\d)(?:\+?86[\s-]?)?(1[3-9]\d)[\s\-.]?(\d{4})[\s\-.]?(\d{4})(?!\d)|"
    r"(?<!\d)(1[3-9]\d{2})[\s-](\d{3})[\s-](\d{4})(?!\d)"
)
LANDLINE = re.compile(
    r"(?<!\d)(0\d{2,3})[\s\-)]?(\d{7,8})(?!\d)|(?<![\d.])(400)[\s-]?(\d{3,4})[\s-]?(\d{3,4})(?!\d)"
)
SPELT = re.compile(r"[一幺][三四五六七八九][零一幺二三四五六七八九]{9}(?![零一幺二三四五六七八九])")
MASKED = re.compile(r"1[3-9]\d[*xX]{4}\d{4}")
DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"幺": "1"}


def phones(source: Source) -> list[Found[str]]:
    """Each number once, in the order of the text."""
    found: list[Found[str]] = []
    for pattern in (MOBILE, SPELT, LANDLINE):
        for match in pattern.finditer(source.clean):
            number = "".join(g for g in match.groups() if g) or "".join(DIGITS[c] for c in match[0])
            if not any(match.start() < o.end and o.start < match.end() for o in found):
                found.append(Found(number, *match.span()))
    found.sort(key=lambda item: item.start)
    return [item for i, item in enumerate(found) if item.value not in {o.value for o in found[:i]}]


def without(source: Source, found: list[Found[str]]) -> Source:
    """The same text with the numbers blanked out, so that no other reader takes them for money."""
    chars = list(source.clean)
    for pattern in (MOBILE, SPELT, LANDLINE, MASKED):
        for match in pattern.finditer(source.clean):
            chars[match.start() : match.end()] = "#" * (match.end() - match.start())
    return Source(source.raw, "".join(chars), source.origin, source.disguised)
