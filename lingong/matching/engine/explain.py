"""Why this one, why not that one, in sentences people read."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np

from lingong.matching.engine.facts import Pairs
from lingong.matching.engine.preferences import parts
from lingong.matching.engine.rules import RULES
from lingong.matching.engine.score import DEFAULT, Weights

SKILLED = 0.7
RELIABLE = 0.9
LONG_WAIT_HOURS = 24.0


class Reader(Enum):
    """Who reads the sentence."""

    WORKER = "worker"
    EMPLOYER = "employer"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a pair cannot stand; `opens` says what would change it, empty where nothing the reader does can."""

    code: str
    text: str
    opens: str
    basis: str


def why(pairs: Pairs, row: int, reader: Reader = Reader.WORKER, weights: Weights = DEFAULT) -> list[str]:
    """What speaks for a pair, weightiest first, then for a worker what could not be checked."""
    doubts = _doubts(pairs.take(np.array([row]))) if reader is Reader.WORKER else []
    return merits(pairs, row, reader, weights) + doubts


def merits(pairs: Pairs, row: int, reader: Reader = Reader.WORKER, weights: Weights = DEFAULT) -> list[str]:
    """What speaks for a pair, weightiest first."""
    pair = pairs.take(np.array([row]))
    shares = weights.shares()
    gain = {name: shares[name] * float(part[0]) for name, part in parts(pair).items()}
    said = dict(_merits(pair, reader))
    return [said[name] for name in sorted(said, key=lambda name: -gain[name]) if shares[name]]


def why_not(pairs: Pairs, row: int, certificates: Mapping[int, str] | None = None) -> list[Reason]:
    """Every rule that shuts a pair, for the worker; empty if it may stand. `certificates`: bit → name."""
    pair = pairs.take(np.array([row]))
    words = _words(pair, certificates or {})
    return [
        Reason(rule.code, rule.text.format_map(words), rule.opens.format_map(words), rule.basis)
        for rule in RULES
        if not rule.test(pair)[0]
    ]


def _merits(pair: Pairs, reader: Reader) -> Iterator[tuple[str, str]]:
    worker, gig, between = pair.workers, pair.gigs, pair.between
    own = reader is Reader.WORKER
    if between.skill[0] >= SKILLED:
        yield "skill", "这类活您拿手" if own else "这类活拿手"
    if not math.isnan(pair.metres[0]):
        yield "distance", ("离您 " if own else "离干活地点 ") + _far(pair.metres[0])
    if own and 0 < gig.local_fen_per_hour[0] < gig.pay_fen_per_hour[0]:
        yield "pay", f"每小时约 {_yuan(gig.pay_fen_per_hour[0])} 元，比本地同类活高"
    if worker.reliability[0] >= RELIABLE:
        yield "reliability", "您按时到岗记录好" if own else "按时到岗记录好"
    if worker.waiting_hours[0] >= LONG_WAIT_HOURS:
        yield "waiting", ("您" if own else "") + f"等活 {int(worker.waiting_hours[0] // 24)} 天了"
    if between.ties[0] > 0:
        yield "ties", ("这家您干过" if own else "给您干过") + f" {between.ties[0]} 次"


def _doubts(pair: Pairs) -> list[str]:
    return [rule.doubt for rule in RULES if rule.unknown is not None and rule.unknown(pair)[0]]


def _words(pair: Pairs, names: Mapping[int, str]) -> dict[str, str]:
    worker, gig, between = pair.workers, pair.gigs, pair.between
    needed, held = int(gig.certificates_needed[0]), int(between.certificates[0])
    missing = [bit for bit in range(63) if needed & ~held & (1 << bit)]
    metres = pair.metres[0]
    return {
        "certificates": "、".join(names.get(bit, "这份活要求的证") for bit in missing),
        "week_hours": _number(math.ceil(between.week_minutes[0] / 6) / 10),
        "cap_hours": _number(gig.week_cap_minutes[0] / 60),
        "distance": "" if math.isnan(metres) else _far(metres, up=True),
        "reach": _number(worker.reach_km[0]),
        "reach_needed": "" if math.isnan(metres) else str(math.ceil(metres / 1000)),
        "pay": _yuan(gig.pay_fen_per_hour[0]),
        "floor": _yuan(worker.floor_fen_per_hour[0]),
    }


def _far(metres: float, up: bool = False) -> str:
    # Rounded up where it explains a refusal: “5.0 公里，超过 5 公里” would read as a mistake.
    if metres < 995:
        return f"{int(metres)} 米" if up else f"{max(round(metres, -1), 10):.0f} 米"
    return f"{_number(math.ceil(metres / 100) / 10 if up else round(metres / 1000, 1))} 公里"


def _yuan(fen: int) -> str:
    return f"{fen / 100:.2f}".rstrip("0").rstrip(".")


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
