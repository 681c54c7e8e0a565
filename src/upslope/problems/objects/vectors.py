"""Draw integer vectors: combinations, orthogonal pairs, whole lengths, dependent and independent sets."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

from upslope.checking import Matrix
from upslope.core.rng import Rng
from upslope.problems.objects.integers import attempt, nonzero

Integers = tuple[int, ...]

_WHOLE_LENGTHS: dict[int, tuple[Integers, ...]] = {
    2: ((3, 4), (6, 8), (5, 12), (8, 15)),
    3: ((1, 2, 2), (2, 3, 6), (2, 4, 4), (1, 4, 8), (4, 4, 7), (2, 6, 9), (6, 6, 7)),
    4: ((1, 1, 1, 1), (1, 1, 3, 5), (2, 2, 2, 2), (1, 3, 3, 9), (1, 1, 7, 7), (2, 4, 5, 6)),
}
"""Entries whose squares add up to a square (3-4-5, 1-2-2-3 and so on); checked by a test."""


def vector(rng: Rng, n: int, *, largest: int = 6, zeros: int = 0) -> Integers:
    """Return an integer vector.

    Guarantees: entries of size at most `largest`; exactly `zeros` of them are 0; no common factor of all
    entries (for n - zeros ≥ 2); not all entries equal.
    """

    def make() -> Integers | None:
        entries = [nonzero(rng, largest) for _ in range(n - zeros)] + [0] * zeros
        if n - zeros >= 2 and (gcd(*entries) > 1 or len(set(entries)) == 1):
            return None
        return tuple(rng.shuffled(entries))

    return attempt(make, f"vector of {n} entries")


def vector_of_whole_length(rng: Rng, n: int) -> Integers:
    """Return a vector of 2, 3 or 4 nonzero integers whose length is a whole number of at most 17."""
    entries = rng.shuffled(rng.choice(_WHOLE_LENGTHS[n]))
    return tuple(entry * rng.choice((1, -1)) for entry in entries)


def length_squared(entries: Sequence[int]) -> int:
    """Return the sum of the squares."""
    return sum(entry * entry for entry in entries)


def dot(left: Sequence[int], right: Sequence[int]) -> int:
    """Return the dot product."""
    return sum(a * b for a, b in zip(left, right, strict=True))


@dataclass(frozen=True, slots=True)
class VectorPair:
    """Hold two integer vectors of equal length."""

    u: Integers
    v: Integers

    @property
    def dot(self) -> int:
        """Return their dot product."""
        return dot(self.u, self.v)


def orthogonal_pair(rng: Rng, n: int, *, largest: int = 6) -> VectorPair:
    """Return two nonzero vectors with dot product 0.

    Guarantees: entries of size at most `largest`; u has no zero entry; at least two entries of v are not
    zero; the products that add up to 0 are not the same two numbers for every pair.
    """

    def make() -> VectorPair | None:
        u = vector(rng, n, largest=largest)
        v = [rng.integer(-largest, largest) for _ in range(n - 1)]
        rest = dot(u[:-1], v)
        if rest % u[-1]:
            return None
        v.append(-rest // u[-1])
        if abs(v[-1]) > largest or sum(1 for entry in v if entry) < 2:
            return None
        return VectorPair(u, tuple(v))

    return attempt(make, "orthogonal pair")


@dataclass(frozen=True, slots=True)
class Combination:
    """Hold vectors, the coefficients of a combination, and its result."""

    vectors: tuple[Integers, ...]
    coefficients: Integers
    result: Integers


def combination(rng: Rng, n: int, *, count: int = 2, largest: int = 4) -> Combination:
    """Return independent vectors and a combination of them.

    Guarantees: the vectors are independent with entries of size at most `largest`; the coefficients are
    not 0, not all equal and of size at most 4; every entry of the result has at most two digits.
    """

    def make() -> Combination | None:
        vectors = independent_vectors(rng, n, count=count, largest=largest)
        coefficients = tuple(nonzero(rng, 4) for _ in range(count))
        result = tuple(dot(coefficients, column) for column in zip(*vectors, strict=True))
        if (count > 1 and len(set(coefficients)) == 1) or max(abs(r) for r in result) > 99 or not any(result):
            return None
        return Combination(vectors, coefficients, result)

    return attempt(make, "combination")


def independent_vectors(rng: Rng, n: int, *, count: int, largest: int = 4) -> tuple[Integers, ...]:
    """Return `count` ≤ n independent vectors of n entries, of size at most `largest`, each without common
    factor.

    Raises ValueError for more vectors than entries.
    """
    if count > n:
        raise ValueError(f"{count} vectors of {n} entries are dependent")

    def make() -> tuple[Integers, ...] | None:
        vectors = tuple(vector(rng, n, largest=largest) for _ in range(count))
        return vectors if Matrix(vectors).rank == count else None

    return attempt(make, "independent vectors")


def dependent_vectors(rng: Rng, n: int, *, count: int, largest: int = 3) -> Combination:
    """Return vectors of which the last is a combination of the others, and that combination.

    `vectors` holds all `count` of them, `coefficients` those of the others, `result` is the last vector.
    Guarantees: the others are independent; the last is parallel to none of them; entries of the last of
    size at most 20. Raises ValueError for fewer than three vectors or more than n + 1.
    """
    if not 3 <= count <= n + 1:
        raise ValueError("three to n + 1 vectors can depend on each other without two being parallel")

    def make() -> Combination | None:
        found = combination(rng, n, count=count - 1, largest=largest)
        if max(abs(entry) for entry in found.result) > 20:
            return None
        return Combination((*found.vectors, found.result), found.coefficients, found.result)

    return attempt(make, "dependent vectors")
