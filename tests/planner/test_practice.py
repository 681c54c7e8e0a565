"""Which question is asked."""

import pytest

from upslope.core.errors import UpslopeError
from upslope.core.ids import PointId, TemplateId
from upslope.learner.beliefs import PointBelief
from upslope.planner import PracticeOption, Used, next_practice, review_practice

P1 = PointId("p1")


def option(name: str, level: int = 1, *, point: str = "p1", free: bool = True) -> PracticeOption:
    return PracticeOption(PointId(point), TemplateId(name), level, free)


def used(*names: str) -> list[Used]:
    """List templates asked at level 1, latest first."""
    return [Used(TemplateId(name), 1) for name in names]


EASY, ALSO_EASY, HARD, HARDER = option("a"), option("b"), option("c"), option("d")
FOUR = [EASY, ALSO_EASY, HARD, HARDER]


def test_the_easiest_comes_first_and_the_easy_half_rotates() -> None:
    start = PointBelief(P1)
    assert next_practice(start, FOUR) == EASY
    assert next_practice(start, FOUR, used("a")) == ALSO_EASY
    assert next_practice(start, FOUR, used("b", "a")) == EASY
    assert next_practice(start, FOUR, used("a", "b", "a")) == ALSO_EASY


def test_a_row_ends_in_the_harder_half() -> None:
    assert next_practice(PointBelief(P1, row=1), FOUR, used("a")) == HARD
    assert next_practice(PointBelief(P1, row=1), FOUR, used("c", "a")) == HARDER
    three = PointBelief(P1, row=1, needed=3)
    assert next_practice(three, FOUR) == HARD
    assert next_practice(PointBelief(P1, row=2, needed=3), FOUR, used("c")) == HARDER


def test_a_longer_row_begins_easy() -> None:
    assert next_practice(PointBelief(P1, row=1, needed=4), FOUR, used("a")) == ALSO_EASY


def test_a_broken_row_goes_back_to_the_easier_half() -> None:
    assert next_practice(PointBelief(P1, row=0, tries=3), FOUR, used("c", "a")) == ALSO_EASY


@pytest.mark.parametrize("row", [0, 1])
def test_one_template_serves_every_row(row: int) -> None:
    assert next_practice(PointBelief(P1, row=row), [EASY], used("a")) == EASY


def test_of_two_the_easier_begins_and_the_harder_ends() -> None:
    assert next_practice(PointBelief(P1), [EASY, HARD]) == EASY
    assert next_practice(PointBelief(P1, row=1), [EASY, HARD], used("a")) == HARD


def test_levels_of_one_template_are_different_questions() -> None:
    options = [option("a", 1), option("a", 2)]
    assert next_practice(PointBelief(P1, row=1), options, used("a")) == options[1]


def test_reviews_go_round_all_points_and_never_repeat_the_last_template() -> None:
    options = [option("a"), option("b", point="p2"), option("c", point="p3")]
    recent: list[Used] = []
    asked = []
    for _ in range(7):
        chosen = review_practice(options, recent)
        asked.append(chosen.template)
        recent.insert(0, Used(chosen.template, chosen.level))
    assert asked == ["a", "b", "c", "a", "b", "c", "a"]


def test_typed_answers_come_before_chosen_ones() -> None:
    options = [option("guess", free=False), option("a"), option("b")]
    assert review_practice(options).template == "a"
    assert review_practice(options, used("a")).template == "b"
    assert review_practice(options, used("b", "a")).template == "a"


def test_the_last_template_is_not_asked_again_even_if_only_a_choice_is_left() -> None:
    options = [option("guess", free=False), option("a")]
    assert review_practice(options, used("a")).template == "guess"
    assert review_practice(options, used("guess", "a")).template == "a"


def test_a_single_template_must_serve_again_at_its_other_level() -> None:
    options = [option("a", 1), option("a", 2)]
    assert review_practice(options, used("a")).level == 2


def test_no_practice_is_said_so() -> None:
    with pytest.raises(UpslopeError, match="no practice"):
        next_practice(PointBelief(P1), [])
    with pytest.raises(UpslopeError, match="no practice"):
        review_practice([])
