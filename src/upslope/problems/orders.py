"""Make an ordering of the steps listed under `# Order`: a proof, a derivation, an algorithm to put in
order."""

from collections.abc import Sequence
from dataclasses import dataclass

from upslope.checking import Ordering
from upslope.core.rng import Rng
from upslope.problems.objects.proofs import proof
from upslope.problems.passage import Scope
from upslope.problems.text_lists import OrderPassage
from upslope.problems.variant import Step


@dataclass(frozen=True, slots=True)
class ShownOrder:
    """Hold the items as rendered, in a right order, the pairs that matter, and the order of display."""

    items: tuple[str, ...]
    before: tuple[tuple[int, int], ...]
    shown: tuple[int, ...]


def draw_order(items: Sequence[OrderPassage], scope: Scope, rng: Rng) -> ShownOrder:
    """Return the items of one variant, shuffled. Without any `{after …}` the order listed is the only
    right one."""
    before = tuple((j, i) for i, item in enumerate(items) for j in item.after or ())
    if any(item.after is not None for item in items) and not before:
        before = ((0, len(items) - 1),)
    ordering = proof(rng, [item.body.render(scope) for item in items], before=before)
    return ShownOrder(ordering.items, ordering.before, ordering.shown)


def order_answer(order: ShownOrder) -> Ordering:
    """Return what counts as right."""
    return Ordering(order.items, order.before, order.shown)


def order_solution(order: ShownOrder) -> tuple[Step, ...]:
    """Return the items in a right order, one step each."""
    return tuple(Step(f"Step {number}", item) for number, item in enumerate(order.items, 1))
