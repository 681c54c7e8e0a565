"""Draw the figures of the lesson on equations and inequalities."""

from upslope.problems import Figure, Piece
from upslope.problems.figures import NumberLine


def mirrored_line() -> Figure:
    """Show 2 < 3 and its mirror image -3 < -2."""
    line = NumberLine(-5, 5)
    line.point(2, label="a", colour="d1").point(3, label="b", colour="d2")
    line.point(-2, label="-a", colour="d1").point(-3, label="-b", colour="d2")
    return line.figure(
        alt="A number line with a at 2 and b at 3, and their mirror images: minus a at minus 2 and minus b "
        "at minus 3.",
        caption="The factor $-1$ mirrors the line at $0$: $a < b$ becomes $-a > -b$.",
    )


def inside_and_outside() -> Figure:
    """Show the points nearer to 1 than 3, and those farther away."""
    line = NumberLine(-5, 7)
    line.pieces([Piece(None, -2), Piece(4, None)], colour="d2").pieces([Piece(-2, 4)], colour="d1")
    line.point(1, label="c", colour="ink")
    return line.figure(
        alt="A number line with the point c at 1. The piece between minus 2 and 4 is marked in one colour, "
        "the pieces below minus 2 and above 4 in another. The ends are left out.",
        caption="For $c = 1$: between $-2$ and $4$ the distance from $c$ is less than $3$, outside it is "
        "greater.",
    )
