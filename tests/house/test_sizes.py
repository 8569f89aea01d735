"""Budgets of size: what grows past them holds two things and is parted."""

from collections.abc import Iterable
from pathlib import Path

from tests.house.source import (
    PACKAGE,
    ROOT,
    Function,
    classes,
    functions,
    length,
    modules,
    percentile_90,
    place,
    templates,
)


def at_most(limit: int, sizes: Iterable[tuple[str, int]]) -> None:
    over = [f"{where}: {size} > {limit}" for where, size in sizes if size > limit]
    assert not over, "\n".join(over)


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_a_file_has_at_most_400_lines_and_nine_of_ten_at_most_200():
    sizes = [(place(path), lines(path)) for path in modules()]
    at_most(400, sizes)
    assert percentile_90([size for where, size in sizes if not where.endswith("__init__.py")]) <= 200


def test_a_function_has_at_most_50_lines_and_nine_of_ten_at_most_30():
    sizes = [(f"{place(path, node)} {node.name}", length(node)) for path, node in functions()]
    at_most(50, sizes)
    assert percentile_90([size for _, size in sizes]) <= 30


def test_a_class_has_at_most_15_methods():
    sizes = [
        (f"{place(path, node)} {node.name}", sum(isinstance(item, Function) for item in node.body))
        for path, node in classes()
    ]
    at_most(15, sizes)


def test_a_view_has_at_most_25_lines():
    views = [
        (f"{place(path, node)} {node.name}", length(node))
        for path, node in functions()
        if path.is_relative_to(PACKAGE / "web") and [a.arg for a in node.args.args[:1]] == ["request"]
    ]
    at_most(25, views)


def test_a_template_has_at_most_150_lines():
    at_most(150, ((place(path), len(text.splitlines())) for path, text in templates().items()))


def test_a_test_file_or_a_script_has_at_most_400_lines():
    found = [path for folder in ("tests", "scripts", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    at_most(400, ((place(path), lines(path)) for path in found))


def test_a_line_has_at_most_120_characters():
    """The formatter keeps code within 110; this is for long texts, where it cannot help."""
    found = [*modules(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "scripts").rglob("*.py")]
    at_most(
        120,
        (
            (f"{place(path)}:{number}", len(line))
            for path in found
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        ),
    )
