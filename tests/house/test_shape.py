"""Shapes that hide what happens: signals, overridden save(), orders from afar, imports in functions."""

import ast

import pytest

from tests.house.source import PACKAGE, classes, functions, modules, place

SHAPELESS = {"services", "utils", "helpers", "common"}


def test_no_module_is_named_after_nothing():
    named = [path for path in PACKAGE.rglob("*") if path.stem in SHAPELESS]
    assert not named, "\n".join(place(path) for path in named)


def test_no_signals():
    """What a verb causes travels by the journal, where it can be read and replayed."""
    found = []
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                module = node.module or ""
                names = {alias.name for alias in node.names}
                if module == "django.dispatch" or module.endswith("signals") or "signals" in names:
                    found.append(place(path, node))
            elif isinstance(node, ast.Import) and any(a.name == "django.dispatch" for a in node.names):
                found.append(place(path, node))
    assert not found, "\n".join(found)


def test_no_save_or_delete_is_overridden():
    """Bulk writes pass such a method by; a verb says what it does, the database keeps what must hold."""
    found = [
        f"{place(path, item)} {node.name}.{item.name}"
        for path, node in classes()
        for item in node.body
        if isinstance(item, ast.FunctionDef) and item.name in {"save", "delete"}
    ]
    assert not found, "\n".join(found)


def test_no_meta_ordering():
    """An order belongs to the query that needs it; one in Meta is paid for by every query."""
    found = [
        place(path, item)
        for path, node in classes()
        if node.name == "Meta"
        for item in node.body
        if isinstance(item, ast.Assign) and any(getattr(t, "id", "") == "ordering" for t in item.targets)
    ]
    assert not found, "\n".join(found)


def test_no_import_inside_a_function():
    """Such an import hides a ring. The command alone has one: its settings must be named first."""
    found = {
        place(path, inner)
        for path, node in functions()
        if path != PACKAGE / "__main__.py"
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    }
    assert not found, "\n".join(found)


PACKAGES = sorted(path for path in PACKAGE.iterdir() if path.is_dir() and any(path.glob("*.py")))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_a_package_says_what_it_owns(package):
    """Three to twelve lines of docstring: what it owns, its words, its verbs."""
    tree = modules().get(package / "__init__.py")
    assert tree is not None, f"{place(package)} has no __init__.py"
    said = ast.get_docstring(tree) or ""
    assert 3 <= len(said.splitlines()) <= 12, f"{place(package)}: {len(said.splitlines())} lines of docstring"


def test_an_init_holds_nothing_but_its_docstring():
    found = [
        place(path)
        for path, tree in modules().items()
        if path.name == "__init__.py" and len(tree.body) > bool(ast.get_docstring(tree))
    ]
    assert not found, "\n".join(found)
