"""The layers where import-linter cannot see: foreign keys, dotted names and addresses given as text."""

import ast
import re

from tests.house.source import (
    PACKAGE,
    calls,
    layers,
    may_know,
    modules,
    package_of,
    place,
    templates,
)

NAMES_ADDRESSES = {"web", "api", "urls"}


def test_brackets_mean_not_built_yet():
    for row in layers():
        for name, bracketed in row.items():
            built = (PACKAGE / name / "__init__.py").exists() or (PACKAGE / f"{name}.py").exists()
            assert built != bracketed, f"{name} in .importlinter: brackets are for what is not built yet"


def test_foreign_keys_given_as_text_point_down():
    relations = {"ForeignKey", "OneToOneField", "ManyToManyField", "get_model"}
    found = []
    for path, call, name in calls():
        targets = [*call.args[:1], *(item.value for item in call.keywords if item.arg in {"to", "app_label"})]
        for target in targets if name in relations else []:
            if isinstance(target, ast.Constant) and target.value != "self":
                app = (
                    str(target.value).split(".")[0] if "." in str(target.value) or name == "get_model" else ""
                )
                if app and not may_know(package_of(path), app):
                    found.append(f"{place(path, call)} {target.value}")
    assert not found, "\n".join(found)


def test_dotted_names_point_down():
    """`"lingong.jobs.intake"` is an import in disguise; only settings and urls may name upper packages."""
    found = []
    for path, tree in modules().items():
        for node in ast.walk(tree):
            named = re.fullmatch(r"lingong\.(\w+)[\w.]*", str(getattr(node, "value", "")))
            if isinstance(node, ast.Constant) and named and not may_know(package_of(path), named[1]):
                found.append(f"{place(path, node)} {node.value}")
    assert not found, "\n".join(found)


def test_only_web_and_api_name_addresses():
    """Everything else names an object by kind and public id; `/go/<kind>/<id>` leads to its page."""
    found = [
        f"{place(path, call)} {name}()"
        for path, call, name in calls()
        if name in {"reverse", "reverse_lazy", "redirect", "resolve_url"}
        if package_of(path) not in NAMES_ADDRESSES
        and not (isinstance(call.func, ast.Attribute) and name == "reverse")  # queryset.reverse()
    ]
    found += [
        place(path)
        for path, text in templates().items()
        if re.search(r"\{%\s*url\s", text) and package_of(path) not in NAMES_ADDRESSES
    ]
    assert not found, "\n".join(found)


def test_only_web_has_templates_and_static_files():
    found = [
        place(path)
        for folder in ("templates", "static", "templatetags")
        for path in PACKAGE.rglob(folder)
        if package_of(path) not in NAMES_ADDRESSES
    ]
    assert not found, "\n".join(found)
