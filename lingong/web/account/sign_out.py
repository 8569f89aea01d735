from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave; on a shared phone the next person finds nothing."""
    logout(request)
    messages.success(request, "已经退出，别人用这部手机看不到您的东西。")
    return redirect("web:home")
