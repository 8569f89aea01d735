"""The same answer written the slow way, one pair after the other in plain Python, to hold the engine to."""

import math
from datetime import date
from typing import Any

WEIGHTS = {"skill": 0.30, "distance": 0.25, "pay": 0.10, "reliability": 0.20, "waiting": 0.10, "ties": 0.05}


def rank(
    pairs: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]], side: int, k: int
) -> tuple[list[int], list[int]]:
    """Ids scored and ids by time of the many side (0 workers, 1 gigs)."""
    standing = [pair for pair in pairs if stands(*pair)]
    scored = [(-score(*pair), pair[side]["id"]) for pair in standing if not pair[0]["opted_out"]]
    listed = [(turn(pair, side), pair[side]["id"]) for pair in standing if pair[0]["opted_out"]]
    return [row for _, row in sorted(scored)][:k], [row for _, row in sorted(listed)][:k]


def turn(pair: tuple[dict[str, Any], dict[str, Any], dict[str, Any]], side: int) -> float:
    """Smaller comes first; unknown comes last."""
    waited, published = pair[0]["waiting_hours"], pair[1]["published_hours"]
    known = (None if waited is None else -waited) if side == 0 else published
    return math.inf if known is None else known


def stands(worker: dict[str, Any], gig: dict[str, Any], tie: dict[str, Any]) -> bool:
    if not worker["born_date"]:
        return False
    years = age(worker["born_date"], gig["start_date"])
    if years < 16 or (years < 18 and (gig["night"] or gig["high_risk"])):
        return False
    if gig["certificates_needed"] & ~tie["certificates"]:
        return False
    if gig["week_cap_minutes"] and tie["week_minutes"] > gig["week_cap_minutes"]:
        return False
    apart = metres(worker, gig)
    if apart is not None and worker["reach_km"] is not None and apart > worker["reach_km"] * 1000:
        return False
    if 0 < gig["pay_fen_per_hour"] < worker["floor_fen_per_hour"]:
        return False
    fit = worker["available"] and not worker["sanctioned"] and gig["standing_ok"]
    return fit and tie["free"] and not tie["blocked"]


def age(born: int, day: int) -> int:
    there, here = (date(number // 10_000, number // 100 % 100, number % 100) for number in (born, day))
    return here.year - there.year - ((here.month, here.day) < (there.month, there.day))


def metres(worker: dict[str, Any], gig: dict[str, Any]) -> int | None:
    if None in (worker["lat"], worker["lon"], gig["lat"], gig["lon"]):
        return None
    here, there = math.radians(worker["lat"]), math.radians(gig["lat"])
    along = math.sin(math.radians(gig["lon"] - worker["lon"]) / 2) ** 2
    chord = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * along
    return round(2 * 6_371_008.8 * math.asin(math.sqrt(min(chord, 1.0))))


def score(worker: dict[str, Any], gig: dict[str, Any], tie: dict[str, Any]) -> float:
    apart, waited = metres(worker, gig), worker["waiting_hours"]
    pay, local = gig["pay_fen_per_hour"], gig["local_fen_per_hour"]
    part = {
        "skill": tie["skill"],
        "distance": None if apart is None else 5000 / (5000 + apart),
        "pay": min(max(pay / local - 0.5, 0), 1) if pay and local else None,
        "reliability": worker["reliability"],
        "waiting": None if waited is None else waited / (waited + 24),
        "ties": tie["ties"] / (tie["ties"] + 1),
    }
    total, weight = 0.0, math.fsum(WEIGHTS.values())
    for name, value in part.items():
        total += WEIGHTS[name] / weight * (0.5 if value is None else value)
    return min(total, 1.0)
