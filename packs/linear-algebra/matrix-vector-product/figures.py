"""Figures of the lesson on the matrix-vector product."""

from upslope.problems import Figure
from upslope.problems.figures import Plane


def two_columns() -> Figure:
    """Combine two columns with the weights 2 and 1."""
    plane = Plane((-1, 6), (-2, 5), names=("", ""))
    plane.vector((2, 4), tail=(1, 2), colour="d1", subject=False)
    plane.vector((1, 2), label="a_1", colour="d1", place="left")
    plane.vector((2, -1), label="a_2", colour="d2")
    plane.vector((4, 3), tail=(2, 4), colour="d2", subject=False, dashed=True)
    plane.vector((4, 3), label="A x", colour="ink", place="right")
    return plane.figure(
        alt=(
            "Two steps of the first column (1, 2) and one step of the second column (2, -1) "
            "lead from the origin to (4, 3)."
        ),
        caption="$Ax$ with $x = (2, 1)$ takes the first column twice and the second once.",
    )
