"""Work through the garden as a learner would, one call a deed."""

from dataclasses import dataclass
from itertools import count

from upslope.checking import Response
from upslope.core.clock import FixedClock
from upslope.core.ids import ConceptId, EventId, PointId, QuestionId
from upslope.problems import Variant
from upslope.problems.typed import typed
from upslope.services import asking, concept, history, practice
from upslope.services.house import House
from upslope.services.views.practice import AnsweredView, QuestionView

_tokens = count(1)


@dataclass
class Gardener:
    """Answer questions right or wrong; every question takes 40 seconds."""

    house: House
    clock: FixedClock

    def variant(self, question: QuestionId) -> Variant:
        return asking.variant_of(self.house, asking.find(self.house, question))

    def right_response(self, question: QuestionId) -> Response:
        variant = self.variant(question)
        return typed(variant.answer, shown=variant.answer)

    def wrong_response(self, question: QuestionId) -> Response:
        right = self.right_response(question)
        if right.parts:
            parts = tuple(type(part)(part.name, "999999") for part in right.parts)
            return Response(parts=parts)
        return Response("999999")

    def put(self, name: str = "adding", point: str | None = None) -> QuestionId:
        return concept.practise(self.house, ConceptId(name), PointId(point) if point else None)

    def open(self, question: QuestionId) -> QuestionView:
        view = practice.question(self.house, question)
        assert isinstance(view, QuestionView)
        return view

    def answer(self, question: QuestionId, *, right: bool = True, token: str = "") -> AnsweredView:
        self.clock.advance(seconds=40)
        response = self.right_response(question) if right else self.wrong_response(question)
        return practice.answer(
            self.house,
            question,
            response,
            client_token=token or self.token(),
            active_ms=30_000,
        )

    def token(self) -> str:
        return f"gardener-{next(_tokens)}"

    def practise(self, name: str = "adding", *, right: bool = True) -> AnsweredView:
        return self.answer(self.put(name), right=right)

    def learn(self, *names: str) -> AnsweredView:
        """Answer rightly until each concept is learned."""
        for name in names or ("adding",):
            for _ in range(12):
                view = self.practise(name)
                belief = self.house.look().beliefs.of(ConceptId(name))
                if belief.status.opens_dependants:
                    break
            else:
                raise AssertionError(f"{name} is never learned")
        return view

    def review(self, name: str = "adding", *, right: bool = True) -> AnsweredView:
        return self.answer(concept.review(self.house, ConceptId(name)), right=right)

    def undo(self, event: str) -> None:
        history.undo(self.house, EventId(event), self.token())
