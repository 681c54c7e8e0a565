from typing import Self

from upslope.problems import Answer, Redraw, Rng, SetAnswer, Template, derived


class SetsFromConditions(Template):
    low: int
    high: int
    m: int
    r: int
    without: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        low, m = rng.integer(-9, 12, but=(0,)), rng.integer(3, 5)
        length = rng.integer(12, 17) if level == 1 else rng.integer(7, 9)
        drawn = cls(
            low=low,
            high=low + length,
            m=m,
            r=rng.choice([r for r in (-2, -1, 1, 2) if 2 * abs(r) != m]),
            without=level == 2,
        )
        if level == 2 and len(drawn.inside) < 2:
            raise Redraw("too little is taken away")
        return drawn

    def run(self, first: int, last: int, r: int, *, inside: bool) -> tuple[int, ...]:
        return tuple(x for x in range(first, last + 1) if ((x - r) % self.m == 0) == inside)

    @derived
    def last(self) -> int:
        return self.high - 1

    @derived
    def minus_r(self) -> int:
        return -self.r

    @derived
    def r_size(self) -> int:
        return abs(self.r)

    @derived
    def r_positive(self) -> bool:
        return self.r > 0

    @derived
    def listed(self) -> tuple[int, ...]:
        return tuple(range(self.low, self.high))

    @derived
    def inside(self) -> tuple[int, ...]:
        return self.run(self.low, self.last, self.r, inside=True)

    @derived
    def value(self) -> tuple[int, ...]:
        return self.run(self.low, self.last, self.r, inside=not self.without)

    def answer(self) -> Answer:
        return SetAnswer(self.value)

    def slips(self) -> dict[str, Answer]:
        wanted = not self.without
        wrong: dict[str, Answer] = {
            "multiples-only": SetAnswer(self.run(self.low, self.last, 0, inside=wanted)),
            "wrong-part": SetAnswer(self.run(self.low, self.last, self.r, inside=not wanted)),
        }
        longer = self.run(self.low, self.high, self.r, inside=wanted)
        shorter = self.run(self.low + 1, self.last, self.r, inside=wanted)
        if longer != self.value:
            wrong["right-end-kept"] = SetAnswer(longer)
        if shorter != self.value:
            wrong["left-end-left-out"] = SetAnswer(shorter)
        return wrong

    def verify(self) -> None:
        built = {self.m * k + self.r for k in range(-40, 41)}
        A = {x for x in range(-60, 61) if self.low <= x < self.high}
        assert set(self.value) == (A - built if self.without else A & built)
        assert len(self.value) == len(set(self.value)) > 1
