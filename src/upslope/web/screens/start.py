"""Ask the three questions of the first run."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from upslope.services import firstrun
from upslope.services.house import House
from upslope.services.views.common import Ridge
from upslope.services.views.today import FirstRunView
from upslope.web.answers import is_whole
from upslope.web.screens.days import day_choices, posted_days
from upslope.web.screens.shared import screen

SHOWN = (0, 1)
"""The goals shown at once, besides the last one, which is the whole way; the rest unfolds."""
NO_DAY = "Choose at least one day of the week."
EMPTY_RIDGE = Ridge("your goal", "", known=0, claimed=0, required=1, seed=20, marks=())


@require_http_methods(["GET", "POST"])
@screen
def show(request: HttpRequest, house: House) -> HttpResponse:
    """Show the questions, or take the answers and go to Today."""
    if request.method == "POST":
        return begin(request, house)
    if not firstrun.needed(house):
        return redirect("today")
    return page(request, house)


def begin(request: HttpRequest, house: House) -> HttpResponse:
    """Keep the answers."""
    data = request.POST
    days, minutes = posted_days(data, "days"), data.get("minutes", "")
    if not days or not is_whole(minutes):
        return page(request, house, complaint=NO_DAY)
    firstrun.begin(
        house, goal=data.get("goal", ""), minutes=int(minutes), days=days, start=data.get("start", "")
    )
    return redirect("today")


def page(request: HttpRequest, house: House, *, complaint: str = "") -> HttpResponse:
    """Show the questions with their defaults."""
    view = firstrun.view(house)
    if view.goals and view.chosen_goal not in (goal.key for goal in view.goals):
        view = replace(view, chosen_goal=view.goals[0].key)  # packs without the usual goal
    return render_page(request, view, complaint=complaint)


def render_page(request: HttpRequest, view: FirstRunView, *, complaint: str = "") -> HttpResponse:
    """Render the questions."""
    last = len(view.goals) - 1
    first = [goal for place, goal in enumerate(view.goals) if place in (*SHOWN, last)]
    more = [goal for goal in view.goals if goal not in first]
    shown = {
        "view": view,
        "shown_goals": first,
        "more_goals": more,
        "more_open": view.chosen_goal in (goal.key for goal in more),
        "days": day_choices(view.chosen_days),
        "empty_ridge": EMPTY_RIDGE,
        "complaint": complaint,
    }
    return render(request, "start.html", shown, status=422 if complaint else 200)
