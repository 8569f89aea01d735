"""State tables: rows that say which verb leads from where to where, and who may do it."""

from collections.abc import Iterable
from dataclasses import dataclass

from .refusal import Refusal


@dataclass(frozen=True, slots=True)
class Step:
    """One row: `verb` by `side` moves from any state of `source` to `target`.

    An empty `source` means the verb creates the thing, an empty `target` that the state stays.
    `event` is the kind written to the journal.
    """

    verb: str
    source: tuple[str, ...]
    target: str
    side: tuple[str, ...]
    event: str


class StateTable:
    """Looks rows up and refuses what has none."""

    def __init__(self, name: str, steps: Iterable[Step], labels: dict[str, str]) -> None:
        self.name = name
        self.steps = tuple(steps)
        self.labels = labels
        self._by_verb = {step.verb: step for step in self.steps}
        if len(self._by_verb) != len(self.steps):
            raise ValueError(f"{name}: a verb stands twice in the table")

    def step(self, verb: str) -> Step:
        return self._by_verb[verb]

    def verbs_from(self, state: str, side: str) -> list[str]:
        """What `side` may do now: the buttons of a page."""
        return [s.verb for s in self.steps if state in s.source and side in s.side]

    def require(self, verb: str, state: str, side: str = "") -> Step:
        """The row of `verb`, or a Refusal: not this side's act, or the state the thing is in now."""
        step = self._by_verb[verb]
        if side:
            self.require_new(verb, side)
        if state not in step.source:
            where = self.labels.get(state, state)
            raise Refusal(
                f"{self.name}.state", f"现在是“{where}”，不能这样做。请刷新页面看最新情况。", rule=verb
            )
        return step

    def require_new(self, verb: str, side: str) -> Step:
        """The row of a verb that creates the thing, or a Refusal if it is not this side's act."""
        step = self._by_verb[verb]
        if side not in step.side:
            raise Refusal(f"{self.name}.side", "这一步要由另一方来做。", rule=verb)
        return step
