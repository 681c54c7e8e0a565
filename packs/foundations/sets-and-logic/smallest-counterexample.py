from math import gcd
from typing import Self

from upslope.problems import Answer, Number, Parts, Redraw, Rng, Template, derived


def is_prime(n: int) -> bool:
    return n > 1 and all(n % d for d in range(2, n) if d * d <= n)


class SmallestCounterexample(Template):
    start: int
    step: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        start = rng.choice([p for p in range(3, 80) if is_prime(p)])
        step = rng.choice(range(4, 32, 2))
        if gcd(start, step) > 1:
            raise Redraw("a common divisor gives the answer away")
        drawn = cls(start=start, step=step)
        if drawn.n < 2 or drawn.value > 250 or drawn.value in (start, step) or drawn.n in (start, step):
            raise Redraw("fails at once, or a large value")
        return drawn

    def at(self, n: int) -> int:
        return self.start + self.step * n

    @derived
    def n(self) -> int:
        return next(n for n in range(1, 60) if not is_prime(self.at(n)))

    @derived
    def value(self) -> int:
        return self.at(self.n)

    @derived
    def values(self) -> tuple[int, ...]:
        return tuple(self.at(n) for n in range(self.n + 1))

    @derived
    def primes(self) -> tuple[int, ...]:
        return self.values[:-1]

    @derived
    def factor(self) -> int:
        return next(d for d in range(2, self.value) if self.value % d == 0)

    @derived
    def cofactor(self) -> int:
        return self.value // self.factor

    def answer(self) -> Answer:
        return self.given(self.n, self.value)

    def given(self, n: int, value: int) -> Answer:
        return Parts(n=Number(n, variable="n"), value=Number(value))

    def slips(self) -> dict[str, Answer]:
        later = next(n for n in range(self.n + 1, 99) if not is_prime(self.at(n)))
        return {
            "counted-from-one": self.given(self.n + 1, self.value),
            "example-of-the-claim": self.given(0, self.start),
            "not-the-smallest": self.given(later, self.at(later)),
        }

    def verify(self) -> None:
        sieve = [True] * 1000  # a sieve instead of trial division
        for d in range(2, 32):
            for multiple in range(d * d, 1000, d):
                sieve[multiple] = False
        assert [sieve[v] for v in self.values] == [True] * self.n + [False]
        assert self.factor * self.cofactor == self.value
