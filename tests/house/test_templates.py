"""Templates keep to the content policy: no script, style or handler in the page, nothing from afar."""

import re

import pytest

from tests.house.source import place, templates

FORBIDDEN = {
    "a script in the page": r"<script\b(?![^>]*\b(?:src=|type=.application/json))",
    "a style in the page": r"<style\b",
    "a style attribute": r"<[^>]*\sstyle=",
    "a handler in the page": r"<[^>]*\s(?:on[a-z]+|hx-on[:\w-]*)=",
    "a javascript: address": r"javascript:",
    "a file from another site": r"<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=.(?:https?:)?//",
    "unescaped text": r"\|\s*safe\b|\{%\s*autoescape\s+off",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_has(what):
    found = [
        f"{place(path)}:{text[: match.start()].count(chr(10)) + 1}"
        for path, text in templates().items()
        for match in re.finditer(FORBIDDEN[what], text, re.I)
    ]
    assert not found, "\n".join(found)
