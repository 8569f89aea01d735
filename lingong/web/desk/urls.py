"""Addresses of the counter desk."""

from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from .agreement import agreement
from .calls import call, calls
from .employer import employer, licence
from .engagement import act, engagement
from .home import desk
from .join import join_page, join_with, part
from .person import apply_for, person
from .post import post
from .posting import posting, propose_to
from .register import enter_employer_page, register
from .review import review
from .slip import slip, slip_code

urlpatterns: list[URLPattern] = [
    path("desk/", desk, name="desk"),
    path("desk/register/", register, name="desk_register"),
    path("desk/register/employer/", enter_employer_page, name="desk_enter_employer"),
    path("desk/people/<uuid:public_id>/", require_safe(person), name="desk_person"),
    path("desk/people/<uuid:public_id>/join/", join_page, name="desk_join"),
    path("desk/people/<uuid:public_id>/join/<uuid:other_id>/", join_with, name="desk_join_with"),
    path("desk/people/<uuid:public_id>/join/<int:join_id>/undo/", part, name="desk_part"),
    path("desk/people/<uuid:public_id>/apply/<uuid:posting_id>/", apply_for, name="desk_apply"),
    path("desk/people/<uuid:public_id>/<slug:verb>/", person, name="desk_person_act"),
    path("desk/employers/<uuid:public_id>/", employer, name="desk_employer"),
    path("desk/employers/<uuid:public_id>/licence/", licence, name="desk_licence"),
    path("desk/employers/<uuid:public_id>/post/", post, name="desk_post"),
    path("desk/review/", review, name="desk_review"),
    path("desk/review/<uuid:public_id>/", review, name="desk_review_one"),
    path("desk/postings/<uuid:public_id>/", posting, name="desk_posting"),
    path("desk/postings/<uuid:public_id>/propose/<uuid:worker_id>/", propose_to, name="desk_propose"),
    path("desk/engagements/<uuid:public_id>/", engagement, name="desk_engagement"),
    path("desk/engagements/<uuid:public_id>/agreement/", agreement, name="desk_agreement"),
    path("desk/engagements/<uuid:public_id>/slip/", slip, name="desk_slip"),
    path("desk/engagements/<uuid:public_id>/slip/code.svg", slip_code, name="desk_slip_code"),
    path(
        "desk/engagements/<uuid:public_id>/shifts/<int:shift>/<slug:side>/<slug:verb>/",
        act,
        name="desk_shift_act",
    ),
    path("desk/engagements/<uuid:public_id>/<slug:side>/<slug:verb>/", act, name="desk_act"),
    path("desk/calls/", calls, name="desk_calls"),
    path("desk/calls/<int:delivery_id>/<slug:outcome>/", call, name="desk_call"),
]
