"""Change what is offered after publishing: a new version, reviewed and agreed to again."""

from datetime import datetime

from django.db import transaction

from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib.integrity import refusing
from lingong.lib.refusal import Refusal

from .draft import write_terms
from .facts import Offer, check_offer
from .models import Posting, Terms, TermsShift
from .states import POSTING

WAITING = Refusal("jobs.change_waiting", "上一次修改还在审核，请等审核完再改。")


def propose_change(*, posting: Posting, offer: Offer, by: Actor, now: datetime) -> Terms:
    """Propose new terms. The old ones hold until staff accept, and for each worker until they agree."""
    step = POSTING.require("change", posting.state)
    check_offer(offer, now)
    if offer.headcount < posting.filled:
        text = f"已经定了 {posting.filled} 人，人数不能改得比这还少。"
        raise Refusal("jobs.headcount", text, field="headcount")
    waiting = {"jobs_terms_one_proposal": WAITING, "jobs_terms.posting_id": WAITING}
    with transaction.atomic(), refusing(waiting):
        terms = write_terms(posting, offer, by=by, now=now)
        record(step.event, posting, by=by, now=now, region=posting.region, terms=terms.number)
    return terms


def offer_of(terms: Terms) -> Offer:
    """The facts of a version, to fill a form or to build the next version from."""
    plan = TermsShift.objects.filter(terms=terms).order_by("start_at").values_list("start_at", "end_at")
    return Offer(
        trade=terms.trade, headcount=terms.headcount, region=terms.region, place=terms.place, pay_fen=terms.pay_fen,
        pay_unit=terms.pay_unit, settlement=terms.settlement, shifts=list(plan), gig_type=terms.gig_type,
        task=terms.task, lat=terms.lat, lon=terms.lon, piece_word=terms.piece_word, pay_days=terms.pay_days,
        age_min=terms.age_min, age_max=terms.age_max, certificates=tuple(terms.certificates),
        requirements=terms.requirements, benefits=tuple(terms.benefits),
    )  # fmt: skip
