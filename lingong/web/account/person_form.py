"""The facts every registration begins with: name, district, consent; not asked again of whom we know."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest

from lingong.journal.actor import Actor
from lingong.people.models import Person
from lingong.people.register import register
from lingong.web.acting import user_of
from lingong.web.shared.district import DistrictField, usual_district


class PersonForm(forms.Form):
    name = forms.CharField(
        label="您的姓名", max_length=60, help_text="和身份证上一样。签约前别人只看到“王师傅”。"
    )
    district = DistrictField(label="在哪个区县", help_text="写区县名字就行，例如：宿豫区")
    agree = forms.BooleanField(label="我看过了，同意")

    def __init__(self, *args: Any, request: HttpRequest, person: Person | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["district"] = usual_district(request, person)
        if person is not None:  # said and agreed to once already
            del self.fields["name"], self.fields["agree"]


def person_from(request: HttpRequest, facts: dict[str, Any], by: Actor, now: datetime) -> Person:
    """Enter the signed-in user as a person, with what the form said."""
    return register(name=facts["name"], region=facts["district"], account=user_of(request), by=by, now=now)
