"""Figures of the lesson on the two pictures: both show 2x - y = 3, x + y = 3."""

from upslope.problems import Figure
from upslope.problems.figures import Plane


def column_picture() -> Figure:
    """Combine the columns to the right side."""
    plane = Plane((-2, 5), (-1, 4))
    plane.vector((4, 2), tail=(2, 1), colour="d1", subject=False)
    plane.vector((2, 1), label="a_1", colour="d1", place="below right")
    plane.vector((-1, 1), label="a_2", colour="d2")
    plane.vector((3, 3), tail=(4, 2), colour="d2", subject=False, dashed=True)
    plane.vector((3, 3), label="b", colour="ink", place="above")
    return plane.figure(
        alt=(
            "Two steps of the column a1 = (2, 1) and one of the column a2 = (-1, 1) "
            "lead from the origin to b = (3, 3)."
        ),
        caption=(
            "Column picture: two of the first column and one of the second reach $b$, so $(x, y) = (2, 1)$."
        ),
    )


def row_picture() -> Figure:
    """Let the two lines meet."""
    plane = Plane((-1, 7), (-2, 4))
    plane.line(2, -1, 3, colour="d1")
    plane.line(1, 1, 3, colour="d2")
    plane.label((3.3, 3.2), "2x - y = 3", colour="d1", place="right")
    plane.label((4.15, -0.95), "x + y = 3", colour="d2", place="right")
    plane.point((2, 1), label="(2, 1)", place="right")
    return plane.figure(
        alt="The line 2x - y = 3 rises, the line x + y = 3 falls; they meet in the point (2, 1).",
        caption="Row picture of the same system: two lines that meet in $(2, 1)$.",
    )
