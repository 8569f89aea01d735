"""What employers of the demo paste, and what they answer where the text leaves something open."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from lingong.jobs.facts import Offer
from lingong.jobs.from_text import from_text, offer_from
from lingong.lib import clock

FILE = Path(__file__).parent / "data" / "sentences.toml"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with {n} and {place}, and the whole truth behind it. `lead`: days from the pasting to the work."""

    who: str
    text: str
    trade: str
    pay: str
    unit: str
    settlement: str
    start: time
    end: time
    lead: int = 1
    days: int = 1
    most: int = 1
    piece_word: str = ""


@lru_cache(maxsize=1)
def sentences() -> tuple[Sentence, ...]:
    """The sentences of the file, in its order."""
    return tuple(Sentence(**row) for row in tomllib.loads(FILE.read_text("utf-8"))["sentence"])


def trades_of(who: str) -> tuple[str, ...]:
    """Trades that employers of this sort look for."""
    return tuple(dict.fromkeys(one.trade for one in sentences() if one.who == who))


def offer_of(
    sentence: Sentence, *, n: int, place: str, region: str, at: tuple[float, float], now: datetime
) -> tuple[str, Offer]:
    """What the employer pastes at `now`, and the offer read from it with the open questions answered."""
    text = sentence.text.format(n=n, place=place)
    read = from_text(text, now=now)
    truth = answers(sentence, n, place, now)
    facts = truth | dict(read.facts) | {"region": region, "lat": at[0], "lon": at[1]}
    return text, offer_from(facts)


def answers(sentence: Sentence, n: int, place: str, now: datetime) -> dict[str, Any]:
    """Every fact of the work, as the employer would answer."""
    return {
        "trade": sentence.trade, "headcount": n, "pay": sentence.pay, "pay_unit": sentence.unit,
        "settlement": sentence.settlement, "first_day": clock.today(now) + timedelta(days=sentence.lead),
        "days": sentence.days, "start": sentence.start, "end": sentence.end, "place": place,
        "piece_word": sentence.piece_word,
    }  # fmt: skip
