"""Drawings show what their values say, in one sentence too, and are the same every time."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.web import sample_views as sample

from upslope.services.views.today import DayBar
from upslope.web.drawings import atlas, charts, frontier, memory, ridge, week
from upslope.web.drawings.svg import drawing, number, tag, text, wrap


def test_numbers_are_short_and_words_are_escaped() -> None:
    """Coordinates have one decimal, words cannot open elements."""
    assert number(3.0) == "3"
    assert number(3.14159) == "3.1"
    assert text("a < b", 0, 0) == '<text x="0" y="0">a &lt; b</text>'
    assert tag("a", href='"', class_="x") == '<a href="&quot;" class="x"/>'


def test_a_drawing_without_words_is_refused() -> None:
    """Nobody is left without the sentence."""
    with pytest.raises(ValueError, match="sentence"):
        drawing(1, 1, words="", class_="x")


def test_titles_wrap_and_end_in_an_ellipsis() -> None:
    """Two lines at most; an equation is not torn."""
    assert wrap("Rank", 20, 2) == ["Rank"]
    assert wrap("Special solutions: a basis of the null space", 22, 2) == [
        "Special solutions: a",
        "basis of the null space",
    ]
    assert wrap("Jacobian-vector and vector-Jacobian products", 18, 2)[-1].endswith("…")
    assert "Ax\u00a0=\u00a0b" in " ".join(wrap("Complete solution of Ax = b", 20, 2))


def test_the_ridge_is_the_same_for_the_same_goal() -> None:
    """The mountain is decoration with a fixed seed; another goal has another one."""
    assert ridge.profile(7) == ridge.profile(7)
    assert ridge.profile(7) != ridge.profile(8)
    assert all(0 < height <= 1 for height in ridge.profile(7))
    assert max(ridge.profile(7)) == ridge.profile(7)[-1]


@pytest.mark.parametrize("shape", ridge.SHAPES)
@pytest.mark.parametrize(("known", "claimed"), [(0, 0), (1, 0), (0, 163), (24, 8), (163, 0), (200, 0)])
def test_the_ridge_says_how_much_is_climbed(shape: str, known: int, claimed: int) -> None:
    """At every share, also at both ends, the ring lies on the line and the sentence has the numbers."""
    svg = ridge.draw(replace(sample.RIDGE, known=known, claimed=claimed), ridge.SHAPES[shape])
    assert f"{known + claimed} of 163 concepts known" in svg
    x = float(re.search(r'class="you" cx="([\d.]+)"', svg)[1])
    share = min(1.0, (known + claimed) / 163)
    width = ridge.SHAPES[shape].width - 2 * ridge.SHAPES[shape].margin
    assert x == pytest.approx(ridge.SHAPES[shape].margin + share * width, abs=width / ridge.SAMPLES)


def test_the_week_names_every_day() -> None:
    """Bars in minutes, days off as such, today so far."""
    svg = week.draw(sample.today_view().week)
    assert "Mo 45, Tu 38, We day off, Th 9 so far, Su day off" in svg
    assert svg.count("<rect") == 3


def test_a_week_without_anything_can_be_drawn() -> None:
    """The first evening is a week, too."""
    svg = week.draw(tuple(DayBar(label, 0, 0, today=False) for label in "abcdefg"))
    assert "<rect" not in svg


def test_the_memory_curve_starts_anew_at_each_review() -> None:
    """Three reviews are three lines and three dots; today's recall is written."""
    svg = memory.draw(sample.concept_view().memory)
    assert svg.count('r="3.2"') == 3
    assert "93\u202f%" in svg
    assert "reviewed 3 times, today 93 percent" in svg


def test_the_frontier_links_every_concept_and_knows_its_neighbours() -> None:
    """Each node is a link; arrows find what lies above and below."""
    svg = frontier.draw(sample.map_view())
    assert svg.count("<a href=") == len(sample.map_view().nodes)
    assert 'data-id="linear-independence" data-layer="1" data-up="basis-and-dimension"' in svg
    assert "128 more after these" in svg


def test_lines_that_skip_a_step_to_something_known_are_left_out() -> None:
    """They would hide more than they say."""
    view = sample.map_view()
    boxes = frontier.lay_out(view).boxes
    skip = replace(view.edges[0], low=sample.RREF.id, high=sample.SOLUTIONS.id)
    assert not frontier.is_shown(skip, boxes)
    assert all(frontier.is_shown(edge, boxes) for edge in view.edges)


def test_the_frontier_of_many_columns_keeps_its_boxes_apart() -> None:
    """Boxes of one step never overlap."""
    plan = frontier.lay_out(replace(sample.map_view(), columns=9))
    places = sorted(box.x for box in plan.boxes.values() if box.node.layer == 0)
    assert all(b - a >= plan.node_width for a, b in pairwise(places))


def test_the_whole_map_links_every_concept() -> None:
    """Each concept is a link with its name, state and neighbours."""
    view = sample.full_map_view()
    svg = atlas.draw(view)
    assert svg.count("<a href=") == len(view.nodes)
    assert "Rank: 2 of 4 steps" in svg
    assert f"All {len(view.nodes)} concepts" in svg


@pytest.mark.parametrize("width", [500, 358])
def test_calibration_shows_every_bin_with_its_interval(width: int) -> None:
    """A dot, a line and a bar for each bin, inside the drawing."""
    bins = sample.progress_view().calibration
    svg = charts.calibration(bins, width=width)
    assert svg.count("<circle") == len(bins)
    assert f"in {len(bins)} of {len(bins)} the prediction lies inside" in svg
    assert all(0 <= float(x) <= width for x in re.findall(r'cx="([\d.]+)"', svg))


@pytest.mark.parametrize("width", [500, 358])
def test_recalls_have_one_square_each(width: int) -> None:
    """Every concept is a square; so many that they would leave the drawing are set closer."""
    values = [percent for _, percent in sample.progress_view().recalls]
    assert charts.recalls(values, 90, width=width).count("<rect") == len(values)
    crowd = charts.recalls([99.0] * 400, 90, width=width)
    assert crowd.count("<rect") == 400
    assert min(float(y) for y in re.findall(r'<rect x="[\d.]+" y="([-\d.]+)"', crowd)) >= 0


def test_day_bars_can_be_empty() -> None:
    """Nothing due is a line and a sentence."""
    svg = charts.day_bars((("Fr", 0), ("Sa", 0)), width=358, unit="reviews")
    assert "<rect" not in svg
    assert "0 reviews over 2 days" in svg
    assert "0 reviews over 0 days" in charts.day_bars((), width=358, unit="reviews")
