"""Hold what the text itself contributes to a variant: the facts drawn, or the items to order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from upslope.checking import Answer, Slip
from upslope.core.rng import Rng
from upslope.problems.facts import (
    ShownFact,
    draw_facts,
    fact_feedback,
    facts_answer,
    facts_slips,
    facts_solution,
)
from upslope.problems.front_matter import TemplateFile
from upslope.problems.orders import ShownOrder, draw_order, order_answer, order_solution
from upslope.problems.passage import Scope
from upslope.problems.text import TemplateText
from upslope.problems.variant import SlipText, Step


@dataclass(frozen=True, slots=True)
class Shown:
    """Hold the facts shown, or the order asked for; neither for a template whose class answers."""

    facts: tuple[ShownFact, ...] = ()
    order: ShownOrder | None = None

    @classmethod
    def draw(cls, file: TemplateFile, text: TemplateText, scope: Scope, rng: Rng) -> "Shown":
        """Draw what a variant shows. May raise Redraw."""
        facts = draw_facts(file, text, scope, rng.named("facts")) if text.facts else ()
        order = draw_order(text.order, scope, rng.named("order")) if text.order else None
        return cls(facts, order)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Shown":
        """Return what `to_json` wrote. Raises KeyError, TypeError or ValueError for anything else."""
        facts = tuple(ShownFact(str(s), bool(t), str(r)) for s, t, r in stored.get("facts", ()))
        order = stored.get("order")
        if order is None:
            return cls(facts)
        before = tuple((int(i), int(j)) for i, j in order["before"])
        return cls(facts, ShownOrder(tuple(order["items"]), before, tuple(order["shown"])))

    def to_json(self) -> dict[str, Any]:
        """Return a JSON value: sentences as rendered, because they have no ids."""
        stored: dict[str, Any] = {}
        if self.facts:
            stored["facts"] = [[fact.statement, fact.truth, fact.reason] for fact in self.facts]
        if self.order:
            pairs = [list(pair) for pair in self.order.before]
            stored["order"] = {
                "items": list(self.order.items),
                "before": pairs,
                "shown": list(self.order.shown),
            }
        return stored

    def answer(self, file: TemplateFile) -> Answer | None:
        """Return what counts as right, None where the class says it."""
        if self.order:
            return order_answer(self.order)
        return facts_answer(file, self.facts) if self.facts else None

    def slips(self, file: TemplateFile) -> tuple[Slip, ...]:
        """Return the mistakes the text itself declares."""
        return facts_slips(file, self.facts) if self.facts else ()

    def feedback(self, name: str) -> SlipText | None:
        """Return the feedback of one of these mistakes, None for any other name."""
        return fact_feedback(name, self.facts)

    def solution(self, file: TemplateFile) -> tuple[Step, ...]:
        """Return the solution of a template that has no `# Solution`."""
        return order_solution(self.order) if self.order else facts_solution(file, self.facts)
