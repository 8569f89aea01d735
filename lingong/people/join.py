"""Two records of one person become one, and can be parted again.

A person registered at the counter often signs up on a phone later. Everything that points at the
second record (and at its roles, which are one-to-one with it) is repointed to the first by walking
the model graph, so that packages above need not be known here; each change is noted for the undo.
Where both records have the same thing (a worker's role, a tie with one employer), the second one's stays
behind; what its model names in JOIN_ADDS is added up, what it names in JOIN_FILLS fills a blank.
"""

import json
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import F

from lingong.journal.actor import Actor
from lingong.journal.record import record
from lingong.lib.refusal import Refusal

from .models import Join, Person
from .roles import tell_roles

# [model label, pk of the row, field, pk to point back to], or [label, pk, "+", [amounts added, blanks filled]].
Moved = list[list[Any]]
IDENTITY = ("id_kind", "id_number", "id_index", "birth_date", "real_name_level", "verified_at", "sex")
CONTACT = ("account_id", "phone", "phone_index", "has_smartphone")
SAME = "这两份档案不能合并：是同一份，或已经合并过。"
KEPT_ON_MERGED = {"people.Join", "people.Person"}


def join(*, kept: Person, merged: Person, by: Actor, now: datetime) -> Join:
    """Make `merged` part of `kept`. Refuses where both are verified with different papers or collide."""
    _may_join(kept, merged)
    try:
        with transaction.atomic():
            before = json.dumps([_facts(kept), _facts(merged)], default=str)
            parted = Person.objects.filter(pk=merged.pk, merged_into=None).update(
                merged_into=kept, account=None, phone="", phone_index="", id_index=None, real_name_level=0
            )
            if not parted or not Person.objects.filter(pk=kept.pk, merged_into=None).exists():
                raise Refusal("people.join_same", SAME)  # somebody joined one of them a moment ago
            _take_over(kept, merged)
            moved: Moved = []
            _repoint(merged, kept, moved)
            row = Join.objects.create(
                kept=kept, merged=merged, moved=moved, before=before, joined_by=by.user, joined_at=now
            )
            tell_roles(person_id=kept.pk, by=by, now=now)
            record("people.joined", kept, by=by, now=now, region=kept.region, merged=str(merged.public_id))
    except IntegrityError as error:
        text = "两份档案里有互相冲突的记录（例如同一份活都报了名），不能自动合并，请先处理其中一份。"
        raise Refusal("people.join_collides", text) from error
    return row


def undo_join(*, join: Join, by: Actor, now: datetime) -> None:
    """Part the two records again: each row that was moved goes back."""
    try:
        with transaction.atomic():
            if not Join.objects.filter(pk=join.pk, undone_at=None).update(undone_at=now):
                raise Refusal("people.join_undone", "这次合并已经撤销过了。")
            for entry in reversed(list(join.moved)):
                _move_back(*entry)
            kept_before, merged_before = json.loads(join.before)
            # The kept record first: an account and a number belong to one record at a time.
            Person.objects.filter(pk=join.kept_id).update(**kept_before)
            Person.objects.filter(pk=join.merged_id).update(merged_into=None, **merged_before)
            for person_id in (join.kept_id, join.merged_id):
                tell_roles(person_id=person_id, by=by, now=now)
            record("people.parted", join.kept, by=by, now=now, merged=str(join.merged.public_id))
    except IntegrityError as error:
        text = "合并之后的记录已经对不上（例如账号或证件号归了别人），不能自动撤销，请找管理员。"
        raise Refusal("people.join_undo_collides", text) from error


def _may_join(kept: Person, merged: Person) -> None:
    if kept.pk == merged.pk or kept.merged_into_id or merged.merged_into_id:
        raise Refusal("people.join_same", SAME)
    if kept.id_index and merged.id_index and kept.id_index != merged.id_index:
        raise Refusal("people.join_papers_differ", "两份档案的证件号不同，不是同一个人，不能合并。")
    if kept.account_id and merged.account_id:
        raise Refusal("people.join_two_accounts", "两份档案都有登录账号，请先停用其中一个。")


def _facts(person: Person) -> dict[str, object]:
    return {name: getattr(person, name) for name in (*IDENTITY, *CONTACT)}


def _take_over(kept: Person, merged: Person) -> None:
    """What only the merged record knew becomes the kept one's."""
    facts: dict[str, object] = {}
    if merged.real_name_level > kept.real_name_level and merged.id_index:
        facts.update({name: getattr(merged, name) for name in IDENTITY})
    if merged.account_id and not kept.account_id:
        facts.update({name: getattr(merged, name) for name in CONTACT})
    if facts:
        Person.objects.filter(pk=kept.pk).update(**facts)


def _repoint(old: models.Model, new: models.Model, moved: Moved) -> None:
    for relation in old._meta.related_objects:
        if relation.many_to_many or relation.related_model._meta.label in KEPT_ON_MERGED:
            continue
        model, field = relation.related_model, relation.field.name
        for row in list(model._base_manager.filter(**{field: old})):
            if relation.one_to_one:
                twin = model._base_manager.filter(**{field: new}).first()
            else:
                twin = _same_fact(model, field, row, new)
            if twin is None:
                model._base_manager.filter(pk=row.pk).update(**{field: new})
                moved.append([model._meta.label, row.pk, field, old.pk])
                continue
            _add_up(row, twin, moved)
            if relation.one_to_one:  # what hangs on the second role moves, the empty role stays
                _repoint(row, twin, moved)


def _same_fact(
    model: type[models.Model], field: str, row: models.Model, new: models.Model
) -> models.Model | None:
    """The row of the kept record that says the same (a consent, a trade, a tie): then the copy stays behind."""
    for unique in model._meta.constraints:
        if (
            isinstance(unique, models.UniqueConstraint)
            and field in unique.fields
            and unique.name.endswith("_once")
        ):
            others = {name: getattr(row, name) for name in unique.fields if name != field}
            query = model._base_manager.filter(**{field: new}, **others)
            if unique.condition is not None:
                query = query.filter(unique.condition)
            if (twin := query.first()) is not None:
                return twin
    return None


def _add_up(row: models.Model, twin: models.Model, moved: Moved) -> None:
    model, label = type(row), row._meta.label
    twins = model._base_manager.filter(pk=twin.pk)
    amounts = {name: getattr(row, name) for name in getattr(model, "JOIN_ADDS", ())}
    blanks = [name for name in getattr(model, "JOIN_FILLS", ()) if not getattr(twin, name)]
    adds = {name: amount for name, amount in amounts.items() if amount}
    fills = {name: getattr(row, name) for name in blanks if getattr(row, name)}
    if adds or fills:  # at once: a sum and its count are only right together
        twins.update(**{name: F(name) + amount for name, amount in adds.items()}, **fills)
        moved.append([label, twin.pk, "+", [adds, {name: getattr(twin, name) for name in fills}]])


def _move_back(label: str, pk: object, field: str, was: Any) -> None:
    rows = _model(label)._base_manager.filter(pk=pk)
    if field == "+":
        added, blanks = was
        rows.update(**{name: F(name) - amount for name, amount in added.items()}, **blanks)
    else:
        rows.update(**{f"{field}_id": was})


def _model(label: object) -> type[models.Model]:
    return apps.get_model(str(label))
