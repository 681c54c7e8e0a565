"""Show how answers are typed, and the keys."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from upslope.services.house import House
from upslope.web.screens.shared import screen
from upslope.web.typing_forms import GROUPS


@require_GET
@screen
def typing(request: HttpRequest, house: House) -> HttpResponse:
    """Show every form an answer can have, with examples."""
    return render(request, "typing.html", {"groups": GROUPS})


@require_GET
@screen
def keys(request: HttpRequest, house: House) -> HttpResponse:
    """List all keys."""
    return render(request, "keys.html")
