from typing import Self

from pack import shared

from upslope.problems import Answer, Basis, Expr, Matrix, Redraw, Rng, Template, derived

Line = tuple[int, ...]


class OneHotAndBias(Template):
    c: int
    d: int
    samples: tuple[tuple[int, int], ...]
    order: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        if level == 1:  # every category once, one of them again with another number
            c, d = rng.integer(2, 3), 0
            kinds = rng.shuffled([*range(c), rng.integer(0, c - 1)])
            samples = tuple(zip(kinds, rng.sample(range(2, 10), c + 1), strict=True))
        else:
            c, d = rng.choice([(2, 3), (3, 2)])
            samples = tuple((rng.integer(0, c - 1), rng.integer(0, d - 1)) for _ in range(c + d - 1))
        order = rng.shuffled(range(c + d + (2 if level == 1 else 1)))
        drawn = cls(c=c, d=d, samples=samples, order=tuple(order))
        if drawn.data.nullity != (1 if level == 1 else 2):
            raise Redraw("a relation that only these samples have")
        return drawn

    @derived
    def two(self) -> bool:
        return self.d > 0

    @derived
    def names(self) -> tuple[str, ...]:
        return (*self.of("c"), *(self.of("d") or ["t"]), "1")

    def of(self, letter: str) -> list[str]:
        return [f"{letter}_{i + 1}" for i in range(self.c if letter == "c" else self.d)]

    @derived
    def labels(self) -> tuple[str, ...]:
        return tuple(self.names[k] for k in self.order)

    @derived
    def c_names(self) -> str:
        return ", ".join(self.of("c"))

    @derived
    def d_names(self) -> str:
        return ", ".join(self.of("d"))

    @derived
    def c_sum(self) -> Expr:
        return shared.linear([1] * self.c, self.of("c"))

    @derived
    def d_sum(self) -> Expr:
        return shared.linear([1] * self.d, self.of("d"))

    @derived
    def data(self) -> Matrix:
        rows = [
            [*(int(i == k) for k in range(self.c)), *([int(j == k) for k in range(self.d)] or [j]), 1]
            for i, j in self.samples
        ]
        return Matrix([[row[k] for k in self.order] for row in rows])

    def change(self, c: int, d: int, bias: int) -> Line:
        weights = [c] * self.c + ([d] * self.d or [0]) + [bias]
        return tuple(weights[k] for k in self.order)

    @derived
    def s1(self) -> Line:
        return self.change(1, 0, -1)

    @derived
    def s2(self) -> Line:
        return self.change(0, 1, -1)

    def spanned(self, c: int, d: int, bias: int) -> Answer:
        both = [self.change(c, 0, bias), self.change(0, d, bias)]
        return Basis(tuple(both if self.two else both[:1]))

    def answer(self) -> Answer:
        return self.spanned(1, 1, -1)

    def slips(self) -> dict[str, Answer]:
        wrong = {"same-sign": self.spanned(1, 1, 1), "bias-forgotten": self.spanned(1, 1, 0)}
        if self.two:
            wrong["bias-counted-once"] = Basis((self.change(1, 1, -1),))
            wrong["difference-only"] = Basis((self.change(1, -1, 0),))
        return wrong

    def verify(self) -> None:
        found = Matrix(self.data.null_space())  # by elimination, as if nothing were known
        ours = Matrix([self.s1, self.s2] if self.two else [self.s1])
        assert found.rref == ours.rref
