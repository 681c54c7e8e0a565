"""Put a question before the learner: the one left open, or a new variant."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from upslope.core.errors import ContentError, NotFoundError, UpslopeError
from upslope.core.ids import ConceptId, PointId, QuestionId
from upslope.curriculum import Concept, markup
from upslope.learner.beliefs import PointBelief
from upslope.learner.events import Mode
from upslope.planner.practice import PracticeOption, Used, next_practice, review_practice
from upslope.problems import Variant, serve
from upslope.problems.serve import Served
from upslope.services.house import House, Situation
from upslope.store import queries as read
from upslope.store import questions
from upslope.store.log import new_id
from upslope.store.queries.questions import Question
from upslope.store.transactions import writing

log = logging.getLogger(__name__)

RECENT = 50
"""A statement is not repeated within so many questions of its concept."""


MOST_DRAWS = 20
"""After so many draws a repeated statement is accepted: some templates have few variants by nature."""


class StaleError(UpslopeError):
    """Report a question that can no longer be shown as it was put."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Say which question is wanted: of a point in a lesson, of any point in a review."""

    concept: ConceptId
    point: PointId | None
    mode: Mode


def ask(house: House, wanted: Wanted) -> QuestionId:
    """Return the question left open for this purpose, or put a new variant.

    Raises UpslopeError if the concept cannot be practised.
    """
    with writing():
        left = read.questions.open_for(house.learner, wanted.concept, point=wanted.point, mode=wanted.mode)
        if left is not None and is_usable(house, left):
            return left.id
        question = _new(house.look(), wanted)
        questions.add(question)
        return question.id


def ask_again(house: House, question: Question) -> QuestionId:
    """Put the same template and level once more with other numbers, without credit."""
    with writing():
        again = _draw(
            house.look(),
            Wanted(question.concept, question.point, Mode.REPEAT),
            Used(question.template, question.level),
        )
        questions.add(again)
        return again.id


def find(house: House, question: QuestionId) -> Question:
    """Return the learner's question. Raises NotFoundError."""
    found = read.questions.by_id(house.learner, question)
    if found is None:
        raise NotFoundError("There is no such question.", "Go back to Today and start from there.")
    return found


def variant_of(house: House, question: Question) -> Variant:
    """Return the variant of a question exactly as it was put.

    Raises StaleError if an update took its template away or changed what was drawn.
    """
    try:
        template = house.curriculum.template(question.template)
        return template.replay(question.level, question.seed, question.fields_json)
    except (ContentError, NotFoundError) as error:
        raise StaleError(
            "An update has replaced this problem since it was put before you.",
            "Go back to its concept and press Practise: a new one is put. Your record stays as it is.",
        ) from error


def is_usable(house: House, question: Question) -> bool:
    """Say whether an open question still stands as it was put: its template unchanged and readable."""
    try:
        return variant_of(house, question).version == question.template_version
    except StaleError:
        return False


def _new(situation: Situation, wanted: Wanted) -> Question:
    """Draw from the template that is due; one that cannot be drawn is passed over, and named in the log."""
    concept = situation.curriculum.concept(wanted.concept)
    options = _options(situation, concept, wanted.point)
    while options:
        chosen = _choose(situation, wanted, options)
        try:
            return _draw(situation, wanted, Used(chosen.template, chosen.level))
        except ContentError as error:
            log.warning("%s", error)
            options = [option for option in options if option.template != chosen.template]
    raise UpslopeError(
        f"{markup.plain(concept.title)} has no problems yet.",
        "Choose another concept; this page stays as it is.",
    )


def _choose(situation: Situation, wanted: Wanted, options: Sequence[PracticeOption]) -> PracticeOption:
    recent = read.questions.recent(situation.house.learner, wanted.concept, RECENT)
    if wanted.point is None:
        used = [Used(q.template, q.level) for q in recent if q.mode is Mode.REVIEW]
        return review_practice(options, used)
    used = [Used(q.template, q.level) for q in recent if q.point == wanted.point]
    return next_practice(_point_belief(situation, wanted.concept, wanted.point), options, used)


def _options(situation: Situation, concept: Concept, point: PointId | None) -> Sequence[PracticeOption]:
    free = {file.id: not file.conceptual for file in situation.curriculum.templates_of(concept.id)}
    return [
        PracticeOption(each.id, practice.template, practice.level, free.get(practice.template, True))
        for each in concept.points
        for practice in each.practice
        if point in (None, each.id)
    ]


def _point_belief(situation: Situation, concept: ConceptId, point: PointId) -> PointBelief:
    found = situation.beliefs.of(concept).point(point)
    if found is not None:
        return found
    needed = {facts.point: facts.needed for facts in situation.house.facts[concept].points}
    return PointBelief(point, needed=needed.get(point, 2))


def _draw(situation: Situation, wanted: Wanted, chosen: Used) -> Question:
    variant = _variant(situation, chosen)
    return Question(
        id=QuestionId(new_id()),
        learner=situation.house.learner,
        concept=wanted.concept,
        point=wanted.point,
        template=variant.template,
        template_version=variant.version,
        level=variant.level,
        seed=variant.seed,
        fields_json=variant.fields_json,
        statement_key=variant.statement_key,
        answer_key=variant.answer_key,
        mode=wanted.mode,
        hints_shown=0,
        draft="",
        active_ms=0,
        opened_at=situation.moment.at,
        answered_event=None,
    )


def _variant(situation: Situation, chosen: Used) -> Variant:
    """Draw the next variant of the learner's own row of seeds that was not seen lately."""
    learner = situation.house.learner
    template = situation.curriculum.template(chosen.template)
    recent = read.questions.recent_of_template(learner, chosen.template, serve.REMEMBERED)
    served = [Served(question.statement_key, question.answer_key) for question in recent]
    seed = serve.next_seed(
        situation.profile.secret,
        chosen.template,
        chosen.level,
        read.questions.count_of(learner, chosen.template, chosen.level),
        serve.seen_by(template, chosen.level, served),
    )
    return template.draw(chosen.level, seed)
