"""Money is an integer number of 分 (1 元 = 100 分); floats never touch it."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from django.core.exceptions import ValidationError

MAX_FEN = 10_000_000_00  # 一千万元: more than any gig; a typing error beyond it


def fen(yuan: str | int | Decimal) -> int:
    """`"180"`, `"18.5"` → 18000, 1850. Raises ValidationError on anything that is not an amount."""
    try:
        amount = Decimal(str(yuan).strip().replace(",", "").replace("¥", "").replace("元", ""))
    except InvalidOperation as error:
        raise ValidationError("请填数字，例如 180 或 18.5") from error
    if not amount.is_finite():
        raise ValidationError("请填数字，例如 180 或 18.5")
    if abs(amount) * 100 > MAX_FEN:
        raise ValidationError("金额太大，请检查是否多打了零")
    return int((amount * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def yuan(value: int | None) -> str:
    """18000 → `180`; 1850 → `18.5`; None → `——` (unknown is shown as unknown)."""
    if value is None:
        return "——"
    text = f"{Decimal(value) / 100:.2f}"
    return text.rstrip("0").rstrip(".")


def share(value: int, part: int, whole: int) -> int:
    """`value · part / whole` in 分, half up: 18000 分 for 240 of 480 minutes → 9000."""
    if whole <= 0:
        raise ValueError("whole must be positive")
    return int((Decimal(value) * part / whole).quantize(Decimal(1), rounding=ROUND_HALF_UP))
