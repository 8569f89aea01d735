"""The inbox: what is unread on top; opening a message marks it and leads to what it is about."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from lingong.lib import clock
from lingong.lib.refusal import Hidden
from lingong.people.inbox import mark_read
from lingong.people.models import Message, Person
from lingong.web.acting import person_of, signed_in, worker_of

A_PAGE = 20


@require_safe
@signed_in
def inbox(request: HttpRequest) -> HttpResponse:
    """All messages of the person, unread first, newest first."""
    mine = Message.objects.filter(person=person_of(request))
    rows = mine.annotate(seen=Q(read_at__isnull=False)).order_by("seen", "-pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "unread": mine.filter(read_at=None).count(),
        "layout": "worker.html" if worker_of(request) else "employer.html",
    }
    return render(request, "shared/inbox.html", context)


@require_POST
@signed_in
def open_message(request: HttpRequest, message_id: int) -> HttpResponse:
    """Mark as read and go to the gig or posting it is about."""
    person = _me(request)
    message = Message.objects.filter(person=person, pk=message_id).first()
    if message is None:
        raise Hidden
    mark_read(person=person, message_ids=[message.pk], now=clock.now())
    return redirect("web:go", message.object_kind, message.object_id)


@require_POST
@signed_in
def all_read(request: HttpRequest) -> HttpResponse:
    count = mark_read(person=_me(request), now=clock.now())
    messages.success(request, f"{count} 条都记成看过了。" if count else "没有没看的消息。")
    return redirect("web:inbox")


def _me(request: HttpRequest) -> Person:
    person = person_of(request)
    if person is None:
        raise Hidden
    return person
