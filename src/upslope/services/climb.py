"""Measure the climb to the goal."""

from hashlib import blake2b

from upslope.learner.beliefs import Status
from upslope.services import states
from upslope.services.house import Situation
from upslope.services.views.common import Ridge


def ridge(situation: Situation) -> Ridge:
    """Return how much of the way is known, and where the areas on it begin."""
    goal = situation.goal
    known = sum(states.is_known(situation, concept) for concept in goal.path)
    claimed = sum(situation.beliefs.of(concept).status is Status.PLACED for concept in goal.path)
    digest = blake2b(goal.key.encode(), digest_size=4).digest()
    return Ridge(
        goal_title=goal.title,
        goal_url=goal.url,
        known=known,
        claimed=claimed,
        required=len(goal.path),
        seed=int.from_bytes(digest, "big"),
        marks=situation.house.memo.once(("marks", goal.key), lambda: area_marks(situation)),
    )


def area_marks(situation: Situation) -> tuple[tuple[str, float], ...]:
    """Return each area on the way with the share of the path at which it begins."""
    path = situation.goal.path
    first: dict[str, float] = {}
    for place, concept in enumerate(path):
        pack = situation.curriculum.pack(situation.curriculum.concepts[concept].pack)
        first.setdefault(pack.title, place / len(path))
    return tuple(first.items())
