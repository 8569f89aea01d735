"""How much a shift is worth and when it must be paid, by the terms agreed to."""

import calendar
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from lingong.jobs.facts import WORKING_DAYS_A_MONTH
from lingong.jobs.models import PayUnit, Settlement, Terms
from lingong.lib.clock import local
from lingong.lib.money import share

from .models import Shift


def amount_fen(shift: Shift, terms: Terms, *, minutes: int, pieces: int | None, is_last: bool) -> int:
    """Pay of one shift in 分, half up.

    hour: by minutes.  half_day, day: by minutes of the planned shift.  week: five days, month: 21.75 days
    (劳社部发〔2008〕3号).  piece: by pieces.  job: the whole sum with the last shift.
    """
    unit = PayUnit(terms.pay_unit)
    if unit == PayUnit.HOUR:
        return share(terms.pay_fen, minutes, 60)
    if unit in (PayUnit.HALF_DAY, PayUnit.DAY):
        return share(terms.pay_fen, minutes, shift.minutes)
    if unit == PayUnit.PIECE:
        return terms.pay_fen * (pieces or 0)
    if unit == PayUnit.JOB:
        return terms.pay_fen if is_last else 0
    days = Decimal(5) if unit == PayUnit.WEEK else WORKING_DAYS_A_MONTH
    exact = Decimal(terms.pay_fen) / days * minutes / shift.minutes
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def due_date(shift: Shift, terms: Terms, *, last_end: date) -> date:
    """The day by which the shift must be paid: the end of its settlement period plus the agreed days."""
    day = local(shift.end_at).date()
    settlement = Settlement(terms.settlement)
    if settlement == Settlement.DAILY:
        end = day
    elif settlement == Settlement.WEEKLY:
        end = day + timedelta(days=7 - day.isoweekday())
    elif settlement == Settlement.HALF_MONTHLY and day.day <= 15:
        end = day.replace(day=15)
    elif settlement in (Settlement.HALF_MONTHLY, Settlement.MONTHLY):
        end = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    else:
        end = last_end
    # Nobody waits for the end of a period in which they have no more work.
    return min(end, max(last_end, day)) + timedelta(days=terms.pay_days)
