"""Show a concept: its lesson, practice, place in the graph, and the learner's own history with it."""

from secrets import token_urlsafe

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from upslope.core.ids import ConceptId, PointId
from upslope.services import concept as concepts
from upslope.services.house import House
from upslope.web.screens.shared import back, leave, screen, token


@require_GET
@screen
def show(request: HttpRequest, house: House, concept: str) -> HttpResponse:
    """Show the page of a concept."""
    view = concepts.view(house, ConceptId(concept))
    return render(request, "concept.html", {"view": view, "token": token_urlsafe(18)})


@require_POST
@screen
def practise(request: HttpRequest, house: House, concept: str) -> HttpResponse:
    """Put a question of a point, the first unfinished one where none is named."""
    point = request.POST.get("point", "")
    preview = request.POST.get("preview") == "yes"
    question = concepts.practise(
        house, ConceptId(concept), PointId(point) if point else None, preview=preview
    )
    return redirect("question", question)


@require_POST
@screen
def review(request: HttpRequest, house: House, concept: str) -> HttpResponse:
    """Put a review question now."""
    return redirect("question", concepts.review(house, ConceptId(concept)))


@require_POST
@screen
def claim(request: HttpRequest, house: House, concept: str) -> HttpResponse:
    """Take the learner's word that the concept is known."""
    leave(request, concepts.claim(house, ConceptId(concept), client_token=token(request)))
    return back(request, f"/concepts/{concept}/")


@require_POST
@screen
def unclaim(request: HttpRequest, house: House, concept: str) -> HttpResponse:
    """Take that word back."""
    leave(request, concepts.unclaim(house, ConceptId(concept), client_token=token(request)))
    return back(request, f"/concepts/{concept}/")


@require_POST
@screen
def snooze(request: HttpRequest, house: House, concept: str) -> HttpResponse:
    """Let the concept rest for a while."""
    leave(request, concepts.snooze(house, ConceptId(concept), client_token=token(request)))
    return back(request, f"/concepts/{concept}/")
