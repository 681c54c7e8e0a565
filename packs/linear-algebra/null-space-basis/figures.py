"""Figures of the lesson on special solutions."""

from upslope.problems import Figure
from upslope.problems.figures import Space


def plane_of_special_solutions() -> Figure:
    """Span the null space of [1 1 -1] by its two special solutions."""
    space = Space(reach=2)
    space.plane((-1, 1, 0), (1, 0, 1), reach=1.2, label="N(A)")
    space.segment((-1, 1, 0), (0, 1, 1)).segment((1, 0, 1), (0, 1, 1))
    space.vector((0, 1, 1), label="s_1 + s_2", colour="ink", subject=False)
    space.vector((-1, 1, 0), label="s_1", colour="d1")
    space.vector((1, 0, 1), label="s_2", colour="d2")
    return space.figure(
        alt="A plane through the origin, spanned by s1 = (-1, 1, 0) and s2 = (1, 0, 1), with their sum.",
        caption=(
            r"For $A = \begin{bmatrix} 1 & 1 & -1 \end{bmatrix}$ the columns 2 and 3 are free. The special "
            "solutions $s_1 = (-1, 1, 0)$ and $s_2 = (1, 0, 1)$ span the plane $N(A)$."
        ),
    )
