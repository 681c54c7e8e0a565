"""Concept page, maps, progress, settings, words: what the screens are told."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from tests.services.gardener import Gardener

from upslope.core.clock import FixedClock
from upslope.core.errors import NotFoundError, UpslopeError
from upslope.core.ids import ConceptId, PointId
from upslope.services import concept, firstrun, maps, progress, settings, states, words
from upslope.services.house import House
from upslope.services.views.common import PeakState

ADDING, DOUBLING, HALVING, AVERAGING, GUESSING = (
    ConceptId(name) for name in ("adding", "doubling", "halving", "averaging", "guessing")
)


@pytest.fixture
def begun(house: House) -> House:
    firstrun.begin(house, goal="concept:guessing", minutes=30, days=range(7), start="beginning")
    return house


def state(house: House, name: ConceptId) -> tuple[PeakState, str]:
    link = states.link(house.look(), name)
    return link.state, link.state_text


def test_a_concept_goes_through_its_states(gardener: Gardener, begun: House, clock: FixedClock) -> None:
    assert state(begun, ADDING) == (PeakState.READY, "ready")
    assert state(begun, AVERAGING) == (PeakState.LOCKED, "needs 2")
    gardener.practise("adding")
    assert state(begun, ADDING) == (PeakState.LEARNING, "0 of 2 steps")
    gardener.practise("adding")
    assert state(begun, ADDING) == (PeakState.LEARNING, "1 of 2 steps")
    gardener.learn("adding")
    assert state(begun, ADDING) == (PeakState.LEARNED, "learned, not yet confirmed")
    assert state(begun, DOUBLING) == (PeakState.READY, "ready")
    clock.advance(days=2)
    assert state(begun, ADDING) == (PeakState.FADING, "first review due")
    gardener.review("adding")
    assert state(begun, ADDING) == (PeakState.MASTERED, "mastered")
    clock.advance(days=60)
    fading, text = state(begun, ADDING)
    assert fading is PeakState.FADING
    assert text.startswith(("fading, recall 7", "fading, recall 8"))
    concept.claim(begun, GUESSING, gardener.token())
    assert state(begun, GUESSING) == (PeakState.CLAIMED, "on your word, not yet checked")


def test_the_page_of_a_ready_concept(gardener: Gardener, begun: House) -> None:
    view = concept.view(begun, ADDING)
    assert (view.title, view.area, view.has_lesson, view.preview) == (
        "Adding two numbers",
        "Garden",
        True,
        False,
    )
    assert "one heap" in view.why
    assert [(p.number, p.title, p.needed, p.current) for p in view.points] == [
        (1, "Small numbers", 2, True),
        (2, "Numbers with signs", 3, False),
    ]
    assert "Count on" in view.points[0].html
    assert view.uses[0].url == "https://arxiv.org/abs/1512.03385"
    assert "katex" in view.used_in_deep_learning
    assert [link.id for link in view.leads_to] == [DOUBLING, HALVING]
    assert [link.id for link in view.why_chain] == [ADDING, DOUBLING, AVERAGING, GUESSING]
    assert (view.memory, view.history, view.can_claim, view.can_unclaim) == (None, (), True, False)


def test_the_page_of_a_concept_without_a_lesson_is_honest(begun: House) -> None:
    view = concept.view(begun, GUESSING)
    assert (view.has_lesson, view.points, view.primary_action, view.why) == (False, (), "", "")
    assert [link.id for link in view.missing] == [AVERAGING]
    assert view.preview
    with pytest.raises(UpslopeError, match="no problems yet"):
        concept.practise(begun, GUESSING)


def test_the_page_of_a_locked_concept_offers_a_preview(begun: House) -> None:
    view = concept.view(begun, AVERAGING)
    assert (view.state, view.primary_label) == (PeakState.LOCKED, "Try a problem")
    assert view.preview


def test_the_memory_curve_falls_and_names_the_day(
    gardener: Gardener, begun: House, clock: FixedClock
) -> None:
    gardener.learn("adding")
    clock.advance(days=2)
    gardener.review("adding")
    clock.advance(days=5)
    view = concept.view(begun, ADDING)
    assert view.memory is not None
    assert view.memory.past[0] == (-5.0, 100.0)
    assert view.memory.past[-1][1] == view.memory.future[0][1]
    assert abs(view.memory.recall_percent - view.memory.future[0][1]) < 0.1
    values = [percent for _, percent in (*view.memory.past, *view.memory.future)]
    assert values == sorted(values, reverse=True)
    assert view.memory.future[-1][1] < 90
    assert view.memory.falls_below_text.startswith("Falls below your target of 90\u202f% ")
    assert view.primary_label == "Review now"
    assert view.primary_why.startswith("Not needed today. Recall is 9")
    assert [row.what for row in view.history] == ["Review", *["Lesson"] * 5]


def test_after_learning_the_next_lesson_is_named(gardener: Gardener, begun: House) -> None:
    gardener.learn("adding")
    view = concept.view(begun, ADDING)
    assert view.next_concept is not None
    assert view.next_concept.id == DOUBLING
    assert all(point.passed for point in view.points)


def test_practise_again_gives_no_credit(gardener: Gardener, begun: House) -> None:
    gardener.practise("adding")
    gardener.practise("adding")
    question = concept.practise(begun, ADDING, PointId("small"))
    assert gardener.open(question).mode_text == "Once more, gives no credit"
    with pytest.raises(NotFoundError):
        concept.practise(begun, ADDING, PointId("nowhere"))
    with pytest.raises(UpslopeError, match="nothing to review"):
        concept.review(begun, DOUBLING)


def test_claim_unclaim_snooze(gardener: Gardener, begun: House) -> None:
    assert concept.claim(begun, ADDING, "claim-token").text == (
        "Adding two numbers counts as known on your word."
    )
    assert state(begun, DOUBLING)[0] is PeakState.READY
    assert concept.view(begun, ADDING).can_unclaim
    concept.unclaim(begun, ADDING, "unclaim-token")
    assert state(begun, ADDING)[0] is PeakState.READY
    notice = concept.snooze(begun, ADDING, "snooze-token")
    assert notice.text == "Adding two numbers stays out of your plan; it comes back on 21 May."
    assert notice.undo_event


def test_the_map_around_shows_frontier_and_two_steps_each_way(gardener: Gardener, begun: House) -> None:
    gardener.learn("adding")
    view = maps.around(begun)
    assert {node.link.id: node.layer for node in view.nodes} == {
        ADDING: -1,
        DOUBLING: 0,
        HALVING: 0,
        AVERAGING: 1,
        GUESSING: 2,
    }
    assert [node.link.id for node in view.nodes if node.recommended] == [DOUBLING]
    assert view.headline == "2 concepts ready. Upward is onward."
    assert (view.goal_left, view.goal_anchor, view.columns) == (4, GUESSING, 2)
    edges = {(edge.low, edge.high) for edge in view.edges}
    assert (ADDING, DOUBLING) in edges
    layers = {node.link.id: node.layer for node in view.nodes}
    assert all(layers[low] < layers[high] for low, high in edges)
    for layer in set(layers.values()):
        columns = sorted(node.column for node in view.nodes if node.layer == layer)
        assert all(b - a >= 1 for a, b in pairwise(columns))
        assert all(0 <= column <= view.columns - 1 for column in columns)


def test_the_map_by_unit(gardener: Gardener, begun: House) -> None:
    gardener.learn("adding")
    view = maps.units(begun, "garden")
    assert [(row.title, row.known, row.total, row.minutes_left, row.here) for row in view.rows] == [
        ("First beds", 1, 3, 30, True),
        ("Far beds", 0, 2, 25, False),
    ]
    assert view.headline == (
        "5 concepts. You know 1. About 55\u202fmin of lessons remain; reviews come on top."
    )
    everything = maps.units(begun)
    assert [(row.title, row.known, row.total, row.here) for row in everything.rows] == [
        ("Garden", 1, 5, True)
    ]
    assert everything.areas[0] == ("All areas", "/map/units/", True)
    with pytest.raises(NotFoundError):
        maps.units(begun, "desert")


def test_the_whole_map_stands_still(gardener: Gardener, begun: House) -> None:
    before = maps.everything(begun)
    gardener.learn("adding")
    after = maps.everything(begun)
    assert [(n.link.id, n.x, n.y) for n in after.nodes] == [(n.link.id, n.x, n.y) for n in before.nodes]
    assert [n.link.id for n in after.nodes] == list(begun.curriculum.graph.order)
    assert after.headline == "5 concepts, of which you know 1. Upward is onward."
    place = {node.link.id: node for node in after.nodes}
    assert place[GUESSING].y < place[ADDING].y
    assert len(after.edges) == 5
    assert all(0 <= node.x <= after.width and 0 <= node.y <= after.height for node in after.nodes)


def test_progress_counts_and_compares(gardener: Gardener, begun: House, clock: FixedClock) -> None:
    empty = progress.view(begun)
    assert (empty.answers, empty.right_percent, empty.calibration) == (0, None, ())
    assert empty.calibration_text == "No prediction has been tested yet: the first reviews will."
    gardener.learn("adding", "doubling")
    clock.advance(days=3)
    gardener.review("adding")
    gardener.review("doubling", right=False)
    view = progress.view(begun)
    assert (view.mastered, view.total, view.memories) == (1, 5, 2)
    assert (view.answers, view.right_percent) == (10, 90)
    assert sum(each.count for each in view.calibration) == 2
    assert view.calibration_text == "2 reviews so far: too few to say how good our predictions are."
    assert [(row.title, row.mastered, row.learned) for row in view.areas] == [("Garden", 1, 1)]
    assert len(view.days) == 28
    assert view.days[-1] == ("17 May", 1)
    assert view.due_forecast[0][0] == "17 May"
    assert sum(count for _, count in view.due_forecast) >= 1
    assert [name for name, _ in view.recalls] == ["Doubling", "Adding two numbers"] or len(view.recalls) == 2


def test_a_fading_concept_is_listed_with_its_minutes(
    gardener: Gardener, begun: House, clock: FixedClock
) -> None:
    gardener.learn("adding")
    clock.advance(days=30)
    view = progress.view(begun)
    assert [link.id for link in view.fading] == [ADDING]
    assert (view.above_target, view.fading_minutes) == (0, 3)


def test_settings_are_kept_and_change_what_follows(gardener: Gardener, begun: House) -> None:
    for name, value in (
        ("theme", "dark"),
        ("text_size", "large"),
        ("single_keys", "off"),
        ("motion", "off"),
        ("minutes_a_day", "60"),
        ("study_days", "0,2"),
        ("recall_target_percent", "85"),
        ("goal", "area:garden"),
    ):
        settings.change(begun, name, value)
    view = settings.view(begun)
    assert (view.theme, view.text_size, view.single_keys, view.motion) == ("dark", "large", False, "off")
    assert (view.minutes_a_day, view.study_days, view.recall_target_percent) == (60, (0, 2), 85)
    assert view.goal == "area:garden"
    assert view.goals[0].key == "area:garden"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("single_keys", "perhaps"),
        ("minutes_a_day", "0"),
        ("minutes_a_day", "²"),
        ("minutes_a_day", "-5"),
        ("study_days", ""),
        ("study_days", "0,9"),
        ("recall_target_percent", "100"),
        ("goal", "paper:none"),
        ("secret", "mine"),
        ("revision", "1"),
        ("", ""),
    ],
)
def test_what_cannot_be_chosen_is_refused(begun: House, name: str, value: str) -> None:
    before = begun.look().profile
    with pytest.raises(UpslopeError):
        settings.change(begun, name, value)
    assert begun.look().profile == before


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (words.number(1184), "1\u202f184"),
        (words.number(-3), "\u22123"),
        (words.count(1, "concept"), "1 concept"),
        (words.count(2, "entry", "entries"), "2 entries"),
        (words.percent(0.844), "84\u202f%"),
        (words.percent(0.9999), "99\u202f%"),
        (words.percent(1.0), "100\u202f%"),
        (words.minutes(0.2), "1\u202fmin"),
        (words.minutes(90), "90\u202fmin"),
        (words.minutes(105), "1\u202fh 45\u202fmin"),
        (words.minutes(120), "2\u202fh"),
        (words.hours(1_620), "27\u202fh"),
        (words.spelled(3), "three"),
        (words.spelled(12), "12"),
        (words.listed(["a", "b", "c"]), "a, b and c"),
        (words.size(420_000), "420\u202fkB"),
        (words.size(38_200_000), "38\u202fMB"),
        (words.full_day(date(2026, 5, 14)), "Thursday 14 May"),
        (words.day(date(2025, 5, 14), date(2026, 5, 14)), "14 May 2025"),
        (words.near_day(date(2026, 5, 16), date(2026, 5, 14)), "on Saturday"),
        (words.near_day(date(2026, 5, 15), date(2026, 5, 14)), "tomorrow"),
        (words.near_day(date(2026, 6, 3), date(2026, 5, 14)), "on 3 June"),
        (words.when(datetime(2026, 5, 13, 23, 30, tzinfo=UTC), 60, date(2026, 5, 14)), "today 00:30"),
    ],
)
def test_numbers_and_days_are_written_one_way(written: str, expected: str) -> None:
    assert written == expected
