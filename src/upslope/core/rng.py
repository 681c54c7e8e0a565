"""Draw reproducibly: equal keys give equal streams on every platform and Python.

SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014, figure 17)
started by BLAKE2b of the key. Python promises equal streams for `random.random` alone, NumPy for one
build only.
"""

from collections.abc import Sequence
from fractions import Fraction
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")

_MASK = (1 << 64) - 1


class Rng:
    """Generate integers, choices and fractions from a key; `Rng("template", level, seed, attempt)`."""

    def __init__(self, *key: str | int) -> None:
        self._key = key
        text = "\x1f".join(f"{type(part).__name__}:{part}" for part in key)
        self._state = int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")

    @classmethod
    def from_state(cls, state: int) -> "Rng":
        """Start SplitMix64 at a given 64-bit state (for the published test vectors)."""
        rng = cls()
        rng._state = state & _MASK
        return rng

    def named(self, name: str) -> "Rng":
        """Return an independent stream: draws added to one stream do not move another."""
        return Rng(*self._key, "stream", name)

    def bits64(self) -> int:
        """Return the next 64 random bits."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        return z ^ (z >> 31)

    def below(self, bound: int) -> int:
        """Return an integer in [0, bound), by rejection, so without modulo bias.

        Raises ValueError if `bound` is not in 1 … 2**64.
        """
        if not 1 <= bound <= _MASK + 1:
            raise ValueError(f"bound {bound} is outside 1 … 2**64")
        limit = (_MASK + 1) - (_MASK + 1) % bound
        while True:
            bits = self.bits64()
            if bits < limit:
                return bits % bound

    def integer(self, low: int, high: int, but: Sequence[int] = ()) -> int:
        """Return an integer in [low, high], both ends included, none of `but`.

        Raises ValueError if nothing is left to choose from.
        """
        if not but:
            return low + self.below(high - low + 1)
        allowed = [n for n in range(low, high + 1) if n not in but]
        return self.choice(allowed)

    def choice(self, options: Sequence[T]) -> T:
        """Return one of the options. Raises ValueError if there is none."""
        if not options:
            raise ValueError("nothing to choose from")
        return options[self.below(len(options))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """Return the items in random order (Fisher-Yates)."""
        out = list(items)
        for i in range(len(out) - 1, 0, -1):
            j = self.below(i + 1)
            out[i], out[j] = out[j], out[i]
        return out

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        """Return `count` different positions' items in random order. Raises ValueError if too few."""
        if count > len(items):
            raise ValueError(f"cannot sample {count} of {len(items)}")
        return self.shuffled(items)[:count]

    def fraction(self, low: int, high: int, denominators: Sequence[int]) -> Fraction:
        """Return a fraction in [low, high] whose denominator divides one of `denominators`."""
        d = self.choice(denominators)
        return Fraction(self.integer(low * d, high * d), d)

    def chance(self, numerator: int, denominator: int) -> bool:
        """Return True with probability numerator/denominator."""
        return self.below(denominator) < numerator
