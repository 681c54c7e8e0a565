"""Ask the three questions of the first run."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from upslope.services import firstrun
from upslope.services.house import House
from upslope.services.views.common import Ridge
from upslope.web.answers import is_whole
from upslope.web.screens.days import day_choices, posted_days
from upslope.web.screens.shared import screen

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
    """Render the questions."""
    view = firstrun.view(house)
    if view.goals and view.chosen_goal not in (goal.key for goal in view.goals):
        view = replace(view, chosen_goal=view.goals[0].key)  # packs without the usual goal
    shown = {
        "view": view,
        "days": day_choices(view.chosen_days),
        "empty_ridge": EMPTY_RIDGE,
        "complaint": complaint,
    }
    return render(request, "start.html", shown, status=422 if complaint else 200)
