"""The postings of the demo: two weeks of work behind it, today's shifts, and what is open now."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from lingong.jobs.facts import daily_shifts
from lingong.lib import clock
from lingong.workers.models import Worker

from .cast import Cast, Taker
from .hires import Hire
from .sentences import Sentence, sentences
from .stories import Plan

DONE = Hire()
INVITED, PROPOSED, GRABBED = Hire(how="invite"), Hire(how="propose"), Hire(how="grab")
# What was out of the ordinary in the past, by the number of the posting.
UNUSUAL = {
    1: Hire(then="absent"), 3: Hire(until="declined"), 4: Hire(until="withdrawn"), 6: Hire(then="resolved"),
    7: Hire(then="late"), 8: Hire(until="silent"), 11: Hire(until="cancelled"),
    12: Hire(how="invite", until="offered"), 13: Hire(then="unpaid"), 15: Hire(then="unpaid"),
    16: Hire(then="contested"), 17: Hire(rates=False),
}  # fmt: skip
NOBODY = (9, 14)  # numbers of past postings for which nobody came: they expired
LONG = (5,)  # … and of those that last several days
PAST = 18
OPEN_NOW = (  # minutes since it was pasted, fate, those who came
    (35, "published", (Hire(until="asked", talks=True), Hire(how="invite", until="asked"))),
    (33, "published", (Hire(until="offered"), Hire(until="asked"))),
    (36, "published", (Hire(how="propose", until="asked"), Hire(how="invite", until="asked"))),
    (90, "published", (Hire(until="confirmed"), Hire(until="asked"), Hire(until="agreed", talks=True))),
    (130, "published", (Hire(until="agreed"), Hire(until="agreed"), Hire(until="asked"))),
    (170, "raised", (Hire(until="agreed"), Hire(until="confirmed"))),
    (200, "published", (Hire(until="asked"), Hire(until="declined"))),
    (240, "published", ()),
    (150, "paused", ()),
    (260, "closed", (Hire(until="asked"),)),
    (280, "closed", ()),
    (12, "in_review", ()),
    (55, "in_review", ()),
    (70, "sent_back", ()),
    (25, "draft", ()),
    (300, "draft", ()),
)
TODAY = 5
OPEN_AFTER = 20
SOON = ((-60, 1), (-45, 2), (40, 2), (65, 2))  # (minutes from now to the start, headcount)


@dataclass
class Schedule:
    """Deals out postings and workers so that nobody is promised twice at one time."""

    cast: Cast
    rng: Random
    now: datetime
    _count: int = 0
    _turn: dict[str, int] = field(default_factory=dict)
    _busy: dict[int, list[tuple[datetime, datetime]]] = field(default_factory=dict)

    def plans(self) -> Iterator[Plan]:
        """Every posting of the small city."""
        today = clock.today(self.now)
        for n in range(PAST):
            yield self._past(n, today - timedelta(days=13 - n * 12 // PAST))
        for _ in range(TODAY):
            posted = clock.at(today - timedelta(days=1), time(15, self.rng.randrange(60)))
            yield self._plan(self._sentence(lead=1), posted, [DONE, INVITED])
        for minutes, n in SOON:
            yield self._soon(minutes, n)
        for minutes, fate, hires in OPEN_NOW:
            posted = self.now - timedelta(minutes=minutes)
            yield self._plan(self._sentence(lead=1, least=len(hires)), posted, list(hires), fate=fate)
        for n in range(OPEN_AFTER):
            posted = self.now - timedelta(minutes=30 + 20 * n)
            yield self._plan(in_two_days(self._sentence(lead=1)), posted, [])

    def _past(self, n: int, day: date) -> Plan:
        sentence = self._sentence(long=n in LONG)
        morning = time(8, self.rng.randrange(60)) if sentence.lead == 0 else time(16, self.rng.randrange(60))
        posted = clock.at(day - timedelta(days=sentence.lead), morning)
        if n in NOBODY:
            return self._plan(sentence, posted, [])
        instant = n % 7 == 3
        usual = [GRABBED if instant else (DONE, INVITED, PROPOSED)[n % 3], DONE][: 1 + n % 2]
        hires = [UNUSUAL[n], *usual] if n in UNUSUAL else usual
        return self._plan(sentence, posted, hires, instant=instant)

    def _soon(self, minutes: int, n: int) -> Plan:
        sentence, posted = work_at(self.now + timedelta(minutes=minutes))
        return self._plan(sentence, posted, [DONE, INVITED][:n], headcount=n)

    def _sentence(self, lead: int | None = None, least: int = 0, *, long: bool = False) -> Sentence:
        fitting = [
            one
            for one in sentences()
            if one.most >= min(least, 3) and lead in (None, one.lead) and (one.days > 1) == long
        ]
        self._count += 1
        return fitting[self._count * 7 % len(fitting)]

    def _plan(
        self, sentence: Sentence, posted: datetime, hires: list[Hire], *, fate: str = "published",
        instant: bool = False, headcount: int = 0,
    ) -> Plan:  # fmt: skip
        taker = self._taker(sentence.who)
        places = taker.county.homes if sentence.who == "home" else taker.county.sites
        k = self.rng.randrange(len(places))
        first = clock.today(posted) + timedelta(days=sentence.lead)
        spans = daily_shifts(first, sentence.days, sentence.start, sentence.end)
        hires = within_places(hires, sentence.most)
        taking = sum(hire.takes_a_place for hire in hires)
        chosen = self._choose(taker, sentence.trade, spans, len(hires))
        n = headcount or min(max(sentence.most, taking), max(1, taking + self.rng.randrange(2)))
        return Plan(
            taker, sentence, posted, n, places[k], taker.county.near(k), f"{self._count}-{posted:%d}", fate,
            instant, list(zip(chosen, hires, strict=False)),
        )  # fmt: skip

    def _taker(self, who: str) -> Taker:
        of_sort = [taker for taker in self.cast.takers if taker.who == who]
        self._turn[who] = self._turn.get(who, -1) + 1
        return of_sort[self._turn[who] % len(of_sort)]

    def _choose(
        self, taker: Taker, trade: str, spans: list[tuple[datetime, datetime]], wanted: int
    ) -> list[Worker]:
        """Free workers of the county who know the trade, else anybody of the county, else anybody."""
        near = [w for w in self.cast.workers if w.region == taker.county.code]
        skilled = [w for w in near if trade in {known.trade for known in w.trades.all()}]
        order = [
            *self.rng.sample(skilled, len(skilled)),
            *self.rng.sample(near, len(near)),
            *self.cast.workers,
        ]
        chosen: list[Worker] = []
        for worker in order:
            if len(chosen) == wanted:
                break
            if worker not in chosen and self._free(worker, spans):
                chosen.append(worker)
        for worker in chosen:
            self._busy.setdefault(worker.pk, []).extend(spans)
        return chosen

    def _free(self, worker: Worker, spans: list[tuple[datetime, datetime]]) -> bool:
        taken = self._busy.get(worker.pk, [])
        return all(
            end <= start_taken or end_taken <= start
            for start, end in spans
            for start_taken, end_taken in taken
        )


def work_at(moment: datetime) -> tuple[Sentence, datetime]:
    """Four hours of work that start about `moment`, whatever the hour, and when they were posted."""
    start = clock.local(moment)
    start = start.replace(minute=start.minute // 30 * 30, second=0, microsecond=0)
    end, posted = start + timedelta(hours=4), start - timedelta(hours=3)
    day = f"{start.month}月{start.day}日"
    text = f"{day}{start:%H:%M}到{end:%H:%M}装货，装卸工{{n}}人，30元/小时，日结，地点：{{place}}"
    lead = (start.date() - posted.date()).days
    sentence = Sentence(
        "goods", text, "loader", "30", "hour", "daily", start.time(), end.time(), lead, most=3
    )
    return sentence, posted.astimezone(UTC)


def within_places(hires: list[Hire], places: int) -> list[Hire]:
    """Leave out who would be one too many."""
    taken, kept = 0, []
    for hire in hires:
        taken += hire.takes_a_place
        if taken <= places or not hire.takes_a_place:
            kept.append(hire)
    return kept


def in_two_days(sentence: Sentence) -> Sentence:
    """The same work a day later, as people would say it."""
    text = sentence.text.replace("明早", "后天早上").replace("明天", "后天")
    return replace(sentence, text=text, lead=sentence.lead + 1)
