from typing import Self

from upslope.problems import Answer, Expr, Rng, Template, Vector, derived


class WeightsBehindAProduct(Template):
    """c a_i + d (a_j - a_k), with i, j, k different; the fourth column is missing."""

    c: int
    d: int
    i: int
    j: int
    k: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        i, j, k = rng.sample([1, 2, 3, 4], 3)
        return cls(c=rng.integer(-5, 6, but=[0, 1]), d=rng.integer(-5, 5, but=[-1, 0, 1]), i=i, j=j, k=k)

    def column(self, number: int) -> Expr:
        return Expr.symbol(f"a_{number}")

    @derived
    def combination(self) -> Expr:
        return self.c * self.column(self.i) + self.d * (self.column(self.j) - self.column(self.k))

    @derived
    def expanded(self) -> Expr:
        return self.c * self.column(self.i) + self.d * self.column(self.j) + -self.d * self.column(self.k)

    @derived
    def missing(self) -> int:
        return next(n for n in (1, 2, 3, 4) if n not in (self.i, self.j, self.k))

    def weights(self, at_j: int, at_k: int) -> tuple[int, ...]:
        by_column = {self.i: self.c, self.j: at_j, self.k: at_k}
        return tuple(by_column.get(n, 0) for n in (1, 2, 3, 4))

    @derived
    def x(self) -> tuple[int, ...]:
        return self.weights(self.d, -self.d)

    def answer(self) -> Answer:
        return Vector(self.x)

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {
            "factor-on-one-term": Vector(self.weights(self.d, -1)),
            "sign-in-the-bracket": Vector(self.weights(self.d, self.d)),
        }
        if self.missing < 4:
            wrong["weights-moved-up"] = Vector((*(w for w in self.x if w), 0))
        return wrong

    def verify(self) -> None:
        columns = ((2, 3), (5, 7), (11, 13), (17, 19))  # put real columns in, and compare both sides
        for row in range(2):
            numbers = {f"a_{n}": column[row] for n, column in enumerate(columns, 1)}
            given = self.combination.evaluate(**{name: numbers[name] for name in self.combination.symbols})
            assert given == sum(w * column[row] for w, column in zip(self.x, columns, strict=True))
