from dataclasses import dataclass
from typing import Self

from upslope.problems import Answer, Number, Redraw, Rng, Template, derived


@dataclass(frozen=True)
class Product:
    weight: int
    input: int
    value: int


class NeuronPreActivation(Template):
    w: tuple[int, ...]
    x: tuple[int, ...]
    b: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        size = level + 2
        drawn = cls(
            w=tuple(rng.integer(-4, 5, but=[0]) for _ in range(size)),
            x=tuple(rng.integer(-3, 6, but=[0]) for _ in range(size)),
            b=rng.integer(-6, 6, but=[0]),
        )
        if all(p.value > 0 for p in drawn.products) or drawn.total in (-1, 0, 1) or drawn.dot == 0:
            raise Redraw("no negative product, or a result one could guess")
        return drawn

    @derived
    def products(self) -> tuple[Product, ...]:
        return tuple(Product(w, x, w * x) for w, x in zip(self.w, self.x, strict=True))

    @derived
    def w_first(self) -> int:
        return self.w[0]

    @derived
    def x_first(self) -> int:
        return self.x[0]

    @derived
    def dot(self) -> int:
        return sum(p.value for p in self.products)

    @derived
    def total(self) -> int:
        return self.dot + self.b

    def answer(self) -> Answer:
        return Number(self.total)

    def slips(self) -> dict[str, Answer]:
        return {
            "bias-forgotten": Number(self.dot),
            "signs-lost": Number(sum(abs(p.value) for p in self.products) + self.b),
            "sums-multiplied": Number(sum(self.w) * sum(self.x) + self.b),
        }

    def verify(self) -> None:
        def square(v: tuple[int, ...]) -> int:
            return sum(a * a for a in v)

        plus = tuple(a + b for a, b in zip(self.w, self.x, strict=True))
        minus = tuple(a - b for a, b in zip(self.w, self.x, strict=True))
        assert square(plus) - square(minus) == 4 * (self.total - self.b)  # polarisation
