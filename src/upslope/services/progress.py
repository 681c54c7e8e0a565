"""Show what the learner knows, and how sure that is."""

from datetime import timedelta

from upslope.core.ids import ConceptId
from upslope.learner.calibration import EDGES, wilson
from upslope.learner.due import due_concepts
from upslope.learner.statistics import count_by_status, due_forecast, retention
from upslope.services import planning, states
from upslope.services.house import House, Situation
from upslope.services.planning import MS_A_MINUTE
from upslope.services.views.common import Html
from upslope.services.views.progress import AreaRow, CalibrationBin, ProgressView
from upslope.services.words import count, day, number
from upslope.store import queries as read
from upslope.store.queries.answers import RecallBin

DAYS_BACK = 28
DAYS_AHEAD = 14
FEWEST_FOR_A_VERDICT = 50


def view(house: House) -> ProgressView:
    """Return the Progress screen."""
    situation = house.look()
    target = situation.profile.recall_target
    totals = read.answers.totals(house.learner)
    share = wilson(totals.right, totals.answers)
    kept = retention(situation.beliefs, situation.today, target)
    fading = _fading(situation)
    bins = read.answers.recall_bins(house.learner, EDGES)
    facts = planning.planning_facts(situation).concepts
    return ProgressView(
        mastered=count_by_status(situation.beliefs, house.curriculum.concepts).mastered,
        total=len(house.curriculum.concepts),
        above_target=kept.above,
        memories=kept.total,
        fading=tuple(states.link(situation, concept) for concept in fading),
        fading_minutes=round(sum(facts[concept].review_minutes for concept in fading)),
        answers=totals.answers,
        right_percent=round(100 * share.value) if totals.answers else None,
        undecided=totals.undecided,
        recall_target_percent=situation.profile.recall_target_percent,
        recalls=_recalls(situation),
        calibration=tuple(_bin(found) for found in bins if found.count),
        calibration_text=_calibration_text(bins),
        areas=_areas(situation),
        days=_days(situation),
        due_forecast=tuple(
            (day(due.day, situation.today), due.count)
            for due in due_forecast(
                situation.beliefs, situation.today, desired_retention=target, days=DAYS_AHEAD
            )
        ),
    )


def _fading(situation: Situation) -> tuple[ConceptId, ...]:
    due = due_concepts(situation.beliefs, situation.today, situation.profile.recall_target)
    return tuple(each.concept for each in due if each.concept in situation.curriculum.concepts)


def _recalls(situation: Situation) -> tuple[tuple[Html, float], ...]:
    """Return every remembered concept with today's chance of recall in per cent, weakest first."""
    found = [
        (states.title(situation.house, belief.concept), round(100 * recall, 1))
        for belief in situation.beliefs.concepts.values()
        if belief.concept in situation.curriculum.concepts
        and (recall := states.recall_now(situation, belief)) is not None
    ]
    return tuple(sorted(found, key=lambda pair: pair[1]))


def _bin(found: RecallBin) -> CalibrationBin:
    share = wilson(found.recalled, found.count)
    return CalibrationBin(found.predicted, share.value, share.low, share.high, found.count)


def _calibration_text(bins: tuple[RecallBin, ...]) -> str:
    total = sum(found.count for found in bins)
    if total == 0:
        return "No prediction has been tested yet: the first reviews will."
    if total < FEWEST_FOR_A_VERDICT:
        return f"{count(total, 'review')} so far: too few to say how good our predictions are."
    tested = [found for found in bins if found.count]
    gaps = sum(found.count * abs(found.predicted - found.recalled / found.count) for found in tested)
    points = 100 * gaps / total
    return f"Average error {points:.1f} points over {number(total)} reviews; bars are 95\u202f% intervals."


def _areas(situation: Situation) -> tuple[AreaRow, ...]:
    rows = []
    for pack in situation.curriculum.packs:
        concepts = [concept for unit in pack.units for concept in unit.concepts]
        counts = count_by_status(situation.beliefs, concepts)
        recalls = [
            recall
            for concept in concepts
            if (recall := states.recall_now(situation, situation.beliefs.of(concept))) is not None
        ]
        rows.append(
            AreaRow(
                title=pack.title,
                url=f"/map/units/?area={pack.id}",
                total=counts.total,
                mastered=counts.mastered,
                learned=counts.learned,
                claimed=counts.placed,
                learning=counts.learning,
                mean_recall_percent=100 * sum(recalls) / len(recalls) if recalls else None,
            )
        )
    return tuple(rows)


def _days(situation: Situation) -> tuple[tuple[str, int], ...]:
    """Return the minutes of the last four weeks, oldest first, days without work included."""
    since = situation.today - timedelta(days=DAYS_BACK - 1)
    found = read.answers.days(situation.house.learner, since, situation.today)
    active = {each.day: each.active_ms for each in found}
    days = (since + timedelta(days=n) for n in range(DAYS_BACK))
    return tuple((day(each, situation.today), round(active.get(each, 0) / MS_A_MINUTE)) for each in days)
