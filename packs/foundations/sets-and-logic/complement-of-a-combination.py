from typing import Self

from pack import shared

from upslope.problems import Answer, Redraw, Rng, SetAnswer, Template, Tex, derived


class ComplementOfACombination(Template):
    n: int
    A: tuple[int, ...]
    B: tuple[int, ...]
    is_union: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        n = rng.integer(9, 13)
        A, B = (tuple(sorted(rng.sample(range(1, n + 1), rng.integer(4, 6)))) for _ in "AB")
        drawn = cls(n=n, A=A, B=B, is_union=rng.chance(1, 2))
        if len(drawn.shared) < 2 or not shared.only(A, B) or not shared.only(B, A):
            raise Redraw("a small shared part, or one set inside the other")
        if len(drawn.union) > n - 2:
            raise Redraw("too little outside both sets")
        return drawn

    @derived
    def inner_name(self) -> Tex:
        return Tex(r"A \cup B" if self.is_union else r"A \cap B")

    @derived
    def wanted(self) -> Tex:
        return Tex(rf"\overline{{{self.inner_name}}}")

    @derived
    def shared(self) -> tuple[int, ...]:
        return shared.both(self.A, self.B)

    @derived
    def union(self) -> tuple[int, ...]:
        return shared.either(self.A, self.B)

    @derived
    def inner(self) -> tuple[int, ...]:
        return self.union if self.is_union else self.shared

    @derived
    def value(self) -> tuple[int, ...]:
        return shared.only(range(1, self.n + 1), self.inner)

    @derived
    def sample(self) -> int:
        return self.value[0]

    @derived
    def sample_in_neither(self) -> bool:
        return self.sample not in self.union

    def answer(self) -> Answer:
        return SetAnswer(self.value)

    def slips(self) -> dict[str, Answer]:
        other = self.shared if self.is_union else self.union
        return {
            "complement-forgotten": SetAnswer(self.inner),
            "bar-on-each": SetAnswer(shared.only(range(1, self.n + 1), other)),
        }

    def verify(self) -> None:
        # De Morgan: combine the two complements with the other sign
        outside = [(x not in self.A, x not in self.B) for x in range(1, self.n + 1)]
        combine = all if self.is_union else any
        assert self.value == tuple(x for x, pair in enumerate(outside, 1) if combine(pair))
