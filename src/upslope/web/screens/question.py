"""Play a question: show it, read what is typed, take the answer, show the verdict, go on.

The same pages serve with and without JavaScript: forms post and get whole pages, of which htmx takes the
part it needs.
"""

import re
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from upslope.checking import InputForm, NamedText, Response
from upslope.core.ids import QuestionId
from upslope.curriculum import markup
from upslope.services import practice
from upslope.services.house import House
from upslope.services.views.practice import AnsweredView, QuestionView, Tick
from upslope.web import answers
from upslope.web.answers import CHOICES, Field
from upslope.web.screens.shared import leave, screen, token

SLOT = re.compile(r'<span class="part-slot" data-part="([^"]*)"></span>')
TICK_WORDS = {"ok": "right", "no": "not yet", "now": "this one", "todo": "to come"}


@require_GET
@screen
def show(request: HttpRequest, house: House, question: str) -> HttpResponse:
    """Show a question as it stands."""
    return page(request, practice.question(house, QuestionId(question)))


@require_http_methods(["GET", "POST"])
@screen
def answer(request: HttpRequest, house: House, question: str) -> HttpResponse:
    """Check an answer. What was settled is shown at the question's own address; the rest at once."""
    if request.method == "GET":
        return redirect("question", question)
    form = form_of(practice.question(house, QuestionId(question)))
    view = practice.answer(
        house,
        QuestionId(question),
        answers.response_from(form, request.POST),
        client_token=token(request),
        active_ms=answers.active_ms(request.POST),
    )
    if view.settled and view.question.notice is not None:
        leave(request, view.question.notice)
    return redirect("question", question) if view.settled else page(request, view)


@require_POST
@screen
def give_up(request: HttpRequest, house: House, question: str) -> HttpResponse:
    """Take "I do not know" and show how it goes."""
    practice.give_up(
        house,
        QuestionId(question),
        client_token=token(request),
        active_ms=answers.active_ms(request.POST),
    )
    return redirect("question", question)


@require_POST
@screen
def hint(request: HttpRequest, house: House, question: str) -> HttpResponse:
    """Keep what is typed and show one more hint."""
    keep(request, house, question)
    practice.hint(house, QuestionId(question))
    return redirect("question", question)


@require_POST
@screen
def draft(request: HttpRequest, house: House, question: str) -> HttpResponse:
    """Keep what is typed; a suggestion that was taken replaces it and shows the question again."""
    keep(request, house, question)
    return redirect("question", question) if "use" in request.POST else HttpResponse(status=204)


@require_POST
@screen
def reading(request: HttpRequest, house: House, question: str) -> HttpResponse:
    """Show how one field is understood so far."""
    part = request.POST.get("part")
    form = form_of(practice.question(house, QuestionId(question)))
    response = answers.response_from(form, request.POST)
    if part is not None:
        typed = {named.name: named.text for named in response.parts}
        response = Response(text=typed.get(part, ""), syntax=response.syntax)
    found = practice.reading(house, QuestionId(question), response, part)
    return render(request, "player/reading.html", {"reading": found})


@require_POST
@screen
def go_on(request: HttpRequest, house: House, question: str) -> HttpResponse:
    """Go to what follows."""
    return redirect(practice.next_after(house, QuestionId(question)))


@require_POST
@screen
def repeat(request: HttpRequest, house: House, question: str) -> HttpResponse:
    """Put the same kind of question once more, without credit."""
    return redirect("question", practice.repeat(house, QuestionId(question)))


def keep(request: HttpRequest, house: House, question: str) -> None:
    """Save the posted draft, with a suggestion in place of what could not be read."""
    form = form_of(practice.question(house, QuestionId(question)))
    response = answers.response_from(form, request.POST)
    suggestion = request.POST.get("use", "")
    if suggestion and response.parts:
        first, *rest = response.parts
        response = replace(response, parts=(NamedText(first.name, suggestion), *rest))
    elif suggestion:
        response = replace(response, text=suggestion)
    practice.save_draft(house, QuestionId(question), response, answers.active_ms(request.POST))


def form_of(view: QuestionView | AnsweredView) -> InputForm:
    """Return the input of a question, answered or not."""
    return view.question.form if isinstance(view, AnsweredView) else view.form


def page(request: HttpRequest, view: QuestionView | AnsweredView) -> HttpResponse:
    """Render the player around an open or answered question."""
    answered = view if isinstance(view, AnsweredView) else None
    question = view.question if isinstance(view, AnsweredView) else view
    settled = answered is not None and answered.settled
    fields = with_part_options(answers.fields_of(question.form, question.draft, question.options))
    statement, within, below = place_fields(question.statement, fields, settled=settled)
    shown = {
        "q": question,
        "answered": answered,
        "settled": settled,
        "statement": statement,
        "within": within,
        "below": below,
        "chosen": [field for field in fields if field.widget in CHOICES and not field.part],
        "latex": question.draft.syntax == "latex",
        "ticks_text": ticks_text(question.ticks),
    }
    return render(request, "player/page.html", shown)


def with_part_options(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Render the choices of parts, which arrive as Markdown; a single answer's arrive rendered."""
    return tuple(
        replace(
            field,
            options=tuple(replace(each, html=markup.render_inline(each.html)) for each in field.options),
        )
        if field.part
        else field
        for field in fields
    )


def place_fields(
    statement: str, fields: tuple[Field, ...], *, settled: bool
) -> tuple[SafeString, list[Field], list[Field]]:
    """Put parts into their places in the statement; return the rest to be listed below it.

    Only one-line fields can stand inside a sentence; a settled question shows a blank in their place.
    """
    by_part = {field.part: field for field in fields if field.part}
    within: list[Field] = []

    def put(match: re.Match[str]) -> str:
        field = by_part.get(match[1])
        if settled or field is None or field.widget not in ("math", "text"):
            return '<span class="blank" role="img" aria-label="your answer"></span>'
        within.append(field)
        context = {"f": field, "inline": True, "focus": len(within) == 1}
        return render_to_string("player/field.html", context).strip()

    filled = SLOT.sub(put, statement)
    below = [field for field in fields if field not in within]
    return mark_safe(filled), within, below


def ticks_text(ticks: tuple[Tick, ...]) -> str:
    """Say the row of ticks in words."""
    return "Questions of this set: " + ", ".join(TICK_WORDS.get(tick.state, tick.state) for tick in ticks)
