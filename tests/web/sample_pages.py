"""Render every page from the sample values, without database or services."""

from collections.abc import Callable

from django.contrib.messages import constants
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import RequestFactory
from tests.web import sample_views as sample

from upslope.services.views.practice import ReadingView
from upslope.web.screens import errors, maps, question, settings, start
from upslope.web.typing_forms import GROUPS


def request(path: str = "/") -> HttpRequest:
    """Return a request as the middleware would leave it."""
    made = RequestFactory().get(path, HTTP_HOST="localhost")
    made._messages = CookieStorage(made)
    return made


def with_toast() -> HttpRequest:
    """Return a request whose page shows a notice with Undo."""
    made = request()
    made._messages.add(constants.SUCCESS, sample.NOTICE.text, extra_tags=sample.NOTICE.undo_event)
    return made


def page(template: str, path: str, **context: object) -> HttpResponse:
    """Render one template."""
    return render(request(path), template, context)


def start_page() -> HttpResponse:
    """Render the first run."""
    return start.render_page(request("/start/"), sample.first_run_view())


def map_page() -> HttpResponse:
    """Render the map around the learner."""
    view = sample.map_view()
    return page("map/around.html", "/map/", view=view, steps=maps.steps(view.nodes))


def all_page() -> HttpResponse:
    """Render the whole map."""
    view = sample.full_map_view()
    return page("map/all.html", "/map/all/", view=view, by_area=maps.by_area(view))


def player(view: object) -> HttpResponse:
    """Render the player."""
    return question.page(request("/questions/q1/"), view)


PAGES: dict[str, Callable[[], HttpResponse]] = {
    "today": lambda: page("today.html", "/", view=sample.today_view()),
    "today-toast": lambda: render(with_toast(), "today.html", {"view": sample.today_view()}),
    "today-empty": lambda: page("today.html", "/", view=sample.empty_today_view()),
    "done": lambda: page("done.html", "/done/", view=sample.done_view()),
    "start": start_page,
    "practice": lambda: player(sample.question_view()),
    "practice-hint": lambda: player(sample.hinted_view()),
    "practice-choice": lambda: player(sample.choice_view()),
    "practice-facts": lambda: player(sample.facts_view()),
    "practice-matrix": lambda: player(sample.matrix_view()),
    "practice-ordering": lambda: player(sample.ordering_view()),
    "practice-parts": lambda: player(sample.parts_view()),
    "feedback-wrong": lambda: player(sample.answered_view()),
    "feedback-right": lambda: player(sample.right_view()),
    "feedback-partial": lambda: player(sample.partial_view()),
    "feedback-unreadable": lambda: player(sample.unreadable_view()),
    "feedback-undecided": lambda: player(sample.undecided_view()),
    "feedback-gave-up": lambda: player(sample.gave_up_view()),
    "concept": lambda: page("concept.html", "/concepts/null-space/", view=sample.concept_view(), token="t"),
    "concept-bare": lambda: page("concept.html", "/concepts/x/", view=sample.bare_concept_view(), token="t"),
    "map": map_page,
    "map-units": lambda: page("map/units.html", "/map/units/", view=sample.unit_view()),
    "map-all": all_page,
    "progress": lambda: page("progress.html", "/progress/", view=sample.progress_view()),
    "progress-empty": lambda: page("progress.html", "/progress/", view=sample.empty_progress_view()),
    "history": lambda: page("history.html", "/history/", view=sample.history_view()),
    "settings": lambda: page("settings.html", "/settings/", **settings.context(sample.settings_view())),
    "typing": lambda: page("typing.html", "/typing/", groups=GROUPS),
    "keys": lambda: page("keys.html", "/keys/"),
    "locked": lambda: page("locked.html", "/"),
    "not-found": lambda: errors.not_found(request("/nowhere/")),
    "failed": lambda: errors.failed(request("/")),
}

READINGS = {
    "reading": ReadingView("reading", sample.read_as("1", "2"), sample.Html(""), None, ""),
    "incomplete": ReadingView(
        "incomplete", sample.read_as("1", "2"), sample.h("The last bracket is still open."), None, ""
    ),
    "unreadable": ReadingView(
        "unreadable", sample.Html(""), sample.h("Here is a `;`."), ("(1", ";", "2)"), "(1, 2)"
    ),
    "empty": ReadingView("empty", sample.Html(""), sample.Html(""), None, ""),
}
