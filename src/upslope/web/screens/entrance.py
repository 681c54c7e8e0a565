"""Let the learner's own browser in, once per token; say that the server lives."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from upslope.web import trouble
from upslope.web.middleware import COOKIE

YEAR_SECONDS = 365 * 24 * 3600


@require_GET
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange a one-time token for the entrance cookie."""
    home = settings.HOME
    if not home.redeem(token):
        return render(request, "locked.html", status=401)
    response = redirect("/")
    response.set_cookie(
        COOKIE, home.secret("entrance"), max_age=YEAR_SECONDS, httponly=True, samesite="Strict", path="/"
    )
    return response


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Answer that the server lives, and whether the data is in trouble; nothing personal."""
    return JsonResponse({"upslope": settings.UPSLOPE_VERSION, "trouble": trouble.current() is not None})
