"""Tags and filters every template has without loading them: how pages say things and show small parts.

Words: `yuan`, `pay`, `hourly`, `settlement`, `when`, `moment`, `day`, `ago`, `distance`, `worked`,
`masked_phone`.  Small parts: `icon`, `badge`, `field`, `problems`, `act`, `submit`, `once`, `tabs`.
"""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import forms, template
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lingong.lib import clock, mask, money
from lingong.web import context as page_context
from lingong.web import words

register = template.Library()

TONES = {
    "good": {"icon": "check-circle-fill"},
    "warn": {"icon": "exclamation-triangle-fill"},
    "bad": {"icon": "x-circle-fill"},
    "info": {"icon": "info-circle-fill"},
    "urgent": {"icon": "lightning-charge-fill"},
    "plain": {"icon": "circle"},
}


def _known(value: Any) -> Any:
    """A template says "" for an attribute that is not there."""
    return None if value == "" else value


# --- Words ------------------------------------------------------------------------------------------


@register.filter
def yuan(fen: int | None) -> str:
    """18050 → `180.5` (no unit)."""
    return money.yuan(_known(fen))


@register.simple_tag
def pay(fen: int | None, unit: str, top: int | None = None, piece: str = "") -> str:
    return words.pay(_known(fen), unit, top=_known(top), piece=piece)


@register.simple_tag
def hourly(fen: int | None, unit: str, minutes: int | None = None) -> str:
    return words.hourly(_known(fen), unit, _known(minutes))


@register.filter
def settlement(code: str) -> str:
    return words.SETTLEMENTS.get(code, code)


@register.simple_tag(name="when")
def when_tag(start: datetime, end: datetime | None = None) -> str:
    return words.span(start, end or None, clock.now())


@register.filter
def moment(at: datetime) -> str:
    """`明早 6:00`."""
    return words.moment(at, clock.now())


@register.filter
def ago(at: datetime) -> str:
    return words.ago(at, clock.now())


@register.filter
def day(value: date) -> str:
    """A day, or the Shanghai day of a moment."""
    return words.day(clock.today(value) if isinstance(value, datetime) else value, clock.today())


@register.filter
def distance(metres: float | None) -> str:
    return words.distance(_known(metres))


@register.filter
def worked(minutes: int | None) -> str:
    return words.worked(_known(minutes))


@register.filter
def masked_phone(number: str) -> str:
    return mask.phone(number)


# --- Small parts --------------------------------------------------------------------------------------


@register.simple_tag
@lru_cache(maxsize=512)
def icon(name: str, classes: str = "") -> SafeString:
    """`{% icon "geo-alt" %}`: decoration beside a word, so hidden from screen readers."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        classes,
        static("vendor/icons.svg"),
        name,
    )


@register.simple_tag
def badge(tone: str, word: str, sign: str = "") -> SafeString:
    """`{% badge "good" "已付" %}`: a state as icon and word; tones good, warn, bad, info, urgent, plain."""
    return format_html(
        '<span class="badge tone-{}">{}{}</span>', tone, icon(sign or TONES[tone]["icon"], ""), word
    )


@register.simple_tag
def once() -> SafeString:
    """A fresh key in a form: the second of two equal submits is recognised by it."""
    return format_html('<input type="hidden" name="once" value="{}">', uuid.uuid4())


@register.simple_tag(takes_context=True)
def tabs(context: Context, side: str) -> list[dict[str, Any]]:
    """`{% tabs "worker" as items %}`."""
    request = context.get("request")
    return page_context.tabs(side, request.path if request else "")


def _kind(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxSelectMultiple | forms.RadioSelect):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    if isinstance(widget, forms.Select):
        return "select"
    return "hidden" if widget.is_hidden else "text"


def _anchor(bound: forms.BoundField) -> str:
    """The id a field's label, help and error hang on."""
    return bound.auto_id or bound.html_name


def _said(bound: forms.BoundField) -> list[str]:
    """The errors of a field; Django's own words for “empty” and “not in the list” become spoken ones."""
    stock = bound.field.default_error_messages
    chosen = _kind(bound.field.widget) in ("choices", "select")
    plain = {
        "required": "请勾选"
        if _kind(bound.field.widget) == "check"
        else "请选一个"
        if chosen
        else "这里还没填",
        "invalid_choice": "请从给出的里面选一个",
    }
    said = []
    for error in bound.errors.as_data():
        code = error.code or ""
        own = error.message in (forms.Field.default_error_messages["required"], stock.get(code))
        said += [plain[code]] if own and code in plain else error.messages
    return said


CLASSES = {"check": "form-check-input", "select": "form-select", "text": "form-control"}


@register.inclusion_tag("parts/field.html")
def field(
    bound: forms.BoundField, hint: str = "", suffix: str = "", missing: bool = False, **attrs: Any
) -> dict[str, Any]:
    """`{% field form.pay suffix="元" hint="低于当地最低工资" inputmode="decimal" %}`, see parts/field.html."""
    kind = _kind(bound.field.widget)
    base = _anchor(bound)
    described = [
        f"{base}_{part}"
        for part, there in (("helptext", bound.help_text), ("hint", hint or missing), ("error", bound.errors))
        if there
    ]
    extra = {name.replace("_", "-"): value for name, value in attrs.items()}
    if described and kind != "choices":
        extra["aria-describedby"] = " ".join(described)
    if kind in CLASSES:
        own = bound.field.widget.attrs.get("class", "")
        extra["class"] = " ".join(filter(None, [CLASSES[kind], own, "is-invalid" if bound.errors else ""]))
    return {
        "bound": bound,
        "kind": kind,
        "base": base,
        "described": " ".join(described),
        "widget": bound if kind == "choices" else bound.as_widget(attrs=extra),
        "hint": hint,
        "suffix": suffix,
        "missing": missing,
        "errors": _said(bound),
    }


@register.inclusion_tag("parts/act.html", takes_context=True)
def act(
    context: Context,
    url: str,
    label: str,
    *,
    icon: str = "",
    tone: str = "",
    key: str = "",
    wide: bool = False,
    hidden: Iterable[tuple[str, object]] = (),
    ask: str = "",
    yes: str = "确定",
    back: str = "",
) -> dict[str, Any]:
    """One act as a POST form that takes effect once.

    tone   primary (default), line, danger      key    shortcut letter on the desk
    wide   full width                           hidden pairs of name and value sent along
    ask    a question to answer first (works without JavaScript), yes: the word that confirms
    back   address to return to, sent as `next`
    """
    return {
        "csrf_token": context.get("csrf_token"),
        **{"url": url, "label": label, "icon": icon, "key": key, "wide": wide},
        **{"hidden": hidden, "ask": ask, "yes": yes, "back": back},
        "tone": tone or ("line" if ask else "primary"),
        "yes_tone": tone or "primary",
    }


@register.inclusion_tag("parts/submit.html", takes_context=True)
def submit(context: Context, label: str, *, icon: str = "", key: str = "") -> dict[str, Any]:
    """CSRF token, key against double submits and the one button at the end of a form with `data-once`."""
    return {"csrf_token": context.get("csrf_token"), "label": label, "icon": icon, "key": key}


@register.inclusion_tag("parts/problems.html")
def problems(form: forms.BaseForm) -> dict[str, Any]:
    """Above a refused form: what to put right, each line leading to its field."""
    return {
        "general": form.non_field_errors() if form.is_bound else [],
        "fields": [
            (_anchor(bound), bound.label, " ".join(_said(bound)))
            for bound in form.visible_fields()
            if bound.errors
        ],
        "hidden": [error for bound in form.hidden_fields() for error in bound.errors],
    }
