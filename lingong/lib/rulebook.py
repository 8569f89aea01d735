"""A rulebook is a list of small named functions with a docstring in plain words and a basis.

`docs/rules.md` is generated from the rulebooks; a rule without docstring or basis is refused here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Function = TypeVar("Function", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Rule(Generic[Function]):
    code: str
    basis: str
    text: str
    function: Function


class Rulebook(Generic[Function]):
    """Rules in the order they were declared."""

    def __init__(self, name: str, title: str) -> None:
        self.name = name
        self.title = title
        self._rules: dict[str, Rule[Function]] = {}

    def rule(self, *, basis: str, code: str = "") -> Callable[[Function], Function]:
        """Declare the decorated function as a rule; its name is its code unless one is given."""

        def declare(function: Function) -> Function:
            name = code or function.__name__
            text = (function.__doc__ or "").strip()
            if not text or not basis:
                raise ValueError(f"{self.name}.{name}: a rule needs a docstring and a basis")
            if name in self._rules:
                raise ValueError(f"{self.name}.{name} is declared twice")
            self._rules[name] = Rule(name, basis, text, function)
            return function

        return declare

    def __iter__(self) -> Iterator[Rule[Function]]:
        return iter(self._rules.values())

    def __getitem__(self, code: str) -> Rule[Function]:
        return self._rules[code]

    def __len__(self) -> int:
        return len(self._rules)
