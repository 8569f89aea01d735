"""The source as the house rules read it: parsed once, without migrations."""

import ast
import configparser
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "lingong"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules() -> dict[Path, ast.Module]:
    """Every module of the package with its syntax tree."""
    return {
        path: ast.parse(path.read_text(encoding="utf-8"), str(path))
        for path in sorted(PACKAGE.rglob("*.py"))
        if "migrations" not in path.parts
    }


@cache
def templates() -> dict[Path, str]:
    """Every template of the package with its text."""
    return {
        path: path.read_text(encoding="utf-8")
        for path in sorted(PACKAGE.rglob("templates/**/*"))
        if path.is_file()
    }


def classes() -> Iterator[tuple[Path, ast.ClassDef]]:
    for path, tree in modules().items():
        yield from ((path, node) for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def functions() -> Iterator[tuple[Path, Function]]:
    for path, tree in modules().items():
        yield from ((path, node) for node in ast.walk(tree) if isinstance(node, Function))


def calls() -> Iterator[tuple[Path, ast.Call, str]]:
    """Every call with the last name of what is called: `models.ForeignKey(…)` → "ForeignKey"."""
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func
                name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                yield path, node, name


def length(node: Function) -> int:
    """Lines from `def` to the last one."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def place(path: Path, node: ast.expr | ast.stmt | None = None) -> str:
    """`lingong/jobs/intake.py:12`, as an editor opens it."""
    return f"{path.relative_to(ROOT)}:{node.lineno}" if node else str(path.relative_to(ROOT))


def package_of(path: Path) -> str:
    """`lingong/jobs/intake.py` → "jobs"; `lingong/urls.py` → "urls"."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def percentile_90(sizes: list[int]) -> int:
    """The size that nine of ten stay within; 0 for nothing."""
    return sorted(sizes)[int(0.9 * (len(sizes) - 1))] if sizes else 0


@cache
def layers() -> list[dict[str, bool]]:
    """The rows of the layer contract, highest first: package → whether it stands in brackets."""
    contract = configparser.ConfigParser(comment_prefixes=(";",))
    contract.read(ROOT / ".importlinter", encoding="utf-8")
    rows = contract["importlinter:contract:layers"]["layers"].split("\n")
    return [
        {name.strip("() "): "(" in name for name in row.replace(":", "|").split("|")}
        for row in rows
        if row.strip()
    ]


def may_know(importer: str, imported: str) -> bool:
    """Whether package `importer` may name something of package `imported`: itself or one below it.

    The top row (urls, settings, wsgi) may name everything; what is no package does not matter.
    """
    level = {name: number for number, row in enumerate(layers()) for name in row}
    if importer == imported or importer not in level or imported not in level or not level[importer]:
        return True
    return level[importer] < level[imported]
