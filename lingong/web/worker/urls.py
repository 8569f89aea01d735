from django.urls import URLPattern, path

from .agreement import agreement
from .apply import apply, grab
from .check_in import check_in
from .confirm import confirm, reaccept
from .contest import contest
from .district import district
from .engagement import engagement
from .gig import gig
from .home import home
from .hours import hours, same_hours
from .me import available, me, ranking
from .rate import rate, reply
from .receive import not_received, received
from .stations import station, stations
from .talk import talk
from .wishes import wishes
from .withdraw import withdraw
from .work import work

GIG = "gigs/<uuid:public_id>/"
MINE = "work/<uuid:public_id>/"
SHIFT = f"{MINE}shifts/<int:shift_id>/"

urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("district/", district, name="district"),
    path(GIG, gig, name="gig"),
    path(f"{GIG}apply/", apply, name="apply"),
    path(f"{GIG}grab/", grab, name="grab"),
    path("stations/", stations, name="stations"),
    path("stations/<uuid:public_id>/", station, name="station"),
    path("work/", work, name="work"),
    path(MINE, engagement, name="engagement"),
    path(f"{MINE}confirm/", confirm, name="my_confirm"),
    path(f"{MINE}reaccept/", reaccept, name="my_reaccept"),
    path(f"{MINE}withdraw/", withdraw, name="my_withdraw"),
    path(f"{MINE}agreement/", agreement, name="agreement"),
    path(f"{MINE}talk/", talk, name="my_talk"),
    path(f"{MINE}rating/", rate, name="my_rating"),
    path(f"{MINE}reply/", reply, name="my_reply"),
    path(f"{MINE}contest/", contest, name="my_contest"),
    path(f"{SHIFT}check-in/", check_in, name="my_check_in"),
    path(f"{SHIFT}hours/", hours, name="my_hours"),
    path(f"{SHIFT}same-hours/", same_hours, name="my_same_hours"),
    path(f"{SHIFT}received/", received, name="my_received"),
    path(f"{SHIFT}not-received/", not_received, name="my_not_received"),
    path("me/", me, name="me"),
    path("me/available/", available, name="my_available"),
    path("me/ranking/", ranking, name="my_ranking"),
    path("me/wishes/", wishes, name="wishes"),
]
