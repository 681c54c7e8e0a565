"""The first run: three questions, asked once."""

import pytest
from tests.services.gardener import Gardener

from upslope.core.errors import NotFoundError, UpslopeError
from upslope.core.ids import ConceptId
from upslope.curriculum import default_pack_root, load
from upslope.learner.beliefs import Status
from upslope.services import firstrun, goals
from upslope.services.house import House
from upslope.store import queries as read


def test_it_is_needed_until_it_is_answered(house: House) -> None:
    assert firstrun.needed(house)
    firstrun.begin(house, goal="everything", minutes=20, days=[0, 3], start="beginning")
    assert not firstrun.needed(house)
    profile = house.look().profile
    assert (profile.goal, profile.minutes_a_day, profile.study_days) == ("everything", 20, (0, 3))
    assert read.events.count(house.learner) == 0


def test_a_start_at_linear_algebra_claims_the_foundations(house: House) -> None:
    firstrun.begin(house, goal="everything", minutes=20, days=[0], start="linear-algebra")
    beliefs = house.look().beliefs
    assert beliefs.of(ConceptId("adding")).status is Status.PLACED
    assert all(belief.claimed for belief in beliefs.concepts.values())
    assert read.events.count(house.learner) == 1


def test_a_second_answer_claims_nothing_more(house: House, gardener: Gardener) -> None:
    for minutes in (20, 60):
        firstrun.begin(house, goal="everything", minutes=minutes, days=[0], start="linear-algebra")
    assert read.events.count(house.learner) == 1
    assert house.look().profile.minutes_a_day == 60


@pytest.mark.parametrize(
    "wrong", [{"minutes": 4}, {"minutes": 601}, {"days": []}, {"days": [7]}, {"start": "the moon"}]
)
def test_what_cannot_be_is_refused_and_nothing_kept(house: House, wrong: dict[str, object]) -> None:
    values = {"goal": "everything", "minutes": 20, "days": [0], "start": "beginning", **wrong}
    with pytest.raises(UpslopeError) as caught:
        firstrun.begin(house, **values)  # type: ignore[arg-type]
    assert caught.value.hint
    assert firstrun.needed(house)


def test_an_unknown_goal_is_not_found(house: House) -> None:
    with pytest.raises(NotFoundError):
        firstrun.begin(house, goal="paper:none", minutes=20, days=[0], start="beginning")


def test_the_shipped_curriculum_offers_the_paper_first() -> None:
    curriculum = load((default_pack_root(),), indexed=False)
    choices = firstrun.goal_choices(curriculum)
    assert choices[0].key == goals.DEFAULT_GOAL
    assert choices[0].title.lower() == "attention is all you need"
    assert choices[-1].key == goals.EVERYTHING
    school = firstrun.claimed_by(curriculum, firstrun.FROM_LINEAR_ALGEBRA)
    with_python = firstrun.claimed_by(curriculum, firstrun.FROM_LINEAR_ALGEBRA_WITH_PYTHON)
    assert set(with_python) - set(school) == {"python-basics", "numpy-arrays", "floating-point-numbers"}
    assert {curriculum.concepts[each].pack for each in with_python} == {"foundations"}
    assert firstrun.claimed_by(curriculum, firstrun.FROM_BEGINNING) == ()


def test_goals_know_what_they_require() -> None:
    curriculum = load((default_pack_root(),), indexed=False)
    goal = goals.make_goal(curriculum, goals.DEFAULT_GOAL)
    assert set(goal.targets) <= set(goal.path)
    for concept in goal.path:
        assert set(curriculum.graph.parents[concept]) <= set(goal.path)
    positions = [curriculum.concepts[concept].position for concept in goal.path]
    assert positions == sorted(positions)
    assert goals.goal_of(curriculum, "paper:gone").key == goals.DEFAULT_GOAL


def test_a_goal_that_left_the_curriculum_falls_back(house: House) -> None:
    assert house.look().goal.key == goals.EVERYTHING
