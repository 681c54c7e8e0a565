"""Say in one place what the learner is told of a concept's state."""

from datetime import date

from upslope.core.ids import ConceptId
from upslope.curriculum import markup
from upslope.learner.beliefs import ConceptBelief, Status
from upslope.learner.due import due_day_at, recall_of
from upslope.services.house import House, Situation
from upslope.services.views.common import ConceptLink, Html, PeakState
from upslope.services.words import percent

SUREST = 0.99

STATE_WORDS = {
    PeakState.READY: "ready",
    PeakState.LEARNED: "learned, not yet confirmed",
    PeakState.CLAIMED: "on your word, not yet checked",
    PeakState.MASTERED: "mastered",
}


def title(house: House, concept: ConceptId) -> Html:
    """Return a concept's title, rendered once per process."""
    text = house.curriculum.concept(concept).title
    return house.memo.once(("title", concept), lambda: Html(markup.render_inline(text)))


def plain_title(house: House, concept: ConceptId) -> str:
    """Return a concept's title as text, for sentences and names that hold no markup."""
    text = house.curriculum.concept(concept).title
    return house.memo.once(("plain-title", concept), lambda: markup.plain(text))


def short_title(house: House, concept: ConceptId) -> str:
    """Return the short title as text, for drawings."""
    text = house.curriculum.concept(concept).short
    return house.memo.once(("short-title", concept), lambda: markup.plain(text))


def link(situation: Situation, concept: ConceptId) -> ConceptLink:
    """Return a concept with its state in words."""
    house, state = situation.house, peak_state(situation, concept)
    return ConceptLink(
        id=concept,
        title=title(house, concept),
        short=short_title(house, concept),
        state=state,
        state_text=state_text(situation, concept, state),
    )


def peak_state(situation: Situation, concept: ConceptId) -> PeakState:
    """Return the state that the peak of a concept shows."""
    belief = situation.beliefs.of(concept)
    if belief.status in (Status.MASTERED, Status.LEARNED):
        if is_due(situation, belief):
            return PeakState.FADING
        return PeakState.MASTERED if belief.status is Status.MASTERED else PeakState.LEARNED
    if belief.status is Status.PLACED:
        return PeakState.CLAIMED
    if belief.status is Status.LEARNING:
        return PeakState.LEARNING
    return PeakState.LOCKED if missing(situation, concept) else PeakState.READY


def state_text(situation: Situation, concept: ConceptId, state: PeakState) -> str:
    """Return the state in words; a measured number comes with what it measures."""
    belief = situation.beliefs.of(concept)
    match state:
        case PeakState.LOCKED:
            return f"needs {len(missing(situation, concept))}"
        case PeakState.LEARNING:
            return steps_text(situation, belief)
        case PeakState.FADING:
            recall = recall_now(situation, belief)
            if recall is not None and recall < situation.profile.recall_target:
                return f"fading, recall {recall_text(recall)}"
            return "first review due" if belief.status is Status.LEARNED else "due for another look"
        case _:
            return STATE_WORDS[state]


def steps_text(situation: Situation, belief: ConceptBelief) -> str:
    """Return "2 of 4 steps"."""
    points = situation.house.facts[belief.concept].points
    done = sum(point.passed for point in belief.points)
    return f"{done} of {len(points)} steps" if points else "begun"


def share_done(situation: Situation, concept: ConceptId) -> float:
    """Return the share of a concept's steps that are passed, 1 once it is learned."""
    belief = situation.beliefs.of(concept)
    if belief.status.opens_dependants:
        return 1.0
    points = situation.house.facts[concept].points
    return sum(point.passed for point in belief.points) / len(points) if points else 0.0


def missing(situation: Situation, concept: ConceptId) -> tuple[ConceptId, ...]:
    """Return the prerequisites that are neither learned, placed nor mastered."""
    return tuple(
        below
        for below in situation.curriculum.graph.parents[concept]
        if not situation.beliefs.of(below).status.opens_dependants
    )


def is_known(situation: Situation, concept: ConceptId) -> bool:
    """Say whether a concept is learned or mastered by checked answers."""
    return situation.beliefs.of(concept).status in (Status.LEARNED, Status.MASTERED)


def known(situation: Situation) -> frozenset[ConceptId]:
    """Return everything learned, placed or mastered: what opens the next concepts."""
    return frozenset(
        concept
        for concept, belief in situation.beliefs.concepts.items()
        if belief.status.opens_dependants and concept in situation.curriculum.concepts
    )


def is_due(situation: Situation, belief: ConceptBelief) -> bool:
    """Say whether a memory is due today at the learner's own recall target."""
    due = due_day(situation, belief)
    return due is not None and due <= situation.today


def due_day(situation: Situation, belief: ConceptBelief) -> date | None:
    """Return the day a memory falls due at the learner's own recall target."""
    return due_day_at(belief, situation.profile.recall_target, situation.beliefs.parameters)


def recall_text(recall: float) -> str:
    """Write a chance of recall; a minute after an answer it is still no certainty."""
    return percent(min(recall, SUREST))


def recall_now(situation: Situation, belief: ConceptBelief) -> float | None:
    """Return today's chance of recall, in (0, 1]."""
    return recall_of(belief, situation.today, situation.beliefs.parameters)
