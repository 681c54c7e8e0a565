"""Draw a memory as numbers: how the chance of recall fell, and will fall."""

from datetime import timedelta

from upslope.learner.beliefs import ConceptBelief
from upslope.learner.memory import elapsed_days, next_interval_days, recall
from upslope.services import states
from upslope.services.house import Situation
from upslope.services.views.concept import MemoryCurve
from upslope.services.words import day, near_day, percent

POINTS = 24
SHORTEST_FUTURE_DAYS = 14
LONGEST_FUTURE_DAYS = 730


def memory_curve(situation: Situation, belief: ConceptBelief) -> MemoryCurve | None:
    """Return the curve since the last review and until well below the target; None without a memory."""
    memory = belief.memory
    now = states.recall_now(situation, belief)
    if memory is None or now is None:
        return None
    target = situation.profile.recall_target
    parameters = situation.beliefs.parameters.fsrs
    since = elapsed_days(memory.last_day, situation.today)
    interval = next_interval_days(memory, target, parameters)
    ahead = min(LONGEST_FUTURE_DAYS, max(SHORTEST_FUTURE_DAYS, round(1.5 * (interval - since))))

    def at(offset: float) -> tuple[float, float]:
        chance = recall(elapsed=since + offset, stability_days=memory.stability_days, parameters=parameters)
        return round(offset, 2), round(100 * chance, 2)

    return MemoryCurve(
        past=tuple(at(-since + since * n / POINTS) for n in range(POINTS + 1)) if since else (),
        future=tuple(at(ahead * n / POINTS) for n in range(POINTS + 1)),
        target_percent=situation.profile.recall_target_percent,
        recall_percent=round(100 * now, 1),
        falls_below_text=_falls_below(situation, interval - since),
    )


def _falls_below(situation: Situation, days_left: int) -> str:
    target = percent(situation.profile.recall_target)
    if days_left <= 0:
        return f"It is at or below your target of {target}."
    on = situation.today + timedelta(days=days_left)
    when = near_day(on, situation.today) if days_left < 7 else f"about {day(on, situation.today)}"
    return f"Falls below your target of {target} {when}."
