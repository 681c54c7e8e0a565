"""Choose the seed a learner sees next: a sequence of their own, without what they have just seen.

Practice and examinations draw from ranges apart, so that no practice question turns up in an examination.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from upslope.core.ids import TemplateId
from upslope.problems.loaded import LoadedTemplate

PRACTICE_SEEDS = range(2**31)
EXAM_SEEDS = range(2**31, 2**32)
MOST_CANDIDATES = 24
REMEMBERED = 50
"""Statements among this many last questions of a template are not shown again if another can be found."""

Purpose = Literal["practice", "exam"]
SeenAge = Callable[[int], int | None]
"""Say how many questions ago a seed's question was seen (1: the last one), None if it is fresh."""


@dataclass(frozen=True, slots=True)
class Served:
    """Remember one question put before a learner by its keys."""

    statement_key: str
    answer_key: str


def next_seed(
    secret: str,
    template: TemplateId,
    level: int,
    count: int,
    seen: SeenAge,
    *,
    purpose: Purpose = "practice",
) -> int:
    """Return the seed for a learner's question number `count` (from 0) of a template and level.

    The first candidate of the learner's sequence that `seen` calls fresh; where all are seen, as with a
    template of few variants, the one seen longest ago.
    """
    oldest = (0, 0)
    for trial in range(MOST_CANDIDATES):
        seed = candidate(secret, template, level, count, trial, purpose=purpose)
        age = seen(seed)
        if age is None:
            return seed
        if age > oldest[0]:
            oldest = (age, seed)
    return oldest[1]


def candidate(
    secret: str, template: TemplateId, level: int, count: int, trial: int, *, purpose: Purpose = "practice"
) -> int:
    """Return one seed of a learner's sequence."""
    key = "\x1f".join((secret, template, str(level), str(count), str(trial), purpose))
    seeds = EXAM_SEEDS if purpose == "exam" else PRACTICE_SEEDS
    number = int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")
    return seeds.start + number % len(seeds)


def seen_by(loaded: LoadedTemplate, level: int, recent: Sequence[Served]) -> SeenAge:
    """Return the `seen` of `next_seed` for a learner's last questions of this template, latest first.

    A question counts as seen if its statement is among the last `REMEMBERED`, or its answer is the last
    one's.
    """
    ages = {served.statement_key: age for age, served in reversed(list(enumerate(recent[:REMEMBERED], 1)))}
    last_answer = recent[0].answer_key if recent else ""

    def seen(seed: int) -> int | None:
        variant = loaded.draw(level, seed)
        if (age := ages.get(variant.statement_key)) is not None:
            return age
        return 1 if last_answer and variant.answer_key == last_answer else None

    return seen
