import re
import xml.etree.ElementTree as ElementTree
from fractions import Fraction

import pytest

from upslope.checking import Piece
from upslope.problems.figures import Circle, Figure, Graph, NumberLine, Plane, Space, bars, layered
from upslope.problems.plot import svg

NAMESPACE = "{http://www.w3.org/2000/svg}"


def drawn(figure: Figure) -> ElementTree.Element:
    return ElementTree.fromstring(figure.svg)


def all_figures() -> list[Figure]:
    plane = Plane((-2, 4), (-1, 3))
    plane.parallelogram((3, 1), (1, 2)).vector((3, 1), label="u").vector((1, 2), label="v_1", colour="d2")
    plane.line(1, 2, 2, label="g").segment((0, 0), (1, 1), dashed=True).point((1, 1), label="S", hollow=True)
    plane.curve(lambda x: x * x, label="f").circle((0, 0), 1).label((2, 2), "a < b & c")
    plane.angle((0, 0), (3, 1), (1, 2), label="θ").right_angle((0, 0), (1, 0), (0, 1))
    space = Space().plane((1, 0, 1), (0, 1, 1), label="P").vector((1, 0, 1), label="s_1")
    space.segment((0, 0, 0), (1, 1, 1)).point((1, 1, 1), label="x").polyline([(0, 0, 0), (1, 0, 2)])
    line = NumberLine(-5, 5).pieces([Piece(None, -2), Piece(1, Fraction(7, 2), True, False)])
    line.point(Fraction(1, 2), label="m", hollow=True)
    graph = Graph([Circle("x", 0, 0, "x", "2"), Circle("y", 1, 0, "+")], [("x", "y")]).edge_label(
        "x", "y", "1"
    )
    return [
        plane.figure(alt="Vectors & lines", caption="See $u$."),
        Plane((0, 50), (0, 1), height=160, ticks=(10, Fraction(1, 4))).figure(alt="empty"),
        Plane(ticks=None, grid=False).figure(alt="bare"),
        space.figure(alt="A plane"),
        line.figure(alt="Two intervals"),
        graph.figure(alt="A graph"),
        layered((2, 3, 1)).figure(alt="A network"),
        bars([Fraction(1, 2), Fraction(1, 4)], ["a", "b"], alt="Two bars", shown=["1/2", "1/4"]),
    ]


@pytest.mark.parametrize("figure", all_figures(), ids=lambda figure: figure.alt)
def test_a_figure_is_xml_with_a_view_box_and_words(figure):
    root = drawn(figure)
    assert root.tag == f"{NAMESPACE}svg"
    assert root.get("role") == "img"
    assert root.get("aria-label") == figure.alt
    left, top, width, height = map(float, root.get("viewBox", "").split())
    assert (left, top) == (0, 0)
    assert 0 < width <= svg.MOST_WIDTH
    assert height > 0
    assert root.get("width") == svg.fmt(width)


@pytest.mark.parametrize("figure", all_figures(), ids=lambda figure: figure.alt)
def test_colours_come_from_the_style_sheet_and_text_is_large_enough(figure):
    assert not re.search(r"#[0-9A-Fa-f]{3,6}\b|rgb\(", figure.svg)
    for colour in re.findall(r"(?:fill|stroke)=\"([^\"]+)\"", figure.svg):
        assert colour == "none" or re.fullmatch(r"var\(--[a-z0-9-]+\)", colour)
    sizes = [int(size) for size in re.findall(r"font-size:(\d+)px", figure.svg)]
    assert all(size >= 12 for size in sizes)
    assert "<script" not in figure.svg
    assert " id=" not in figure.svg  # two figures on a page must not meet


def test_the_head_of_an_arrow_points_at_its_tip():
    text = svg.arrow((0, 0), (100, 0), "d1")
    head = [tuple(map(float, p.split())) for p in re.findall(r"M([^\"]+)Z", text)[0].split("L")]
    assert head[0] == (100, 0)
    assert head[1] == (88, 4.5)
    assert head[3] == (88, -4.5)
    assert head[2] == (pytest.approx(90.64), 0)
    assert svg.arrow((1, 1), (1, 1), "d1") == ""


def test_lines_are_cut_at_the_frame():
    plane = Plane((-4, 4), (-3, 3))
    assert plane._clip_line(0, 1, 2) == [(-4, 2), (4, 2)]
    assert plane._clip_line(1, 0, 1) == [(1, -3), (1, 3)]
    assert plane._clip_line(1, 1, 0) == [(-3, 3), (3, -3)]
    assert plane._clip_line(0, 1, 9) == []
    with pytest.raises(ValueError, match="no line"):
        plane.line(0, 0, 1)


def test_labels_are_set_like_formulas():
    assert svg._set("v") == "v"
    assert svg._set("s_1") == f's<tspan style="font-size:13px;{svg.UPRIGHT}" dy="5">1</tspan>'
    assert svg._set("x_{12} - y").count("\u2212") == 1
    assert 'font-style:normal">relu<' in svg._set("relu")
    after = svg._set("x^2 + 1")
    assert 'dy="-7"' in after
    assert 'dy="7"' in after  # back to the line


def test_open_ends_are_hollow_and_closed_ends_filled():
    figure = NumberLine(-5, 5).pieces([Piece(1, 4, True, False)]).figure(alt="x")
    closed, opened = drawn(figure).findall(f"{NAMESPACE}circle")
    assert closed.get("fill") == "var(--d1)"
    assert opened.get("fill") == "var(--paper)"
    assert float(closed.get("cx", 0)) < float(opened.get("cx", 0))


def test_curves_leave_out_what_is_not_defined():
    plane = Plane((-3, 3), (-3, 3)).curve(lambda x: None if abs(x) < 0.3 else 1 / x)
    strokes = [p for p in drawn(plane.figure(alt="hyperbola")) if p.get("stroke") == "var(--d1)"]
    assert len(strokes) == 2


def test_a_figure_needs_words():
    with pytest.raises(ValueError, match="alt text"):
        Plane().figure(alt=" ")
    with pytest.raises(ValueError, match="starts with"):
        Figure("<p>no</p>", "x")


@pytest.mark.parametrize(
    "make",
    [
        lambda: Plane((2, 1)),
        lambda: NumberLine(3, 3),
        lambda: bars([1], ["a", "b"], alt="x"),
        lambda: bars([-1], ["a"], alt="x"),
        lambda: Graph([Circle("a", 0, 0, "a"), Circle("b", 0, 0, "b")], [("a", "b")]),
    ],
)
def test_what_cannot_be_drawn_is_refused(make):
    with pytest.raises(ValueError, match=r"."):
        make()
