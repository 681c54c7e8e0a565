"""Draw tiny networks, logits and attention problems with whole numbers and no value on a kink."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from upslope.checking import Matrix
from upslope.core.rng import Rng
from upslope.problems.objects.integers import attempt, nonzero
from upslope.problems.objects.vectors import dot, vector

Integers = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """Hold one dense layer with what it does to the input drawn: z = W a + b."""

    W: Matrix
    b: Integers
    z: Integers
    """Before the activation."""
    a: Integers
    """After it: max(z, 0) in hidden layers, z itself in the last."""


@dataclass(frozen=True, slots=True)
class Network:
    """Hold a ReLU network and one forward pass through it."""

    x: Integers
    layers: tuple[Layer, ...]

    @property
    def output(self) -> Integers:
        """Return what the last layer gives."""
        return self.layers[-1].a


def network(rng: Rng, widths: Sequence[int], *, largest: int = 3) -> Network:
    """Return a fully connected network with the given widths (input, hidden …, output), ReLU between them.

    Guarantees: whole weights (not 0) and biases of size at most `largest`; no value before an activation
    is 0; in each hidden layer at least one unit is alive, and with two or more units at least one and at
    most half are dead; the outputs are not 0, different from each other and of size at most 60. Raises
    ValueError for one width.
    """
    if len(widths) < 2:
        raise ValueError("a network has an input and an output")

    def make() -> Network | None:
        x = tuple(nonzero(rng, largest) for _ in range(widths[0]))
        layers: list[Layer] = []
        signal = x
        for index, width in enumerate(widths[1:], 1):
            hidden = index < len(widths) - 1
            layer = _layer(rng, signal, width, largest, hidden=hidden)
            if layer is None:
                return None
            layers.append(layer)
            signal = layer.a
        if len(set(signal)) < len(signal) or max(map(abs, signal)) > 60:
            return None
        return Network(x, tuple(layers))

    return attempt(make, "network")


def _layer(rng: Rng, signal: Integers, width: int, largest: int, *, hidden: bool) -> Layer | None:
    rows = [[nonzero(rng, largest) for _ in signal] for _ in range(width)]
    b = tuple(rng.integer(-largest, largest) for _ in range(width))
    z = tuple(dot(row, signal) + shift for row, shift in zip(rows, b, strict=True))
    if 0 in z:
        return None
    dead = sum(1 for value in z if value < 0)
    if hidden and not (dead <= width / 2 if width < 2 else 1 <= dead <= width / 2):
        return None
    a = tuple(max(value, 0) for value in z) if hidden else z
    return Layer(Matrix(rows), b, z, a)


def logits(rng: Rng, n: int, *, largest: int = 6) -> Integers:
    """Return n whole scores, all different, of size at most `largest`, not sorted in either direction
    (for n ≥ 3)."""

    def make() -> Integers | None:
        scores = rng.sample(range(-largest, largest + 1), n)
        return tuple(scores) if n < 3 or scores not in (sorted(scores), sorted(scores)[::-1]) else None

    return attempt(make, "logits")


@dataclass(frozen=True, slots=True)
class SoftmaxProblem:
    """Hold logits ln k₁, …, ln kₙ and the softmax they give: kᵢ divided by the sum."""

    counts: Integers
    probabilities: tuple[Fraction, ...]


def softmax_problem(rng: Rng, n: int, *, largest: int = 8) -> SoftmaxProblem:
    """Return logits ln k whose softmax is rational.

    Guarantees: counts k distinct, from 1 to `largest`; denominators of the probabilities at most n ·
    `largest`; not sorted for n ≥ 3.
    """

    def make() -> SoftmaxProblem | None:
        counts = rng.sample(range(1, largest + 1), n)
        if n >= 3 and counts in (sorted(counts), sorted(counts)[::-1]):
            return None
        return SoftmaxProblem(tuple(counts), tuple(Fraction(k, sum(counts)) for k in counts))

    return attempt(make, "softmax problem")


def embedding(rng: Rng, words: int, d: int, *, largest: int = 4) -> Matrix:
    """Return an embedding table with one row for each word.

    Guarantees: whole entries of size at most `largest`; no zero row, no two rows equal or opposite.
    """

    def make() -> Matrix | None:
        rows = [vector(rng, d, largest=largest) for _ in range(words)]
        directions = {max(row, tuple(-entry for entry in row)) for row in rows}
        return Matrix(rows) if len(directions) == words else None

    return attempt(make, "embedding table")


@dataclass(frozen=True, slots=True)
class AttentionProblem:
    """Hold queries, keys and values (rows are positions) with the scores Q Kᵀ / √d."""

    Q: Matrix
    K: Matrix
    V: Matrix
    scores: Matrix


def attention(rng: Rng, positions: int, d: int = 4, *, largest: int = 3) -> AttentionProblem:
    """Return the pieces of one attention head.

    Guarantees: whole entries of size at most `largest`; scores whole of size at most 9; each row of
    scores has one largest entry and at least two different values. Raises ValueError unless d is a square.
    """
    root = isqrt(d)
    if root * root != d:
        raise ValueError("with d a square, √d is whole")

    def make() -> AttentionProblem | None:
        K = [[rng.integer(-largest, largest) for _ in range(d)] for _ in range(positions)]
        Q: list[list[int]] = []
        scores: list[list[int]] = []
        for _ in range(positions):
            found = _query(rng, K, d, root, largest)
            if found is None:
                return None
            Q.append(found[0])
            scores.append(found[1])
        V = [[rng.integer(-largest, largest) for _ in range(d)] for _ in range(positions)]
        distinct = all(len({tuple(row) for row in rows}) == positions for rows in (Q, K, V))
        return AttentionProblem(*(Matrix(rows) for rows in (Q, K, V, scores))) if distinct else None

    return attempt(make, "attention problem")


def _query(
    rng: Rng, keys: list[list[int]], d: int, root: int, largest: int
) -> tuple[list[int], list[int]] | None:
    """Return a query with whole, bounded scores and one winner, None if none is found soon."""
    for _ in range(60):
        query = [rng.integer(-largest, largest) for _ in range(d)]
        products = [dot(query, key) for key in keys]
        if any(p % root for p in products):
            continue
        scores = [p // root for p in products]
        if max(map(abs, scores)) <= 9 and scores.count(max(scores)) == 1:
            return query, scores
    return None


@dataclass(frozen=True, slots=True)
class ConvLayer:
    """Hold one convolution or pooling layer along one side: n → out."""

    kernel: int
    stride: int
    padding: int
    side_in: int
    side_out: int


def conv_stack(rng: Rng, depth: int, *, smallest: int = 4) -> tuple[ConvLayer, ...]:
    """Return layers that follow each other.

    Guarantees: kernels 2, 3, 5 or 7, strides 1 or 2, padding less than half the kernel; at least one
    stride of 2 from depth 2 on; every side is at least `smallest`, the first between 24 and 64.
    """

    def make() -> tuple[ConvLayer, ...] | None:
        side = rng.integer(24, 64)
        layers: list[ConvLayer] = []
        for _ in range(depth):
            kernel, stride = rng.choice((2, 3, 3, 5, 7)), rng.choice((1, 1, 2))
            padding = rng.integer(0, (kernel - 1) // 2)
            out = (side + 2 * padding - kernel) // stride + 1
            layers.append(ConvLayer(kernel, stride, padding, side, out))
            side = out
        if side < smallest or (depth >= 2 and all(layer.stride == 1 for layer in layers)):
            return None
        return tuple(layers)

    return attempt(make, "stack of layers")
