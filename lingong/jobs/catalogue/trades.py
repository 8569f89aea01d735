"""The catalogue of trades: read once from `trades.toml`, searched by title, activity or near miss."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

FILE = Path(__file__).with_name("trades.toml")
CLOSE = 86.0  # of 100: a typing error in a title passes, another trade does not


@dataclass(frozen=True, slots=True)
class Trade:
    """One trade. `hidden` ones are known to the reader (to warn of them) but never offered."""

    code: str
    name: str
    group: str
    group_name: str
    titles: tuple[str, ...]
    acts: tuple[tuple[str, str], ...]
    gigs: tuple[str, ...]
    national_code: str = ""
    hidden: bool = False

    @property
    def synonyms(self) -> tuple[str, ...]:
        return (*self.titles, *(act for act, _ in self.acts))


@lru_cache(maxsize=1)
def groups() -> dict[str, str]:
    """Group code → what the home page calls it, in the order of the file."""
    return dict(tomllib.loads(FILE.read_text("utf-8"))["groups"])


@lru_cache(maxsize=1)
def trades() -> dict[str, Trade]:
    """Trade code → Trade, in the order of the file."""
    names = groups()
    table = tomllib.loads(FILE.read_text("utf-8"))["trades"]
    return {
        code: Trade(
            code=code,
            name=row["name"],
            group=row["group"],
            group_name=names[row["group"]],
            titles=tuple(row["titles"]),
            acts=tuple(row.get("acts", {}).items()),
            gigs=tuple(row.get("gigs", ())),
            national_code=row.get("code2022", ""),
            hidden=row.get("hidden", False),
        )
        for code, row in table.items()
    }


@lru_cache(maxsize=1)
def words() -> dict[str, tuple[str, Trade]]:
    """Every title and activity → (the title it reads as, its trade). The first trade to claim a word has it."""
    found: dict[str, tuple[str, Trade]] = {}
    for trade in trades().values():
        found.setdefault(trade.name, (trade.name, trade))
        for title in trade.titles:
            found.setdefault(title, (title, trade))
        for act, title in trade.acts:
            found.setdefault(act, (title, trade))
    return found


@lru_cache(maxsize=1)
def pattern() -> re.Pattern[str]:
    """One expression that finds any word of the catalogue, the longest first."""
    return re.compile("|".join(sorted(map(re.escape, words()), key=len, reverse=True)))


def find(text: str) -> Trade | None:
    """The trade a person means: an exact word, a word inside the text, else a very close one."""
    text = text.strip()
    if not text:
        return None
    known = words()
    if text in known:
        return known[text][1]
    inside = max(pattern().finditer(text), key=lambda m: len(m.group()), default=None)
    if inside:
        return known[inside.group()][1]
    close = process.extractOne(text, known.keys(), scorer=fuzz.ratio, score_cutoff=CLOSE)
    return known[close[0]][1] if close else None
