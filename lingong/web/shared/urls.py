from django.urls import URLPattern, path

from .elder import elder
from .go import go
from .inbox import all_read, inbox, open_message
from .report import report
from .texts import help_page, privacy, zone

urlpatterns: list[URLPattern] = [
    path("elder/", elder, name="elder"),
    path("inbox/", inbox, name="inbox"),
    path("inbox/read/", all_read, name="inbox_read"),
    path("inbox/<int:message_id>/", open_message, name="message"),
    path("go/<slug:object_kind>/<uuid:public_id>/", go, name="go"),
    path("report/", report, name="report"),
    path("zone/", zone, name="zone"),
    path("help/", help_page, name="help"),
    path("privacy/", privacy, name="privacy"),
]
