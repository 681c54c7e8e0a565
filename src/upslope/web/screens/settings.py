"""Show settings and data; change, back up, export, import, put back."""

from django.http import HttpRequest, HttpResponse
from django.http.response import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from upslope.core.errors import UpslopeError
from upslope.services import data as datas
from upslope.services import settings as choices
from upslope.services.house import House
from upslope.services.views.settings import SettingsView
from upslope.web.screens.days import day_choices, posted_days
from upslope.web.screens.shared import leave, screen

MINUTES = (20, 30, 45, 60, 90)
RECALLS = (85, 90, 95)
THEMES = (("system", "as the system"), ("light", "light"), ("dark", "dark"))
SIZES = (("small", "A−"), ("normal", "A"), ("large", "A+"))
KEYS = (("on", "on"), ("off", "off"))
MOTIONS = (("system", "as the system"), ("off", "off"))


@require_GET
@screen
def show(request: HttpRequest, house: House) -> HttpResponse:
    """Show everything that can be chosen."""
    return render(request, "settings.html", context(choices.view(house)))


def context(view: SettingsView) -> dict[str, object]:
    """Return the view with its choices; a value of the learner's own joins those offered."""
    minutes = sorted({*MINUTES, view.minutes_a_day})
    recalls = sorted({*RECALLS, view.recall_target_percent})
    return {
        "view": view,
        "days": day_choices(view.study_days),
        "minutes_choices": [(str(value), str(value)) for value in minutes],
        "minutes_current": str(view.minutes_a_day),
        "recall_choices": [(str(value), f"{value}\u202f%") for value in recalls],
        "recall_current": str(view.recall_target_percent),
        "theme_choices": THEMES,
        "size_choices": SIZES,
        "keys_choices": KEYS,
        "keys_current": "on" if view.single_keys else "off",
        "motion_choices": MOTIONS,
    }


@require_POST
@screen
def change(request: HttpRequest, house: House) -> HttpResponse:
    """Keep one setting."""
    name, value = request.POST.get("name", ""), request.POST.get("value", "")
    if name == "study_days":
        value = ",".join(str(day) for day in posted_days(request.POST, "value"))
    choices.change(house, name, value)
    return redirect("settings")


@require_POST
@screen
def back_up(request: HttpRequest, house: House) -> HttpResponse:
    """Back the database up now."""
    leave(request, datas.back_up_now(house))
    return redirect("settings")


@require_GET
@screen
def export(request: HttpRequest, house: House) -> StreamingHttpResponse:
    """Send everything as one file."""
    name, chunks = datas.export(house)
    response = StreamingHttpResponse(chunks, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
@screen
def import_(request: HttpRequest, house: House) -> HttpResponse:
    """Read an export."""
    file = request.FILES.get("file")
    if file is None:
        raise UpslopeError("No file was chosen.", "Choose an export of Upslope, then press Import.")
    replace = request.POST.get("replace") == "yes"
    leave(request, datas.import_(house, file, replace=replace))
    return redirect("settings")


@require_POST
@screen
def restore(request: HttpRequest, house: House) -> HttpResponse:
    """Put a backup back."""
    leave(request, datas.restore(house, request.POST.get("backup", "")))
    return redirect("settings")
