"""Figures of the lesson on the dot product."""

from fractions import Fraction

from upslope.problems import Figure
from upslope.problems.figures import Plane


def shadow() -> Figure:
    """Drop v onto the line of a unit vector."""
    foot = (Fraction(52, 25), Fraction(39, 25))  # (e · v) e with e = (4/5, 3/5), v = (1, 3)
    plane = Plane((-1, 4), (-1, 4), ticks=None)
    plane.line(3, -4, 0, colour="d1", dashed=True)
    plane.segment((1, 3), foot, colour="ink-3", dashed=True)
    plane.right_angle(foot, (0, 0), (1, 3))
    plane.vector((1, 3), label="v", colour="d2")
    plane.vector(foot, label="(e · v) e", colour="d1", subject=False, place="below right")
    plane.vector((0.8, 0.6), label="e", colour="d1", place="below right")
    return plane.figure(
        alt=(
            "A unit vector e and a vector v from one point; a dashed line drops from the tip of v "
            "at a right angle to the line of e."
        ),
        caption=(
            "The shadow of $v$ on the line of the unit vector $e$ is $(e \\cdot v)\\,e$. "
            "The dashed rest meets the line at a right angle."
        ),
    )
