"""Lay a question out as the player shows it."""

import json
import re
from secrets import token_urlsafe

from upslope.checking import InputForm, NamedText, Response, Syntax, input_for
from upslope.curriculum import markup
from upslope.learner.events import Mode
from upslope.problems import Figure, Variant
from upslope.services import states
from upslope.services.house import Situation
from upslope.services.views.common import Html, Notice
from upslope.services.views.practice import Draft, QuestionView, Tick
from upslope.services.words import capital, spelled
from upslope.store import queries as read
from upslope.store.queries.answers import Answer
from upslope.store.queries.questions import Question

MODE_WORDS = {
    Mode.LESSON: "Lesson",
    Mode.REVIEW: "Review",
    Mode.PREVIEW: "Preview, gives no credit",
    Mode.REPEAT: "Once more, gives no credit",
}
_PART_MARK = re.compile("\u27e6part:([A-Za-z][A-Za-z_0-9]*)\u27e7")
_FIGURE_MARK = "\u27e6figure\u27e7"
MOST_TICKS = 7


def question_view(
    situation: Situation, question: Question, variant: Variant, notice: Notice | None = None
) -> QuestionView:
    """Return the open question: statement, field, hints so far, and a fresh client token."""
    form = input_for(variant.answer)
    statement, figure = statement_and_figure(variant)
    ticks = _ticks(situation, question)
    return QuestionView(
        id=question.id,
        concept=question.concept,
        concept_title=states.title(situation.house, question.concept),
        mode=str(question.mode),
        mode_text=MODE_WORDS[question.mode],
        point_text=_point_text(situation, question),
        rule_text=_rule_text(situation, question),
        statement=statement,
        figure=figure,
        form=form,
        options=tuple(Html(markup.render_inline(option)) for option in form.options),
        draft=read_draft(question.draft),
        hints=tuple(Html(markup.render(hint)) for hint in variant.hints[: question.hints_shown]),
        hints_left=max(0, len(variant.hints) - question.hints_shown),
        ticks=ticks,
        number=sum(tick.state in ("ok", "no") for tick in ticks) + 1,
        client_token=token_urlsafe(18),
        active_ms=question.active_ms,
        notice=notice,
    )


def statement_and_figure(variant: Variant) -> tuple[Html, Html]:
    """Return the statement with its fields' places, and the figure where the text does not place it."""
    html: str = markup.render(variant.statement)
    html = _PART_MARK.sub(r'<span class="part-slot" data-part="\1"></span>', html)
    drawing = figure_html(variant.figure) if variant.figure else Html("")
    if _FIGURE_MARK in html:
        lone = f"<p>{_FIGURE_MARK}</p>"
        place = lone if lone in html else _FIGURE_MARK
        return Html(html.replace(place, drawing, 1).replace(_FIGURE_MARK, "")), Html("")
    return Html(html), drawing


def figure_html(figure: Figure) -> Html:
    """Return a drawing with its caption."""
    caption = f"<figcaption>{markup.render_inline(figure.caption)}</figcaption>" if figure.caption else ""
    return Html(f'<figure class="problem-figure">{figure.svg}{caption}</figure>')


def part_labels(form: InputForm) -> dict[str, str]:
    """Return the label of each part's field by the part's name."""
    return {part.name: part.form.label or part.name for part in form.parts}


def read_draft(text: str) -> Draft:
    """Return what was typed so far; an unreadable draft is an empty one."""
    try:
        stored = json.loads(text) if text else {}
        parts = tuple((str(name), str(value)) for name, value in stored.get("parts", ()))
        return Draft(str(stored.get("text", "")), parts, str(stored.get("syntax", Syntax.TEXT)))
    except (ValueError, AttributeError, TypeError):
        return Draft("", (), str(Syntax.TEXT))


def write_draft(response: Response) -> str:
    """Return what a draft is kept as."""
    parts = [[part.name, part.text] for part in response.parts]
    return json.dumps({"v": 1, "text": response.text, "parts": parts, "syntax": str(response.syntax)})


def response_of(draft: Draft) -> Response:
    """Return a draft as a response."""
    parts = tuple(NamedText(name, text) for name, text in draft.parts)
    return Response(text=draft.text, syntax=Syntax(draft.syntax), parts=parts)


def _point_text(situation: Situation, question: Question) -> str:
    concept = situation.curriculum.concept(question.concept)
    for place, point in enumerate(concept.points, 1):
        if point.id == question.point:
            return f"step {place} of {len(concept.points)}: {markup.plain(point.title)}"
    return ""


def _rule_text(situation: Situation, question: Question) -> str:
    if question.mode is Mode.LESSON and question.point is not None:
        needed = {f.point: f.needed for f in situation.house.facts[question.concept].points}
        return f"{capital(spelled(needed.get(question.point, 2)))} right in a row finish this step"
    if question.mode is Mode.REVIEW:
        return "One new problem, on anything in this concept"
    return "Nothing counts here"


def _ticks(situation: Situation, question: Question) -> tuple[Tick, ...]:
    """Return the questions of the present set, then this one, then those a row still needs at least."""
    if question.mode not in (Mode.LESSON, Mode.REVIEW):
        return (Tick("now"),)
    past = [Tick("ok" if answer.right else "no") for answer in _present_set(situation, question)]
    todo = 0
    if question.mode is Mode.LESSON and question.point is not None:
        point = situation.beliefs.of(question.concept).point(question.point)
        needed = {f.point: f.needed for f in situation.house.facts[question.concept].points}
        row = point.row if point and not point.passed else 0
        todo = max(0, needed.get(question.point, 2) - row - 1)
    return (*past, Tick("now"), *(Tick("todo") for _ in range(todo)))


def _present_set(situation: Situation, question: Question) -> list[Answer]:
    """Return the scored answers of this point's set, or of today's review, oldest first."""
    latest = read.answers.latest(situation.house.learner, question.concept, 4 * MOST_TICKS)
    same = [
        answer
        for answer in latest
        if answer.mode is question.mode and answer.point == question.point and answer.scored
    ]
    if question.mode is Mode.REVIEW:
        found = [answer for answer in same if answer.study_day == situation.today]
    else:
        point = situation.beliefs.of(question.concept).point(question.point) if question.point else None
        open_set = point is not None and not point.passed and not point.halted
        found = same[: point.tries] if point is not None and open_set else []
    return found[:MOST_TICKS][::-1]
