"""Show the sheet, the gallery, and what a typed answer gets."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from upslope.checking import input_for
from upslope.core.errors import UpslopeError
from upslope.web import answers
from upslope.web.preview.desk import GALLERY, Desk

_desk: list[Desk] = []


def lay(desk: Desk) -> None:
    """Put the template on the desk that all pages show."""
    _desk[:] = [desk]


@require_GET
def first(request: HttpRequest) -> HttpResponse:
    """Begin with the first seed of the first level."""
    return redirect("preview-sheet", 1, 0)


@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest, level: int, seed: int) -> HttpResponse:
    """Show one variant whole; a posted answer is checked beside it. Errors of the files are shown instead."""
    desk = _desk[0]
    shown: dict[str, object] = {"file": desk.file.name, "state": desk.state()}
    try:
        shown["sheet"] = desk.sheet(level, seed)
        shown["gallery"] = desk.gallery(level, seed + 1)
        shown["redraws"] = desk.histogram(level)
        shown["next_seed"] = seed + 1
        shown["previous_seed"] = max(0, seed - 1)
        shown["next_page"] = seed + GALLERY
        if request.method == "POST":
            form = input_for(desk.template().draw(level, seed).answer)
            response = answers.response_from(form, request.POST)
            shown["checked"] = desk.checked(level, seed, response)
    except UpslopeError as error:
        shown["error"] = error
    return render(request, "preview/sheet.html", shown)


@require_GET
def state(request: HttpRequest) -> HttpResponse:
    """Say which state of the files the page should show."""
    return JsonResponse({"state": _desk[0].state()})
