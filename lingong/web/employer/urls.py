from django.urls import URLPattern, path

from .again import again, rehire
from .change import change
from .mine import act_for
from .post import post
from .posting import TURNS, end, posting, turn
from .sheet import gate, sheet

ONE = "employer/postings/<uuid:public_id>"

urlpatterns: list[URLPattern] = [
    path("employer/", post, name="employer"),
    path("employer/for/", act_for, name="act_for"),
    path(f"{ONE}/", posting, name="posting"),
    *[path(f"{ONE}/{verb}/", turn, {"verb": verb}, name=f"posting_{verb}") for verb in TURNS],
    path(f"{ONE}/end/", end, name="posting_end"),
    path(f"{ONE}/change/", change, name="posting_change"),
    path(f"{ONE}/again/", again, name="posting_again"),
    path(f"{ONE}/rehire/", rehire, name="posting_rehire"),
    path(f"{ONE}/sheet/", sheet, name="posting_sheet"),
    path(f"{ONE}/gate/", gate, name="posting_gate"),
]
