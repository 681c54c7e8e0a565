from typing import Self

from pack import shared

from upslope.problems import Answer, Choice, Redraw, Rng, Template, Tex, derived

Pair = tuple[int, int]


class PairThatBreaksClosure(Template):
    p: int
    q: int
    x: Pair
    more: Pair
    off: int
    order: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        p, q = rng.sample([-3, -2, -1, 1, 2, 3], 2)
        x, more = rng.sample([-3, -2, -1, 1, 2, 3], 2), rng.sample([-2, -1, 1, 2, 3], 2)
        drawn = cls(
            p=p,
            q=q,
            x=(x[0], x[1]),
            more=(more[0], more[1]),
            off=rng.choice([-2, -1, 1, 2]),
            order=tuple(rng.shuffled(range(4))),
        )
        if x[0] == more[0] or x[1] == more[1] or x[0] + x[1] == 0:
            raise Redraw("equal vectors, or a sum that hides its first component")
        if drawn.inside(drawn.outsider) or drawn.inside(drawn.total):
            raise Redraw("a vector that should lie outside")
        return drawn

    def inside(self, at: Pair) -> bool:
        return at[1] in (self.p * at[0], self.q * at[0])

    @derived
    def u(self) -> Pair:
        return self.x[0], self.p * self.x[0]

    @derived
    def v(self) -> Pair:
        return self.x[1], self.q * self.x[1]

    @derived
    def outsider(self) -> Pair:
        return self.more[1], self.q * self.more[1] + self.off

    @derived
    def total(self) -> Pair:
        return self.u[0] + self.v[0], self.u[1] + self.v[1]

    @derived
    def on_first(self) -> int:
        return self.p * self.total[0]

    @derived
    def on_second(self) -> int:
        return self.q * self.total[0]

    @derived
    def first_line(self) -> Tex:
        return Tex(f"y = {shared.linear([self.p], 'x').latex()}")

    @derived
    def second_line(self) -> Tex:
        return Tex(f"y = {shared.linear([self.q], 'x').latex()}")

    @derived
    def pairs(self) -> tuple[tuple[Pair, Pair], ...]:
        again = [(t, k * t) for t, k in zip(self.more, (self.p, self.q), strict=True)]
        return (self.u, self.v), (self.u, again[0]), (self.v, again[1]), (self.u, self.outsider)

    def chosen(self, kind: int) -> Answer:
        options = tuple(f"${self.pairs[k][0]}$ and ${self.pairs[k][1]}$" for k in self.order)
        return Choice(options, (self.order.index(kind),))

    def answer(self) -> Answer:
        return self.chosen(0)

    def slips(self) -> dict[str, Answer]:
        return {
            "same-line": self.chosen(1),
            "both-on-the-second-line": self.chosen(2),
            "not-in-the-set": self.chosen(3),
        }

    def verify(self) -> None:
        breaks = [
            all(self.inside(w) for w in pair)
            and not self.inside((pair[0][0] + pair[1][0], pair[0][1] + pair[1][1]))
            for pair in self.pairs
        ]
        assert breaks == [True, False, False, False]
