"""Lock files: every package pinned with its hash, and no address of an index in any of them."""

import json
import re

import pytest

from tests.house.source import ROOT

REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("lock", REQUIREMENTS, ids=lambda path: path.name)
def test_a_python_lock_pins_and_hashes_and_names_no_address(lock):
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.M).strip())
    assert len(entries) > 10
    assert not [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]


def test_the_npm_lock_names_no_address_it_was_fetched_from():
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    own = packages.pop("")
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert not [name for name, package in packages.items() if "integrity" not in package]
    asked = own["dependencies"] | own["devDependencies"]
    assert not [name for name, version in asked.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)]


def test_there_is_no_other_lock():
    assert not [name for name in ("uv.lock", "poetry.lock", "yarn.lock") if (ROOT / name).exists()]
