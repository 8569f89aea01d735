"""The agreement: the terms under a version of the general terms, signed by each side in person."""

from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.db import transaction

from lingong.jobs.catalogue.trades import trades
from lingong.jobs.models import PayUnit, Settlement, Terms, TermsShift
from lingong.journal.actor import Actor, Side, Via
from lingong.lib.clock import local
from lingong.lib.integrity import refusing
from lingong.lib.money import yuan
from lingong.lib.refusal import Refusal
from lingong.regions.profile import profile

from .line import State
from .models import Agreement, Engagement, Signature
from .move import move

TERMS_FOLDER = Path(__file__).parent / "general_terms"
SIGNED = Refusal("hiring.signed", "您已经签过了，等对方签就行。")


@cache
def general_terms(version: str) -> str:
    """Text of a version of 《零工服务协议通用条款》; versions are files and never change."""
    return (TERMS_FOLDER / f"{version}.txt").read_text(encoding="utf-8")


def key_terms(terms: Terms) -> list[tuple[str, str]]:
    """The six lines everybody must understand: what, where, when, how much, paid when, insured by whom."""
    plan = list(TermsShift.objects.filter(terms=terms).order_by("start_at"))
    first, last = local(plan[0].start_at), local(plan[-1].end_at)
    whole = terms.pay_unit == PayUnit.JOB
    clock = f"{first:%H:%M}–{local(plan[0].end_at):%H:%M}"
    when = (
        f"{first:%Y-%m-%d} {clock}"
        if len(plan) == 1
        else f"{first:%Y-%m-%d} 至 {last:%Y-%m-%d}，共 {len(plan)} 个班，{clock}"
    )
    return [
        ("干什么", "。".join(part for part in (trades()[terms.trade].name, terms.task.rstrip("。")) if part)),
        ("在哪里", terms.place),
        ("几点到几点", when),
        (
            "多少钱",
            f"{yuan(terms.pay_fen)} 元，整个活" if whole else f"{yuan(terms.pay_fen)} 元/{terms.unit_word}",
        ),
        (
            "哪天给",
            f"{Settlement(terms.settlement).label}"
            + (f"，结算后 {terms.pay_days} 天内付" if terms.pay_days else ""),
        ),
        ("谁负责保险", "由雇主负责；没有买保险的，雇主要在开工前说明。"),
    ]


def agreement_of(*, engagement: Engagement, now: datetime) -> Agreement:
    """The agreement over the terms the worker confirmed; made once, with the version then in force."""
    existing = Agreement.objects.filter(engagement=engagement, terms=engagement.terms).first()
    if existing is not None:
        return existing
    version = str(profile(engagement.posting.region, now.date()).get("agreement.general_terms"))
    lines = "\n".join(f"{title}：{text}" for title, text in key_terms(engagement.terms))
    text = f"零工服务协议\n编号：{engagement.public_id}\n\n{lines}\n\n{general_terms(version)}"
    digest = sha256(text.encode()).hexdigest()
    agreement, _ = Agreement.objects.get_or_create(
        engagement=engagement, terms=engagement.terms,
        defaults={"general_version": version, "text": text, "digest": digest, "made_at": now},
    )  # fmt: skip
    return agreement


def sign(*, engagement: Engagement, signer: str, by: Actor, now: datetime, digest: str = "") -> Signature:
    """Sign for one's own side; with both signatures the engagement is agreed and contact opens.

    signer  public id of the person who signs, never the clerk
    digest  of the text that was shown; another text in force is refused
    """
    agreement = agreement_of(engagement=engagement, now=now)
    if digest and digest != agreement.digest:
        raise Refusal("hiring.other_text", "协议内容有变化，请重新看一遍再签。", rule="CON-01")
    at_counter = by.via == Via.DESK
    with transaction.atomic():
        move(engagement, "sign", by=by, now=now, data={"side": by.side.value})
        with refusing(
            {
                "hiring_signature_per_side": SIGNED,
                "hiring_signature.agreement_id, hiring_signature.side": SIGNED,
            }
        ):
            signature = Signature.objects.create(
                agreement=agreement, side=by.side, signer=signer, signed_at=now, digest=agreement.digest,
                method=Signature.Method.OWN_HAND if at_counter else Signature.Method.PHONE,
                assisted_by=by.user if at_counter else "",
            )  # fmt: skip
        if engagement.state == State.CONFIRMED and is_signed_by_both(agreement):
            move(engagement, "agree", by=by, now=now, stamp="agreed_at")
    return signature


def is_signed_by_both(agreement: Agreement) -> bool:
    return set(agreement.signatures.values_list("side", flat=True)) == {Side.WORKER, Side.EMPLOYER}
