"""Step one concept's belief through one event: the rules of rows, halts, status and memory."""

from dataclasses import replace
from datetime import date

from upslope.checking.verdict import Outcome
from upslope.core.ids import PointId
from upslope.learner.beliefs import ConceptBelief, ConceptFacts, Parameters, PointBelief, Status
from upslope.learner.due import due_day_at
from upslope.learner.events import Attempt, Claim, ClaimBasis, Event, Mode, Snooze
from upslope.learner.evidence import Evidence, Row, evidence_for
from upslope.learner.memory import DEFAULT_RETENTION, Grade, elapsed_days, review

UNCREDITED = (Mode.PREVIEW, Mode.REPEAT)
"""A preview looks ahead and a repeat asks the same once more; neither shows what is known."""


def after_attempt(
    belief: ConceptBelief,
    event: Event,
    attempt: Attempt,
    *,
    facts: ConceptFacts,
    own_mark: bool,
    parameters: Parameters,
) -> ConceptBelief:
    """Return the belief after an attempt; the same object if the attempt shows nothing.

    A review counts as one where there is something to review; before that it is practice of its point.
    """
    if attempt.mode in UNCREDITED:
        return belief
    evidence = evidence_for(attempt)
    if evidence.grade is None:
        return belief
    counted = _counted(belief, event, right=attempt.outcome is Outcome.CORRECT, own_mark=own_mark)
    if attempt.mode is Mode.REVIEW and belief.status.opens_dependants:
        return _after_review(counted, evidence, evidence.grade, day=event.day, parameters=parameters)
    return _after_practice(counted, evidence, event, point=attempt.point, facts=facts, parameters=parameters)


def after_claim(belief: ConceptBelief, claim: Claim) -> ConceptBelief:
    """Return the belief after a claim: what was checked is never touched by a word."""
    if claim.withdrawn:
        status = belief.status
        if status is Status.PLACED:
            status = Status.LEARNING if belief.introduced_day else Status.UNSEEN
        return replace(belief, status=status, claimed=False)
    if belief.status in (Status.UNSEEN, Status.LEARNING):
        return replace(belief, status=Status.PLACED, claimed=claim.basis is ClaimBasis.WORD)
    return belief


def after_snooze(belief: ConceptBelief, snooze: Snooze) -> ConceptBelief:
    """Return the belief after a snooze; the schedule itself does not move."""
    return replace(belief, snoozed_until=snooze.until, hidden=snooze.until is None)


def _counted(belief: ConceptBelief, event: Event, *, right: bool, own_mark: bool) -> ConceptBelief:
    return replace(
        belief,
        attempts=belief.attempts + 1,
        right=belief.right + right,
        overrides=belief.overrides + own_mark,
        introduced_day=belief.introduced_day or event.day,
        last_day=event.day,
        last_sequence=event.sequence,
    )


def _after_practice(
    belief: ConceptBelief,
    evidence: Evidence,
    event: Event,
    *,
    point: PointId | None,
    facts: ConceptFacts,
    parameters: Parameters,
) -> ConceptBelief:
    """Move the row of a point; when every point is passed the concept is learned and its memory begins."""
    points = tuple(
        _after_try(old, evidence, event) if old.point == point else old for old in _points(belief, facts)
    )
    status = Status.LEARNING if belief.status is Status.UNSEEN else belief.status
    practised = replace(belief, points=points, status=status)
    if status not in (Status.LEARNING, Status.PLACED) or not points or not all(p.passed for p in points):
        return practised
    grade = Grade.HARD if any(p.halts for p in points) else Grade.GOOD
    learned = replace(
        practised,
        status=Status.LEARNED,
        claimed=False,
        learned_day=event.day,
        memory=review(None, grade, day=event.day, parameters=parameters.fsrs),
    )
    return _with_due_day(learned, parameters)


def _points(belief: ConceptBelief, facts: ConceptFacts) -> tuple[PointBelief, ...]:
    """Return a belief for every point of the facts, in their order."""
    old = {point.point: point for point in belief.points}
    return tuple(
        replace(old[point.point], needed=point.needed)
        if point.point in old
        else PointBelief(point.point, needed=point.needed)
        for point in facts.points
    )


def _after_try(point: PointBelief, evidence: Evidence, event: Event) -> PointBelief:
    """Count one try. A try at a halted point begins a new set; a passed point stays passed."""
    if point.passed:
        return point
    row, tries = (0, 0) if point.halted else (point.row, point.tries)
    row = {Row.COUNTS: row + 1, Row.NEUTRAL: row, Row.BREAKS: 0}[evidence.row]
    tries += 1
    passed = row >= point.needed
    if passed or tries < point.tries_allowed:
        return replace(point, row=row, tries=tries, passed=passed, halted=False)
    return replace(
        point,
        row=0,
        tries=tries,
        halted=True,
        halts=point.halts + 1,
        halted_day=event.day,
        halted_sequence=event.sequence,
    )


def _after_review(
    belief: ConceptBelief, evidence: Evidence, grade: Grade, *, day: date, parameters: Parameters
) -> ConceptBelief:
    """Update the memory; confirm what is right without help; a miss never takes mastery back."""
    if belief.memory is None:
        return _after_check(belief, evidence, grade, day=day, parameters=parameters)
    later = elapsed_days(belief.memory.last_day, day) >= 1
    reviewed = replace(belief, memory=review(belief.memory, grade, day=day, parameters=parameters.fsrs))
    if grade is Grade.AGAIN:
        misses = belief.misses + (belief.missed_day != day)
        reviewed = replace(reviewed, misses=misses, missed_day=day)
    elif later:
        reviewed = replace(reviewed, misses=0, missed_day=None)
    if belief.status is not Status.MASTERED and later and evidence.row is Row.COUNTS:
        reviewed = replace(reviewed, status=Status.MASTERED, mastered_day=day)
    return _with_due_day(reviewed, parameters)


def _after_check(
    belief: ConceptBelief, evidence: Evidence, grade: Grade, *, day: date, parameters: Parameters
) -> ConceptBelief:
    """Confirm a placed concept by its first right answer, or let a wrong one take the placing back.

    The memory then begins with Easy, FSRS's grade for what was known before it was asked.
    """
    if grade is Grade.AGAIN:
        return replace(belief, status=Status.LEARNING, claimed=False)
    if evidence.row is not Row.COUNTS:
        return belief
    confirmed = replace(
        belief,
        status=Status.MASTERED,
        mastered_day=day,
        memory=review(None, Grade.EASY, day=day, parameters=parameters.fsrs),
    )
    return _with_due_day(confirmed, parameters)


def _with_due_day(belief: ConceptBelief, parameters: Parameters) -> ConceptBelief:
    return replace(belief, due_day=due_day_at(belief, DEFAULT_RETENTION, parameters))
