from django.urls import URLPattern, path

from .again import again, rehire
from .agree import employer_agreement, sign_all
from .candidate import candidate
from .candidates import ask, candidates
from .change import change
from .choose import refuse, take
from .mine import act_for
from .post import post
from .posting import TURNS, end, posting, turn
from .presence import absent, came, came_after_all, employer_hours, planned_hours, same
from .settle import paid, paid_all, settle
from .sheet import gate, sheet
from .today import today

ONE = "employer/postings/<uuid:public_id>"
PERSON = "employer/people/<uuid:public_id>"
SHIFT = f"{PERSON}/shifts/<int:shift_id>"

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
    path(f"{ONE}/sign/", sign_all, name="posting_sign"),
    path(f"{ONE}/ask/<uuid:worker_id>/", ask, name="posting_ask"),
    path("employer/candidates/", candidates, name="candidates"),
    path(f"{PERSON}/", candidate, name="candidate"),
    path(f"{PERSON}/take/", take, name="candidate_take"),
    path(f"{PERSON}/refuse/", refuse, name="candidate_refuse"),
    path(f"{PERSON}/agreement/", employer_agreement, name="employer_agreement"),
    path("employer/today/", today, name="today"),
    path(f"{SHIFT}/came/", came, name="shift_came"),
    path(f"{SHIFT}/absent/", absent, name="shift_absent"),
    path(f"{SHIFT}/came-after-all/", came_after_all, name="shift_excuse"),
    path(f"{SHIFT}/hours/", employer_hours, name="shift_hours"),
    path(f"{SHIFT}/same-hours/", same, name="shift_same"),
    path(f"{ONE}/planned-hours/", planned_hours, name="posting_hours"),
    path("employer/settle/", settle, name="settle"),
    path("employer/settle/paid/", paid_all, name="paid_all"),
    path(f"{SHIFT}/paid/", paid, name="shift_paid"),
]
