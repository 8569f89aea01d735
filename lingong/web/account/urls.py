from django.urls import URLPattern, path

from .identity import identity
from .join_employer import join_as, join_employer
from .join_worker import join_worker
from .second_fact import not_mine_before, second_fact
from .sign_in import sign_in, sign_in_again, sign_in_code
from .sign_out import sign_out
from .staff_sign_in import staff_sign_in
from .welcome import welcome

urlpatterns: list[URLPattern] = [
    path("sign-in/", sign_in, name="sign_in"),
    path("sign-in/code/", sign_in_code, name="sign_in_code"),
    path("sign-in/again/", sign_in_again, name="sign_in_again"),
    path("sign-in/second/", second_fact, name="second_fact"),
    path("sign-in/not-mine-before/", not_mine_before, name="not_mine_before"),
    path("sign-out/", sign_out, name="sign_out"),
    path("staff/sign-in/", staff_sign_in, name="staff_sign_in"),
    path("welcome/", welcome, name="welcome"),
    path("join/worker/", join_worker, name="join_worker"),
    path("join/employer/", join_employer, name="join_employer"),
    path("join/employer/household/", join_as, {"way": "household"}, name="join_household"),
    path("join/employer/firm/", join_as, {"way": "firm"}, name="join_firm"),
    path("me/identity/", identity, name="identity"),
]
