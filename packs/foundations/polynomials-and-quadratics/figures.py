"""Draw the figures of the lesson on quadratics."""

from pack import shared

from upslope.problems import Figure
from upslope.problems.figures import Plane


def completed_square() -> Figure:
    """Show x² + 6x as a square with two strips, and the corner that completes it."""
    sheet = shared.Sheet(300, 226)
    sheet.area(60, 30, 120, 120, "x²").area(180, 30, 60, 120, "3x", colour="d2")
    sheet.area(60, 150, 120, 60, "3x", colour="d2").area(180, 150, 60, 60, "9", colour="d3", filled=False)
    sheet.text(120, 22, "x").text(210, 22, "3").text(46, 96, "x").text(46, 186, "3")
    return sheet.figure(
        alt="A square of side x with two strips of width 3 along two sides; the corner of area 9 that would "
        "complete it to a square of side x + 3 is dashed.",
        caption="Half of $6x$ goes to each side. The square of side $x + 3$ has the dashed corner, $9$, too "
        "much.",
    )


def three_parabolas() -> Figure:
    """Show parabolas with two real roots, one and none."""
    plane = Plane((-7, 7), (-4, 4))
    plane.curve(lambda x: (x + 4.5) ** 2 - 2, colour="d1").label(
        (-4.5, -3.9), "two", colour="d1", place="above"
    )
    plane.curve(lambda x: 2 * (x - 1.6) ** 2, colour="d3").label(
        (1.6, -3.9), "one", colour="d3", place="above"
    )
    plane.curve(lambda x: (x - 5.2) ** 2 + 1, colour="d2").label(
        (5.2, -3.9), "none", colour="d2", place="above"
    )
    return plane.figure(
        alt="Three parabolas that open upwards: one cuts the x-axis twice, one touches it in one point, one "
        "stays above it.",
        caption="The discriminant is positive, zero and negative, from left to right.",
    )
