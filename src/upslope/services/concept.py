"""Show one concept: facts, lesson, practice, memory, and why it lies on the way."""

from datetime import timedelta

from upslope.core.errors import UpslopeError
from upslope.core.ids import ConceptId, PointId, QuestionId
from upslope.curriculum import Concept, Lesson, markup
from upslope.learner.beliefs import ConceptBelief, PointBelief, Status
from upslope.learner.due import is_halted
from upslope.learner.events import Claim, Mode, Snooze
from upslope.planner.activity import ActivityKind
from upslope.services import asking, history, planning, states
from upslope.services.asking import Wanted
from upslope.services.curves import memory_curve
from upslope.services.facts import ROW
from upslope.services.house import House, Situation
from upslope.services.record import record
from upslope.services.views.common import ConceptLink, Html, Notice, PeakState
from upslope.services.views.concept import ConceptView, LectureView, PointView, UseView
from upslope.services.words import near_day

HISTORY_LINES = 8
SNOOZE_DAYS = 7
RESTS_TODAY = "Enough of this step for now. Something else first, then it opens again."
RESTED_ONCE = "It was halted before; begin with the example again."


def view(house: House, concept_id: ConceptId) -> ConceptView:
    """Return the page of a concept. Raises NotFoundError."""
    situation = house.look()
    concept = house.curriculum.concept(concept_id)
    lesson = house.curriculum.lesson(concept_id)
    belief = situation.beliefs.of(concept_id)
    state = states.peak_state(situation, concept_id)
    missing = states.missing(situation, concept_id)
    pack = house.curriculum.pack(concept.pack)
    label, action, why = _primary(situation, concept, belief, state)
    return ConceptView(
        id=concept_id,
        title=states.title(house, concept_id),
        area=pack.title,
        area_url=f"/map/units/?area={pack.id}",
        objective=_inline(house, "objective", concept_id, concept.objective),
        state=state,
        state_text=states.state_text(situation, concept_id, state),
        minutes=concept.minutes,
        has_lesson=lesson is not None,
        why=Html(lesson.why) if lesson else Html(""),
        points=_points(situation, concept, lesson),
        summary=Html(lesson.summary) if lesson else Html(""),
        traps=Html(lesson.traps) if lesson else Html(""),
        in_deep_learning=Html(lesson.in_deep_learning) if lesson else Html(""),
        used_in_deep_learning=_block(house, "used", concept_id, concept.used_in_deep_learning),
        uses=tuple(_use(use.where, use.source) for use in concept.uses),
        stands_on=_links(situation, concept.prerequisites),
        leads_to=_links(situation, house.curriculum.graph.children[concept_id]),
        missing=_links(situation, missing),
        confusable_with=_links(situation, concept.confusable_with),
        lectures=_lectures(house, concept_id),
        papers=tuple((paper.title, paper.url) for paper in house.curriculum.needed_for(concept_id)),
        why_chain=_links(situation, why_chain(situation, concept_id)),
        goal_title=situation.goal.title,
        memory=memory_curve(situation, belief),
        history=history.of_concept(situation, concept_id, HISTORY_LINES),
        primary_label=label,
        primary_action=action,
        primary_why=why,
        can_claim=belief.status in (Status.UNSEEN, Status.LEARNING) and not belief.claimed,
        can_unclaim=belief.status is Status.PLACED,
        preview=bool(missing) and belief.status is Status.UNSEEN,
        next_concept=_next(situation, concept_id),
    )


def practise(
    house: House, concept_id: ConceptId, point_id: PointId | None = None, *, preview: bool = False
) -> QuestionId:
    """Put a problem of a concept: of a step, of the next open step, or a review once it is learned.

    What is not ready gives no credit (a preview), nor does a step that is done already (once more).
    """
    situation = house.look()
    concept = house.curriculum.concept(concept_id)
    belief = situation.beliefs.of(concept_id)
    if point_id is not None:
        house.curriculum.point_of(concept_id, point_id)
    if preview or (belief.status is Status.UNSEEN and states.missing(situation, concept_id)):
        return asking.ask(house, Wanted(concept_id, point_id, Mode.PREVIEW))
    if point_id is None and belief.status.opens_dependants:
        return review(house, concept_id)
    point = point_id or open_point(situation, concept)
    if point is None:
        return asking.ask(house, Wanted(concept_id, None, Mode.PREVIEW))
    if belief.status.opens_dependants or _is_passed(belief.point(point)):
        return asking.ask(house, Wanted(concept_id, point, Mode.REPEAT))
    if is_halted(situation.beliefs, concept_id, point, situation.today):
        raise UpslopeError("This step rests until you have practised something else.", RESTS_TODAY)
    return asking.ask(house, Wanted(concept_id, point, Mode.LESSON))


def review(house: House, concept_id: ConceptId) -> QuestionId:
    """Put a problem that tests the memory of a concept; early ones count, too."""
    situation = house.look()
    house.curriculum.concept(concept_id)
    if not situation.beliefs.of(concept_id).status.opens_dependants:
        raise UpslopeError("There is nothing to review here yet.", "Begin with the lesson.")
    return asking.ask(house, Wanted(concept_id, None, Mode.REVIEW))


def claim(house: House, concept_id: ConceptId, client_token: str) -> Notice:
    """Take the learner's word that a concept is known."""
    title = states.plain_title(house, concept_id)
    event = record(house, Claim((concept_id,)), client_token)
    return Notice(f"{title} counts as known on your word.", event.id)


def unclaim(house: House, concept_id: ConceptId, client_token: str) -> Notice:
    """Take that word back."""
    title = states.plain_title(house, concept_id)
    event = record(house, Claim((concept_id,), withdrawn=True), client_token)
    return Notice(f"{title} is open again.", event.id)


def snooze(house: House, concept_id: ConceptId, client_token: str) -> Notice:
    """Keep a concept out of the plan for a week."""
    title = states.plain_title(house, concept_id)
    today = house.moment().today
    until = today + timedelta(days=SNOOZE_DAYS)
    event = record(house, Snooze(concept_id, until), client_token)
    return Notice(f"{title} stays out of your plan; it comes back {near_day(until, today)}.", event.id)


def open_point(situation: Situation, concept: Concept) -> PointId | None:
    """Return the first step with practice that is not passed."""
    belief = situation.beliefs.of(concept.id)
    for facts in situation.house.facts[concept.id].points:
        if not _is_passed(belief.point(facts.point)):
            return facts.point
    return None


def why_chain(situation: Situation, concept: ConceptId) -> tuple[ConceptId, ...]:
    """Return a shortest chain of concepts from this one to the goal, both ends included; () off the way."""
    facts = planning.planning_facts(situation)
    chain = [concept]
    here = facts.concepts.get(concept)
    while here is not None and here.on_path and here.distance:
        steps = (facts.concepts[other] for other in facts.dependants.get(here.concept, ()))
        closer = [step for step in steps if step.on_path and step.distance == (here.distance or 0) - 1]
        here = closer[0] if closer else None
        if here is not None:
            chain.append(here.concept)
    return tuple(chain) if here is not None and here.on_path else ()


def _primary(
    situation: Situation, concept: Concept, belief: ConceptBelief, state: PeakState
) -> tuple[str, str, str]:
    """Return the one filled button: label, where it posts, and why."""
    if not concept.has_practice:
        return "", "", ""
    action = f"/concepts/{concept.id}/practise"
    if state is PeakState.LOCKED:
        return "Try a problem", action, "A preview: it gives no credit until what is missing is learned."
    if state is PeakState.READY:
        return "", "", ""
    if state is PeakState.LEARNING:
        return "Go on practising", action, ""
    recall = states.recall_now(situation, belief)
    if state is PeakState.FADING:
        return "Review now", action, f"Recall is {states.recall_text(recall)}." if recall else ""
    if state is PeakState.CLAIMED:
        return "Check it with one question", action, "A right answer confirms what you said."
    due = states.due_day(situation, belief)
    when = f" It falls due {near_day(due, situation.today)}." if due else ""
    known = f"Recall is {states.recall_text(recall)}." if recall else ""
    return "Review now", action, f"Not needed today. {known}{when}"


def _points(situation: Situation, concept: Concept, lesson: Lesson | None) -> tuple[PointView, ...]:
    texts = {point.point: point.html for point in lesson.points} if lesson else {}
    needed = {facts.point: facts.needed for facts in situation.house.facts[concept.id].points}
    belief = situation.beliefs.of(concept.id)
    current = None if belief.status.opens_dependants else open_point(situation, concept)
    return tuple(
        _point_view(
            situation,
            concept,
            place=place,
            html=Html(texts.get(point.id, "")),
            belief=belief.point(point.id) or PointBelief(point.id, needed=needed.get(point.id, ROW)),
            current=point.id == current,
        )
        for place, point in enumerate(concept.points)
    )


def _point_view(
    situation: Situation, concept: Concept, *, place: int, html: Html, belief: PointBelief, current: bool
) -> PointView:
    point = concept.points[place]
    return PointView(
        id=point.id,
        number=place + 1,
        title=Html(markup.render_inline(point.title)),
        html=html,
        row=belief.row,
        needed=belief.needed,
        tries=belief.tries,
        passed=belief.passed or situation.beliefs.of(concept.id).status.opens_dependants,
        current=current,
        halted_text=_halted_text(situation, concept.id, belief),
        has_practice=bool(point.practice),
    )


def _halted_text(situation: Situation, concept: ConceptId, belief: PointBelief) -> str:
    if is_halted(situation.beliefs, concept, belief.point, situation.today):
        return RESTS_TODAY
    return RESTED_ONCE if belief.halted else ""


def _is_passed(belief: PointBelief | None) -> bool:
    return belief is not None and belief.passed


def _links(situation: Situation, concepts: tuple[ConceptId, ...]) -> tuple[ConceptLink, ...]:
    return tuple(states.link(situation, concept) for concept in concepts)


def _next(situation: Situation, concept: ConceptId) -> ConceptLink | None:
    """Return the lesson recommended next, once this concept is known."""
    if not situation.beliefs.of(concept).status.opens_dependants:
        return None
    found = planning.recommend(situation)
    for activity in (found.best, *found.others):
        if activity and activity.kind is ActivityKind.LESSON and activity.concept != concept:
            return states.link(situation, activity.concept)
    return None


def _use(where: str, source: str) -> UseView:
    is_address = source.startswith(("https://", "http://"))
    return UseView(Html(markup.render_inline(where)), source, source if is_address else "")


def _lectures(house: House, concept: ConceptId) -> tuple[LectureView, ...]:
    courses = house.curriculum.courses
    return tuple(
        LectureView(
            course=courses[item.course].number or courses[item.course].title,
            text=f"{item.number} {item.title}".strip(),
            url=item.url,
            kind=str(item.kind),
        )
        for item in house.curriculum.course_items(concept)
    )


def _inline(house: House, what: str, concept: ConceptId, text: str) -> Html:
    return house.memo.once((what, concept), lambda: Html(markup.render_inline(text)))


def _block(house: House, what: str, concept: ConceptId, text: str) -> Html:
    return house.memo.once((what, concept), lambda: Html(markup.render(text)) if text else Html(""))
