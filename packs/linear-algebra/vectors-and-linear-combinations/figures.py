"""Figures of the lesson on linear combinations."""

from upslope.problems import Figure
from upslope.problems.figures import Plane


def two_steps() -> Figure:
    """Reach 2u + v by walking along the vectors."""
    plane = Plane((-2, 5), (-1, 5))
    plane.vector((4, 2), tail=(2, 1), colour="d1", subject=False)
    plane.vector((2, 1), label="u", colour="d1", place="below right")
    plane.vector((-1, 2), label="v", colour="d2")
    plane.vector((3, 4), tail=(4, 2), colour="d2", subject=False, dashed=True)
    plane.vector((3, 4), label="2u + v", colour="ink", place="above")
    return plane.figure(
        alt=(
            "From the origin two steps of u = (2, 1) lead to (4, 2), "
            "and one step of v = (-1, 2) from there to (3, 4)."
        ),
        caption="The combination $2u + v$: twice along $u$, then once along $v$.",
    )


def line_or_plane() -> Figure:
    """Show a vector that stays on the line of u and one that leaves it."""
    plane = Plane((-4, 4), (-3, 3), ticks=None)
    plane.line(1, -2, 0, colour="d1", dashed=True)
    plane.vector((2, 1), label="u", colour="d1", place="below right")
    plane.vector((-3, -1.5), label="v", colour="d1", subject=False, place="below right")
    plane.vector((-1, 2), label="w", colour="d2")
    return plane.figure(
        alt="The vectors u and v lie on one line through the origin; the vector w points away from it.",
        caption=(
            "The vector $v$ lies on the line of $u$: combinations of $u$ and $v$ stay on it. "
            "The vector $w$ leaves the line: combinations of $u$ and $w$ fill the plane."
        ),
    )
