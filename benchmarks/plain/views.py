"""The queries of lingong.web.worker.home for a visitor, rendered by 20 lines of template, or not at all."""

from functools import cache
from pathlib import Path

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import Context, Template

from lingong.jobs.models import Posting
from lingong.lib import clock
from lingong.web.worker.cards import names_of
from lingong.web.worker.home import A_PAGE
from lingong.web.worker.look import Look


def plain(request: HttpRequest) -> HttpResponse:
    page, names = _found(request)
    return HttpResponse(_template().render(Context({"page": page, "names": names})))


def as_json(request: HttpRequest) -> HttpResponse:
    page, names = _found(request)
    return JsonResponse([_row(posting, names) for posting in page], safe=False)


def _found(request: HttpRequest) -> tuple[Page, dict]:
    look = Look.of(request, None)
    page = Paginator(look.postings(clock.now()), A_PAGE).get_page(request.GET.get("page"))
    return page, names_of({look.region, *(posting.region for posting in page)})


def _row(posting: Posting, names: dict) -> dict:
    terms = posting.terms
    return {
        "id": posting.public_id,
        "trade": posting.trade,
        "employer": posting.employer.shown_name,
        "region": names.get(posting.region, ("", ""))[0],
        "pay_fen": terms.pay_fen,
        "shifts": [shift.start_at for shift in terms.shifts.all()],
        "left": posting.places_left,
    }


@cache
def _template() -> Template:
    return Template((Path(__file__).parent / "page.html").read_text(encoding="utf-8"))
