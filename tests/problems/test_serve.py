import itertools

import pytest

from upslope.problems import load
from upslope.problems.serve import (
    EXAM_SEEDS,
    MOST_CANDIDATES,
    PRACTICE_SEEDS,
    Served,
    candidate,
    next_seed,
    seen_by,
)


def fresh(seed: int) -> None:
    return None


def test_a_sequence_belongs_to_learner_template_level_and_count():
    seeds = {
        next_seed(secret, template, level, count, fresh)
        for secret in ("ann", "bob")
        for template in ("a", "b")
        for level in (1, 2)
        for count in range(20)
    }
    assert len(seeds) == 160
    assert next_seed("ann", "a", 1, 3, fresh) == next_seed("ann", "a", 1, 3, fresh)


def test_practice_and_exam_draw_from_ranges_apart():
    for count in range(200):
        assert next_seed("ann", "a", 1, count, fresh) in PRACTICE_SEEDS
        assert next_seed("ann", "a", 1, count, fresh, purpose="exam") in EXAM_SEEDS
    assert not set(PRACTICE_SEEDS[:10]) & set(EXAM_SEEDS[:10])
    assert PRACTICE_SEEDS.stop <= EXAM_SEEDS.start


def test_seen_seeds_are_skipped():
    first = candidate("ann", "a", 1, 0, 0)
    assert next_seed("ann", "a", 1, 0, lambda seed: 1 if seed == first else None) == candidate(
        "ann", "a", 1, 0, 1
    )


def test_where_all_are_seen_the_oldest_comes():
    candidates = [candidate("ann", "a", 1, 0, trial) for trial in range(MOST_CANDIDATES)]
    ages = {seed: 5 + (seed == candidates[7]) for seed in candidates}
    assert next_seed("ann", "a", 1, 0, ages.__getitem__) == candidates[7]


@pytest.fixture
def few(write):
    code = """
from typing import Self
from upslope.problems import Answer, Number, Rng, Template

class MadeUp(Template):
    a: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        return cls(a=rng.integer(1, 6))

    def answer(self) -> Answer:
        return Number(self.a % 3)
"""
    return load(write("# Statement\nWhat is left of $<<a>>$?\n", code))


def test_a_learner_meets_every_variant_before_one_returns(few):
    served: list[Served] = []
    for count in range(40):
        seed = next_seed("ann", few.file.id, 1, count, seen_by(few, 1, served))
        variant = few.draw(1, seed)
        served.insert(0, Served(variant.statement_key, variant.answer_key))
    keys = [entry.statement_key for entry in served][::-1]
    assert len(set(keys[:6])) == 6
    answers = [entry.answer_key for entry in served]
    assert sum(a == b for a, b in itertools.pairwise(answers)) <= 3  # forced only when all else is newer
    assert all(a != b for a, b in itertools.pairwise(keys))


def test_the_last_answer_is_not_asked_for_again(few):
    recent = [Served("other", few.draw(1, 1).answer_key)]
    seen = seen_by(few, 1, recent)
    assert seen(1) == 1
    other = next(seed for seed in range(20) if few.draw(1, seed).answer_key != recent[0].answer_key)
    assert seen(other) is None
