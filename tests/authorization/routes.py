"""What the resolver knows: pages by name, operations of the interface by id. Nothing is listed by hand."""

import inspect
from dataclasses import dataclass
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver

PLAIN = {"openapi-json", "api-root"}  # the description of the interface; no operations


@dataclass(frozen=True)
class Operation:
    """One operation of the interface: its address with `<…>` for each argument, and its method."""

    path: str
    method: str


def pages() -> set[str]:
    """Names of all pages."""
    return {str(pattern.name) for path, pattern in _patterns(get_resolver()) if not path.startswith("api/")}


@cache
def operations() -> dict[str, Operation]:
    """All operations by id, found through the views the resolver leads to."""
    found = {}
    for path, pattern in _patterns(get_resolver()):
        if not path.startswith("api/") or pattern.name in PLAIN:
            continue
        view = inspect.getclosurevars(pattern.callback).nonlocals["self"]
        for operation in view.operations:
            (method,) = operation.methods
            found[str(operation.operation_id)] = Operation(path, method)
    return found


def _patterns(resolver: URLResolver, before: str = "") -> list[tuple[str, URLPattern]]:
    found = []
    for entry in resolver.url_patterns:
        path = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            found += _patterns(entry, path)
        else:
            found.append((path, entry))
    return found
