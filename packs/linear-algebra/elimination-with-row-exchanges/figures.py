"""Figures of the lesson on row exchanges."""

from upslope.problems import Figure
from upslope.problems.figures import Plane


def parallel_lines() -> Figure:
    """Show a line and a parallel to it."""
    plane = Plane((-1, 6), (-1, 5))
    plane.line(1, 2, 3, colour="d1")
    plane.line(1, 2, 8, colour="d2")
    plane.label((2, 0.8), "x + 2y = 3", colour="d1", place="right")
    plane.label((3.1, 2.8), "2x + 4y = 16", colour="d2", place="right")
    return plane.figure(
        alt="The lines x + 2y = 3 and 2x + 4y = 16 are parallel and share no point.",
        caption=(
            "For $a = 4$ the second line of the example below has the direction of the first. With $k = 16$ "
            "it is parallel ($0 = 10$: no solution); with $k = 6$ it would be the first line again ($0 = 0$)."
        ),
    )
