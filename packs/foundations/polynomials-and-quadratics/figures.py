"""Draw the figures of the lesson on quadratics."""

from fractions import Fraction

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
    plane = Plane((-5, 5), (-3, 4), names=("x", "y"))
    plane.curve(lambda x: (x + 3) ** 2 - 2, label="two", colour="d1", high=Fraction(-1), place="right")
    plane.curve(lambda x: 3 * x**2, label="one", colour="d3", place="right")
    plane.curve(lambda x: (x - 3) ** 2 + 1, label="none", colour="d2", low=2, place="left")
    return plane.figure(
        alt="Three parabolas that open upwards: one cuts the x-axis twice, one touches it in one point, one "
        "stays above it.",
        caption="The discriminant is positive, zero and negative, from left to right.",
    )
