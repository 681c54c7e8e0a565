"""Show progress and history; undo, and contest a verdict."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from upslope.core.ids import ConceptId, EventId
from upslope.services import history as histories
from upslope.services import progress as progresses
from upslope.services.house import House
from upslope.web.answers import is_whole
from upslope.web.screens.shared import back, leave, screen, token


@require_GET
@screen
def progress(request: HttpRequest, house: House) -> HttpResponse:
    """Show what is known and how sure that is."""
    return render(request, "progress.html", {"view": progresses.view(house)})


@require_GET
@screen
def history(request: HttpRequest, house: House) -> HttpResponse:
    """Show a page of the log, of one concept or of all."""
    number = request.GET.get("page", "1")
    concept = request.GET.get("concept", "")
    view = histories.view(
        house, int(number) if is_whole(number) else 1, ConceptId(concept) if concept else None
    )
    return render(request, "history.html", {"view": view})


@require_POST
@screen
def undo(request: HttpRequest, house: House, event: str) -> HttpResponse:
    """Take an event back."""
    leave(request, histories.undo(house, EventId(event), client_token=token(request)))
    return back(request, "/history/")


@require_POST
@screen
def override(request: HttpRequest, house: House, event: str) -> HttpResponse:
    """Keep the learner's own mark: this answer is right."""
    leave(request, histories.override(house, EventId(event), client_token=token(request)))
    return back(request, "/history/")
