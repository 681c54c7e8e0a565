"""Figures of the lesson on subspaces, and the pictures of sets in its problems."""

from upslope.problems import Figure
from upslope.problems.figures import Plane

Pair = tuple[int, ...]
_RIGHT, _TOP = 4, 3


def line_and_shifted_line() -> Figure:
    """Show a line through the origin, a shifted copy, and why the copy is no subspace."""
    plane = Plane((-4, 4), (-3, 3))
    plane.line(1, -2, 0, label="S", colour="d1", place="above left")
    plane.line(1, -2, -3, label="T", colour="d2", dashed=True, place="above left")
    plane.vector((2, 1), colour="d1", label="u", place="below right")
    plane.vector((-2, -1), colour="d1", label="-u", subject=False, place="above left")
    plane.vector((1, 2), colour="d2", label="w", subject=False, place="above left")
    plane.point((0, 0))
    return plane.figure(
        alt="A line S through the origin holds u and -u; a parallel line T holds w but not the origin.",
        caption=(
            "$S$ goes through $0$: all multiples and sums of its vectors stay on it. "
            "The shifted line $T$ does not hold $0$, so already $0 \\cdot w$ leaves it."
        ),
    )


def union_of_two_lines() -> Figure:
    """Show that a sum leaves the union of two lines."""
    plane = Plane((-4, 4), (-2, 4))
    plane.line(1, -3, 0, colour="d1")
    plane.line(2, 1, 0, colour="d2")
    plane.vector((3, 1), label="u", colour="d1", place="below right")
    plane.vector((-1, 2), label="v", colour="d2", place="left")
    plane.segment((3, 1), (2, 3), dashed=True).segment((-1, 2), (2, 3), dashed=True)
    plane.vector((2, 3), label="u + v", colour="ink", subject=False)
    return plane.figure(
        alt="Two lines through the origin with u on one and v on the other; their sum lies on neither.",
        caption="Each line is a subspace, their union is not: $u + v$ lies on neither line.",
    )


def plane_set(relation: str, f: Pair, g: Pair, d: int) -> Figure:
    """Draw the set of all (x, y) with f = 0, f = d, f >= 0 or f g = 0 for linear f and g."""
    plane = Plane((-_RIGHT, _RIGHT), (-_TOP, _TOP))
    if relation == ">=":
        plane.region(_half_plane(f), edge=False)  # the frame is no edge of S
    plane.line(f[0], f[1], d)
    if g:
        plane.line(g[0], g[1], 0)
    plane.point((0, 0), hollow=d != 0)
    words = {">=": "everything on one side of a line through the origin, with the line"}
    words |= {"=": "a line through the origin", "product": "two lines through the origin"}
    return plane.figure(alt=f"The set S is {words.get(relation, 'a line that misses the origin')}.")


def _half_plane(f: Pair) -> list[tuple[float, float]]:
    """Return the corners of the part of the frame where f >= 0."""
    corners = [(-_RIGHT, -_TOP), (_RIGHT, -_TOP), (_RIGHT, _TOP), (-_RIGHT, _TOP)]
    kept: list[tuple[float, float]] = []
    for start, end in zip(corners, corners[1:] + corners[:1], strict=True):
        here, there = (f[0] * x + f[1] * y for x, y in (start, end))
        if here >= 0:
            kept.append(start)
        if here * there < 0:
            share = here / (here - there)
            kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
    return kept
