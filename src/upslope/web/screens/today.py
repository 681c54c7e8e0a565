"""Show the day: what is next, the rest, and its end."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from upslope.services import firstrun, today
from upslope.services.house import House
from upslope.web.screens.shared import leave, screen


@require_GET
@screen
def show(request: HttpRequest, house: House) -> HttpResponse:
    """Show Today; before the first run, its three questions."""
    if firstrun.needed(house):
        return redirect("start")
    return render(request, "today.html", {"view": today.today(house)})


@require_GET
@screen
def done(request: HttpRequest, house: House) -> HttpResponse:
    """Show the end of the day."""
    return render(request, "done.html", {"view": today.done(house)})


@require_POST
@screen
def start_activity(request: HttpRequest, house: House) -> HttpResponse:
    """Begin an activity: go to its question or lesson."""
    return redirect(today.start_activity(house, request.POST.get("key", "")))


@require_POST
@screen
def not_now(request: HttpRequest, house: House) -> HttpResponse:
    """Put an activity off."""
    leave(request, today.not_now(house, request.POST.get("key", "")))
    return redirect("today")
