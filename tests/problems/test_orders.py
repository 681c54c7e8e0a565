import json
from pathlib import Path

import pytest

from upslope.checking import Ordering, Outcome, Response, check
from upslope.problems import load, read_front_matter
from upslope.problems.typed import typed

PROOF = Path(__file__).parent / "fixtures" / "good" / "independence-of-eigenvectors.md"


@pytest.fixture
def loaded():
    return load(read_front_matter(PROOF))


def test_the_steps_are_shuffled_and_never_shown_in_a_right_order(loaded):
    shown = set()
    for seed in range(60):
        variant = loaded.draw(1, seed)
        answer = variant.answer
        assert isinstance(answer, Ordering)
        assert check(answer, Response("1,2,3,4,5")).outcome is not Outcome.CORRECT
        assert check(answer, typed(answer)).outcome is Outcome.CORRECT
        shown.add(answer.shown)
    assert len(shown) > 30


def test_only_what_depends_must_follow(loaded):
    answer = loaded.draw(1, 0).answer
    assert answer.before == ((0, 1), (0, 2), (1, 3), (2, 3), (3, 4))
    swapped = Ordering((answer.items[0], answer.items[2], answer.items[1], *answer.items[3:]))
    assert check(answer, typed(swapped, shown=answer)).outcome is Outcome.CORRECT
    wrong = Ordering((answer.items[1], answer.items[0], *answer.items[2:]))
    assert check(answer, typed(wrong, shown=answer)).outcome is not Outcome.CORRECT


def test_a_stored_order_comes_back(loaded):
    variant = loaded.draw(1, 9)
    assert loaded.replay(1, 9, variant.fields_json) == variant
    assert json.loads(variant.fields_json)["order"]["shown"] == list(variant.answer.shown)
    assert [step.text for step in variant.solution] == list(variant.answer.items)


def test_without_dependencies_the_order_is_as_listed(write):
    text = "# Statement\nOrder.\n# Order\n1. One.\n2. Two.\n3. Three.\n"
    answer = load(write(text)).draw(1, 0).answer
    assert answer.before == ()
    assert check(answer, typed(answer)).outcome is Outcome.CORRECT
