from typing import Self

from pack import shared

from upslope.problems import Answer, Redraw, Rng, SetAnswer, Template, Tex, derived


class CombineTwoSets(Template):
    A: tuple[int, ...]
    B: tuple[int, ...]
    operation: str

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        pool = sorted(rng.sample(range(1, 20), rng.integer(8, 10)))
        A, B = (tuple(sorted(rng.sample(pool, rng.integer(4, 6)))) for _ in "AB")
        operation = rng.choice([r"\cup", r"\cap"]) if level == 1 else r"\setminus"
        drawn = cls(A=A, B=B, operation=operation)
        if len(drawn.shared) < 2 or not drawn.only_first or not drawn.only_second:
            raise Redraw("a small shared part, or one set inside the other")
        if len(drawn.value) < 2:
            raise Redraw("fewer than two elements")
        return drawn

    @derived
    def wanted(self) -> Tex:
        return Tex(rf"A {self.operation} B")

    @derived
    def is_union(self) -> bool:
        return self.operation == r"\cup"

    @derived
    def is_intersection(self) -> bool:
        return self.operation == r"\cap"

    @derived
    def is_difference(self) -> bool:
        return self.operation == r"\setminus"

    @derived
    def shared(self) -> tuple[int, ...]:
        return shared.both(self.A, self.B)

    @derived
    def union(self) -> tuple[int, ...]:
        return shared.either(self.A, self.B)

    @derived
    def only_first(self) -> tuple[int, ...]:
        return shared.only(self.A, self.B)

    @derived
    def only_second(self) -> tuple[int, ...]:
        return shared.only(self.B, self.A)

    @derived
    def value(self) -> tuple[int, ...]:
        return {r"\cup": self.union, r"\cap": self.shared, r"\setminus": self.only_first}[self.operation]

    def answer(self) -> Answer:
        return SetAnswer(self.value)

    def slips(self) -> dict[str, Answer]:
        if self.is_difference:
            return {
                "difference-turned": SetAnswer(self.only_second),
                "difference-as-intersection": SetAnswer(self.shared),
            }
        return {
            "union-and-intersection-exchanged": SetAnswer(self.shared if self.is_union else self.union),
            "shared-left-out": SetAnswer(shared.only(self.union, self.shared)),
        }

    def verify(self) -> None:
        kinds = {r"\cup": (1, 2, 3), r"\cap": (3,), r"\setminus": (1,)}[self.operation]
        assert self.value == tuple(x for x in range(20) if (x in self.A) + 2 * (x in self.B) in kinds)
