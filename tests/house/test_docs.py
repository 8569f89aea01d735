"""Docs that name what is in the code are checked against it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = [
    ROOT / "README.md",
    ROOT / "README.zh-CN.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]


def test_rules_and_events_are_what_the_code_says():
    command = [sys.executable, "scripts/build_docs.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_setting_of_the_environment_is_told_and_none_that_is_not_read():
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "lingong").rglob("*.py"))
    read = set(re.findall(r'"((?:LINGONG_|DATABASE_URL)[A-Z_]*)"', sources))
    told = set(
        re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs/settings.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert told == read


@pytest.mark.parametrize("page", DOCS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_and_paths_lead_somewhere(page):
    text = page.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)\)", text) if "://" not in link]
    missing = [link for link in links if not (page.parent / link).exists()]
    paths = re.findall(r"`((?:lingong|tests|docs|scripts|benchmarks)/[\w./-]+\.\w+)`", text)
    missing += [path for path in paths if not (ROOT / path).exists()]
    assert not missing


def test_both_readmes_give_the_same_commands():
    def commands(name):
        return re.findall(r"^(make \w+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)

    assert commands("README.md") == commands("README.zh-CN.md")
    assert commands("README.md")
