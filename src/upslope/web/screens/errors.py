"""Say what happened, what was kept, and what to do now; never a bare number."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from upslope.core.errors import UpslopeError
from upslope.web.trouble import Trouble

log = logging.getLogger(__name__)

KEPT = "Every answer whose verdict you saw is on the disk."


def not_found(
    request: HttpRequest, exception: Exception | None = None, *, message: str = "", hint: str = ""
) -> HttpResponse:
    """Show that an address leads to nothing, and where to go instead (404)."""
    return render(request, "not_found.html", {"message": message, "hint": hint}, status=404)


def refused(request: HttpRequest, error: UpslopeError) -> HttpResponse:
    """Show an error that a person can act on (409)."""
    log.warning("%s %s: %s", request.method, request.path, error)
    shown = {"trouble": Trouble(error.message, error.hint), "title": "That did not work", "kept": KEPT}
    return render(request, "trouble.html", shown, status=409)


def failed(request: HttpRequest) -> HttpResponse:
    """Show an error nobody foresaw (500); the log of the server has the details."""
    trouble = Trouble(
        "Upslope stopped in the middle of this step.",
        "Go back and try it once more. If it happens again, `upslope doctor` looks for the cause.",
    )
    return render(request, "trouble.html", {"trouble": trouble, "kept": KEPT}, status=500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Show that a form was too old or came from elsewhere (403)."""
    trouble = Trouble(
        "This page was opened before Upslope was started anew, so its form was not accepted.",
        "Go back, load the page again, and send it once more. Nothing was changed.",
    )
    return render(request, "trouble.html", {"trouble": trouble, "title": "Load the page again"}, status=403)
