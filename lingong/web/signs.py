"""Pictures of the groups of trades, always shown with the group's name."""

SIGNS = {
    "construction": {"icon": "bricks"},
    "domestic": {"icon": "stars"},
    "care": {"icon": "person-heart"},
    "catering": {"icon": "cup-hot"},
    "delivery": {"icon": "bicycle"},
    "factory": {"icon": "box-seam"},
    "retail": {"icon": "cart3"},
    "repair": {"icon": "wrench"},
    "farm": {"icon": "basket"},
    "security": {"icon": "shield-check"},
    "driving": {"icon": "truck"},
    "live": {"icon": "camera-video"},
    "design": {"icon": "palette"},
    "office": {"icon": "pencil"},
    "event": {"icon": "megaphone"},
    "other": {"icon": "grid"},
}


def sign(group: str) -> str:
    """The icon of a group of trades (jobs.catalogue.trades.groups); one nobody drew yet is a tool case."""
    return SIGNS.get(group, {"icon": "briefcase"})["icon"]
