"""Numbers that come back from a page outside a form, where nobody has checked them yet."""

DIGITS = 9  # fewer than any column holds


def whole_number(text: str) -> int | None:
    """A whole number from 0 of at most nine digits; None for everything else."""
    return int(text) if text.isdecimal() and len(text) <= DIGITS else None
