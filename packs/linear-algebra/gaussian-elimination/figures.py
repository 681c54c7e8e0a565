"""Figures of the lesson on elimination."""

from upslope.problems import Figure
from upslope.problems.figures import Plane


def one_step() -> Figure:
    """Turn the second line about the solution: x + y = 3, 2x + 3y = 8 become x + y = 3, y = 2."""
    plane = Plane((-2, 5), (-1, 5))
    plane.line(1, 1, 3, colour="d1")
    plane.line(2, 3, 8, colour="d2")
    plane.line(0, 1, 2, colour="d2", dashed=True)
    plane.label((2.2, 0.4), "x + y = 3", colour="d1", place="left")
    plane.label((2.7, 1.1), "2x + 3y = 8", colour="d2", place="right")
    plane.label((4.1, 2), "y = 2", colour="d2", place="above")
    plane.point((1, 2))
    return plane.figure(
        alt=(
            "The lines x + y = 3 and 2x + 3y = 8 meet in (1, 2); after one step the second is "
            "the horizontal line y = 2 through the same point."
        ),
        caption=(
            "Subtracting twice the first equation from $2x + 3y = 8$ leaves $y = 2$: "
            "the second line turns about the solution $(1, 2)$ until it lies flat."
        ),
    )
