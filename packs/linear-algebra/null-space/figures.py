"""Figures of the lesson on the null space."""

from upslope.problems import Figure
from upslope.problems.figures import Plane


def shifted_copies() -> Figure:
    """Show N(A) for A = [1 2] with two parallel sets of solutions."""
    plane = Plane((-4, 4), (-3, 3), names=("x_1", "x_2"))
    plane.line(1, 2, 0, label="N(A)", colour="d1", place="below left")
    plane.line(1, 2, 2, colour="d2", dashed=True).line(1, 2, 4, colour="d2", dashed=True)
    plane.label((-3.4, 2.7), "b = 2", colour="d2", place="below")
    plane.label((-1.6, 2.6), "b = 4", colour="d2", place="right")
    plane.vector((2, 1), label="x_p", colour="ink", subject=False)
    plane.vector((0, 2), tail=(2, 1), colour="d1", label="x_p + s", place="above right")
    plane.vector((-2, 1), label="s", colour="d1", place="below")
    return plane.figure(
        alt="The null space of [1 2], and two parallel lines of solutions.",
        caption=(
            r"$A = \begin{bmatrix} 1 & 2 \end{bmatrix}$: the solutions of $Ax = b$ form a copy of $N(A)$, "
            "shifted by one solution $x_p$. Adding $s$ from $N(A)$ leads to another solution."
        ),
    )
