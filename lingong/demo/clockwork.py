"""Stories told in the order of time, so that the journal and the inboxes read like real ones.

A story is a generator: it yields the moment at which it goes on.  What lies after the end is not told,
and that is how every point of the line comes to stand in the demo.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from heapq import heappop, heappush
from itertools import count

from lingong.lib.refusal import Refusal

Story = Iterator[datetime]


class Clockwork:
    """Runs stories up to `end`."""

    def __init__(self, end: datetime) -> None:
        self.end = end
        self.refused: list[Refusal] = []
        self._order = count()
        self._waiting: list[tuple[datetime, int, Story]] = []

    def add(self, story: Story) -> None:
        """Go on with a story; its yield says when it continues. One that is refused ends there."""
        try:
            moment = next(story, None)
        except Refusal as refusal:
            self.refused.append(refusal)
            return
        if moment is not None and moment <= self.end:
            heappush(self._waiting, (moment, next(self._order), story))

    def run(self, beats: Iterable[datetime], tick: Callable[[datetime], None]) -> None:
        """Tell all stories, with `tick` at each of the `beats` in between and once at the end."""
        for beat in beats:
            self._tell_until(beat)
            tick(beat)
        self._tell_until(self.end)
        tick(self.end)

    def _tell_until(self, moment: datetime) -> None:
        while self._waiting and self._waiting[0][0] <= moment:
            self.add(heappop(self._waiting)[2])
