"""docs/requirements.toml: every requirement of the catalogue, its state, and tests that exist."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.house.source import ROOT

IDS = (ROOT / "tests" / "data" / "requirement_ids.txt").read_text(encoding="utf-8").split()
STATED = tomllib.loads((ROOT / "docs" / "requirements.toml").read_text(encoding="utf-8"))


@cache
def names_in(path: Path) -> set[str]:
    """Names of the tests in a file: `test_x` and `TestThing::test_x`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            names |= {f"{node.name}::{item.name}" for item in node.body if isinstance(item, ast.FunctionDef)}
    return {name for name in names if name.split("::")[-1].startswith("test_")}


def exists(node_id: str) -> bool:
    file, _, name = node_id.partition("::")
    path = ROOT / file
    return file.startswith("tests/") and path.is_file() and name in names_in(path)


def test_every_requirement_stands_once_and_no_other():
    assert len(IDS) == len(set(IDS)) == 245
    assert list(STATED) == IDS


@pytest.mark.parametrize("state", ["done", "partial", "open"])
def test_what_is_said_of_a(state):
    wrong = {}
    for name, said in STATED.items():
        if said["state"] != state:
            continue
        missing = [test for test in said["tests"] if not exists(test)]
        if missing:
            wrong[name] = f"no such test: {missing}"
        elif bool(said["tests"]) == (state == "open"):
            wrong[name] = "done and partial are shown by a test; what a test shows is not open"
        elif bool(said.get("note")) < (state == "partial"):
            wrong[name] = "a note says what is missing"
    assert not wrong, "\n".join(f"{name}: {why}" for name, why in wrong.items())


def test_nothing_else_is_said():
    wrong = {
        name: said
        for name, said in STATED.items()
        if said["state"] not in {"done", "partial", "open"} or not said.keys() <= {"state", "tests", "note"}
    }
    assert not wrong, "\n".join(f"{name}: {why}" for name, why in wrong.items())
