"""Pages that only tell: the zone of flexible work, help, privacy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .stations import stations_for

STEPS = (
    ("报名", "看中一个活，点“我要报名”。雇主也可以先来请您。"),
    ("确认", "雇主点头，您再点一次“我来”，名额和这段时间就给您留着。"),
    ("签约", "六句话说清：干什么、在哪里、几点到几点、多少钱、哪天给、谁负责保险。双方都点“我同意”。"),
    ("到岗", "到了现场，输门口的 6 位到岗码。没手机的，雇主替您点“到了”。"),
    ("完工", "干完报工时，两边写的一样就算数；不一样可以商量，也可以找窗口。"),
    ("收钱", "钱由雇主直接给您，平台不经手。收到点“收到了”，没收到点“没收到”。"),
    ("评价", "两边互相评一评，下次找活招人心里有数。"),
)


@require_safe
def zone(request: HttpRequest) -> HttpResponse:
    return render(request, "shared/zone.html", {"stations": stations_for(request.COOKIES.get("region", ""))})


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "shared/help.html", {"steps": STEPS, "line": [(s, "todo", "") for s, _ in STEPS]})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "shared/privacy.html")
