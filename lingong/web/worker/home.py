"""找活: open gigs near the reader, the fitting ones first. Anybody may look, without an account."""

from datetime import datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lingong.hiring.line import EXITS
from lingong.hiring.models import Engagement
from lingong.lib import clock
from lingong.matching.recommend import RankedPosting, postings_near, recommend_postings
from lingong.web.acting import worker_of
from lingong.workers.models import Worker

from .cards import cards, names_of
from .look import ANYWHERE, REGION_COOKIE, Look

A_PAGE = 20
BEST = 5
CANDIDATES = 200
A_YEAR = 365 * 24 * 3600


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The list, newest first; for a registered worker who does not search, first what fits."""
    now, worker = clock.now(), worker_of(request)
    look = Look.of(request, worker)
    best = fitting(worker, now) if worker is not None and look.is_plain else []
    rows = look.postings(now).exclude(pk__in=[one.posting.pk for one in best])
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    why = {one.posting.pk: one.reasons for one in best}
    first = [one.posting for one in best] if page.number == 1 else []
    names = names_of({look.region, *(posting.region for posting in [*first, *page])})
    context = {
        "look": look,
        "worker": worker,
        "district": names.get(look.region, ("所选地区", ""))[0] if look.region else "全部地区",
        "page": page,
        "best": cards(first, now=now, spot=look.spot, names=names, reasons=why),
        "gigs": cards(list(page), now=now, spot=look.spot, names=names),
    }
    response = render(request, "worker/home.html", context)
    if "region" in request.GET:
        response.set_cookie(REGION_COOKIE, look.region or ANYWHERE, A_YEAR, samesite="Lax", httponly=True)
    return response


def fitting(worker: Worker, now: datetime) -> list[RankedPosting]:
    """The few postings that suit the worker best, without those the worker is on already."""
    mine = Engagement.objects.filter(worker=worker).exclude(state__in=EXITS).values("posting")
    near = postings_near(worker=worker, now=now).exclude(pk__in=mine)
    return recommend_postings(worker=worker, postings=list(near[:CANDIDATES]), now=now, k=BEST)[:BEST]
