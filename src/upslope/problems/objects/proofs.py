"""Make an ordering out of the steps of a proof."""

from collections.abc import Sequence

from upslope.checking import Ordering
from upslope.core.rng import Rng
from upslope.problems.objects.integers import attempt


def proof(rng: Rng, steps: Sequence[str], *, before: Sequence[tuple[int, int]] = ()) -> Ordering:
    """Return the ordering of steps given in a right order, shuffled for display.

    `before` holds pairs (i, j), from 0: step i must precede step j; empty means exactly this order. The
    order shown is never a right one. Raises ValueError for fewer than three steps or a pair the given
    order breaks.
    """
    if len(steps) < 3:
        raise ValueError("an ordering has at least three steps")
    pairs = tuple(before) or tuple((i, i + 1) for i in range(len(steps) - 1))

    def make() -> tuple[int, ...] | None:
        shown = tuple(rng.shuffled(range(len(steps))))
        return shown if any(shown.index(i) > shown.index(j) for i, j in pairs) else None

    return Ordering(tuple(steps), tuple(before), attempt(make, "display order"))
