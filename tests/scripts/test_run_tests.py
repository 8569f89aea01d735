"""`make test` runs every part, counts honestly and fails when any part does."""

import importlib.util
import sys

import pytest

from tests.house.source import ROOT


@pytest.fixture
def script():
    spec = importlib.util.spec_from_file_location("run_tests", ROOT / "scripts" / "run_tests.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def prints(text, code=0):
    return [sys.executable, "-c", f"print({text!r}); raise SystemExit({code})"]


def closing_line(script, monkeypatch, capfd, parts):
    monkeypatch.setattr(script, "parts", lambda: parts)
    code = script.main()
    return code, capfd.readouterr().out.strip().splitlines()[-1]


def test_tests_are_counted_one_by_one_and_other_parts_as_one(script, monkeypatch, capfd):
    parts = [
        script.Part("lint", prints("All checks passed!")),
        script.Part("tests", [*prints("3 passed, 2 skipped in 0.50s\nby the way: 9 passed"), "pytest"]),
        script.Part("browser", skip="no chromium"),
    ]
    assert closing_line(script, monkeypatch, capfd, parts) == (0, "4 passed, 0 failed, 2 skipped")


def test_a_failed_part_fails_the_whole_and_the_next_one_still_runs(script, monkeypatch, capfd):
    parts = [
        script.Part("lint", prints("12 passed in my dreams", code=1)),
        script.Part("tests", [*prints("1 failed, 3 passed, 1 error in 61.02s (0:01:01)", code=1), "pytest"]),
        script.Part("types", prints("Success")),
    ]
    assert closing_line(script, monkeypatch, capfd, parts) == (1, "4 passed, 3 failed, 0 skipped")


def test_a_test_run_that_dies_counts_as_failed(script, monkeypatch, capfd):
    parts = [script.Part("tests", [*prints("Segmentation fault", code=139), "pytest"])]
    assert closing_line(script, monkeypatch, capfd, parts) == (1, "0 passed, 1 failed, 0 skipped")


def test_no_browser_test_yet_is_no_failure(script, monkeypatch, capfd):
    parts = [script.Part("browser", [*prints("4 deselected in 0.10s", code=5), "pytest"])]
    assert closing_line(script, monkeypatch, capfd, parts) == (0, "0 passed, 0 failed, 0 skipped")
