"""Each building block keeps the guarantee of its docstring, on every seed tried."""

import operator
from fractions import Fraction
from math import gcd, isqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.checking import Expr, Matrix
from upslope.core.rng import Rng
from upslope.problems import objects

seeds = st.integers(0, 10**6).map(lambda seed: Rng("objects", seed))
X = Expr.symbol("x")


def size(matrix: Matrix) -> Fraction:
    return max(abs(entry) for row in matrix.rows for entry in row)


def parallel(u, v) -> bool:
    return Matrix([u, v]).rank < 2


def distinct_lines(matrix: Matrix) -> bool:
    return len(set(matrix.rows)) == matrix.height and len(set(matrix.T.rows)) == matrix.width


shapes = st.sampled_from(
    [(2, 4, 2, False), (3, 5, 3, True), (3, 4, 2, True), (3, 3, 2, False), (2, 3, 1, False), (4, 5, 3, True)]
)


@given(seeds, shapes)
def test_matrix_of_rank(rng, shape):
    m, n, rank, scramble = shape
    A = objects.matrix_of_rank(rng, m, n, rank=rank, scramble_columns=scramble)
    assert (A.height, A.width, A.rank) == (m, n, rank)
    assert A.is_integer
    assert size(A) <= 12
    assert A.rref.is_integer
    assert size(A.rref) <= 3
    assert distinct_lines(A)
    assert all(any(column) for column in A.T.rows)
    assert not set(A.rows) & set(A.rref.rows)
    assert (A.pivots != tuple(range(rank))) == scramble
    if rank > 1:
        rows = [*A.rows, *A.rref.rows[:rank]]
        assert not any(parallel(u, v) for i, u in enumerate(rows) for v in rows[:i])


@given(seeds)
def test_pivots_stand_where_asked(rng):
    assert objects.matrix_of_rank(rng, 3, 5, rank=3, pivots=(0, 2, 4)).pivots == (0, 2, 4)


@pytest.mark.parametrize(
    "options",
    [
        {"rank": 4},
        {"rank": 0},
        {"rank": 1, "scramble_columns": True},
        {"rank": 2, "pivots": (1, 2)},
        {"rank": 2, "pivots": (0,)},
    ],
)
def test_matrices_that_cannot_be_are_refused(options):
    with pytest.raises(ValueError, match=r"rank|pivots"):
        objects.matrix_of_rank(Rng("x"), 3, 4, **options)


@given(seeds, st.sampled_from([(2, 5), (3, 9), (4, 9)]))
def test_invertible_pair(rng, sizes):
    n, largest = sizes
    pair = objects.invertible_pair(rng, n, largest=largest)
    assert pair.matrix @ pair.inverse == Matrix.identity(n)
    assert pair.matrix.is_integer
    assert pair.inverse.is_integer
    assert max(size(pair.matrix), size(pair.inverse)) <= largest
    assert distinct_lines(pair.matrix)
    assert n > 2 or 0 not in (entry for row in pair.matrix.rows for entry in row)
    assert abs(objects.unimodular(rng, n, largest=largest).det()) == 1


@given(seeds, st.sampled_from([(2, -1), (3, 4), (0, 5), (2, -1, 3), (1, 1, -2)]))
def test_with_eigenvalues(rng, values):
    found = objects.with_eigenvalues(rng, values)
    for value, vector in zip(found.values, found.vectors, strict=True):
        assert found.matrix.times(vector) == tuple(value * entry for entry in vector)
        assert gcd(*vector) == 1
    assert found.S @ found.D @ found.S.inverse() == found.matrix
    assert abs(found.S.det()) == 1
    assert size(found.matrix) <= 15
    assert not found.matrix.is_symmetric
    assert distinct_lines(found.matrix)
    for i in range(len(values)):
        assert any(found.matrix[i, j] for j in range(len(values)) if j != i)
        assert any(found.matrix[j, i] for j in range(len(values)) if j != i)


@given(seeds, st.sampled_from([2, 3]))
def test_defective(rng, n):
    found = objects.defective(rng, n)
    shifted = found.matrix - found.value * Matrix.identity(n)
    assert shifted.rank == n - 1
    assert shifted**n == Matrix.zeros(n, n)
    assert found.matrix.times(found.vector) == tuple(found.value * entry for entry in found.vector)
    assert size(found.matrix) <= 12


@given(seeds, st.sampled_from([2, 3]))
def test_symmetric_with_eigenpairs(rng, n):
    found = objects.symmetric_with_eigenpairs(rng, n)
    assert found.matrix.is_symmetric
    assert found.matrix.is_integer
    assert size(found.matrix) <= 9
    assert len(set(found.values)) == n
    for i, (value, vector) in enumerate(zip(found.values, found.vectors, strict=True)):
        assert found.matrix.times(vector) == tuple(value * entry for entry in vector)
        assert gcd(*vector) == 1
        assert all(objects.dot(vector, other) == 0 for other in found.vectors[:i])
        assert any(found.matrix[i, j] for j in range(n) if j != i)


def leading_minors(A: Matrix) -> list[Fraction]:
    return [Matrix([row[:k] for row in A.rows[:k]]).det() for k in range(1, A.height + 1)]


@given(seeds, st.sampled_from([2, 3]))
def test_definite_and_indefinite(rng, n):
    positive = objects.positive_definite(rng, n)
    assert all(minor > 0 for minor in leading_minors(positive.matrix))
    mixed = objects.indefinite(rng, n)
    assert leading_minors(mixed.matrix)[-1] < 0 < leading_minors(mixed.matrix)[0]
    assert all(mixed.matrix[i, i] > 0 for i in range(n))
    for found in (positive, mixed):
        assert found.L @ Matrix.diagonal(found.pivots) @ found.L.T == found.matrix
        assert size(found.matrix) <= 15
        assert any(found.matrix[i, j] for i in range(n) for j in range(i))


@given(seeds, st.sampled_from([(2, 1), (3, 1), (3, 2)]))
def test_semidefinite(rng, sizes):
    n, rank = sizes
    found = objects.semidefinite(rng, n, rank=rank)
    assert found.is_symmetric
    assert found.rank == rank
    assert distinct_lines(found)
    assert size(found) <= 15
    assert all(found[i, i] * found[j, j] >= found[i, j] ** 2 for i in range(n) for j in range(i))


@given(seeds, st.sampled_from([2, 3]), st.sampled_from([0, 1]))
def test_lu_pair(rng, n, exchanges):
    found = objects.lu_pair(rng, n, exchanges=exchanges)
    assert found.P @ found.A == found.L @ found.U
    assert all(found.L[i, i] == 1 for i in range(n))
    assert all(found.U[i, i] != 0 for i in range(n))
    assert size(found.A) <= 12
    rows, exchanged = [list(row) for row in found.A.rows], []
    for j in range(n):  # eliminate, exchanging with the nearest row below where a pivot is 0
        if rows[j][j] == 0:
            below = next(i for i in range(j + 1, n) if rows[i][j])
            rows[j], rows[below] = rows[below], rows[j]
            exchanged.append((j, below))
        for i in range(j + 1, n):
            factor = rows[i][j] / rows[j][j]
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[j], strict=True)]
    assert tuple(exchanged) == found.exchanges
    assert len(exchanged) == exchanges
    assert Matrix(rows) == found.U


@given(seeds, st.sampled_from([2, 3]))
def test_orthogonal_and_qr(rng, n):
    Q = objects.orthogonal_rational(rng, n)
    assert Matrix.identity(n) == Q.T @ Q
    assert all(entry.denominator in (3, 5, 7, 13) and entry != 0 for row in Q.rows for entry in row)
    pair = objects.qr_pair(rng, n)
    assert pair.Q @ pair.R == pair.A
    assert Matrix.identity(n) == pair.Q.T @ pair.Q
    assert pair.A.is_integer
    assert size(pair.A) <= 20
    assert all(pair.R[i, i] > 0 for i in range(n))
    assert all(pair.R[i, j] == 0 for i in range(n) for j in range(i))
    assert any(pair.R[i, j] for i in range(n) for j in range(i + 1, n))


@given(seeds)
def test_svd_triple(rng):
    found = objects.svd_triple(rng)
    assert found.U @ Matrix.diagonal(found.sigma) @ found.V.T == found.A
    assert found.U.T @ found.U == found.V.T @ found.V == Matrix.identity(2)
    assert found.A.is_integer
    assert 20 >= found.sigma[0] > found.sigma[1] > 0


@given(seeds, st.sampled_from([(2, 1, False), (3, 1, False), (3, 2, False), (3, 2, True), (4, 2, True)]))
def test_projection_problem(rng, options):
    m, n, line = options
    found = objects.projection_problem(rng, m, n, line=line)
    assert found.A.rank == n
    assert found.A.times(found.x_hat) == found.p
    assert tuple(p + e for p, e in zip(found.p, found.e, strict=True)) == found.b
    assert not any(found.A.T.times(found.e))
    assert any(found.e)
    assert any(found.p)
    assert max(map(abs, found.b)) <= 15
    if line:
        assert set(found.A.column(0)) == {1}
        assert len(set(found.A.column(1))) == m


@given(seeds, st.sampled_from([2, 3]))
def test_markov(rng, n):
    found = objects.markov(rng, n)
    assert all(sum(column) == 1 for column in found.matrix.T.rows)
    assert all(entry > 0 for row in found.matrix.rows for entry in row)
    assert found.matrix.times(found.steady) == found.steady
    assert sum(found.steady) == 1
    assert all(p > 0 and p.denominator <= 60 for p in found.steady)


@given(seeds, st.integers(2, 4))
def test_vectors(rng, n):
    v = objects.vector(rng, n, largest=5)
    assert gcd(*v) == 1
    assert 0 not in v
    assert max(map(abs, v)) <= 5
    assert objects.vector(rng, n, zeros=1).count(0) == 1
    whole = objects.vector_of_whole_length(rng, n)
    assert isqrt(objects.length_squared(whole)) ** 2 == objects.length_squared(whole) <= 17**2
    pair = objects.orthogonal_pair(rng, n)
    assert pair.dot == 0
    assert 0 not in pair.u
    assert max(map(abs, (*pair.u, *pair.v))) <= 6
    assert sum(1 for entry in pair.v if entry) >= 2


@given(seeds, st.sampled_from([(2, 2), (3, 2), (3, 3), (4, 3)]))
def test_combinations(rng, sizes):
    n, count = sizes
    found = objects.combination(rng, n, count=count)
    assert Matrix(found.vectors).rank == count
    assert Matrix(found.vectors).T.times(found.coefficients) == found.result
    assert 0 not in found.coefficients
    assert len(set(found.coefficients)) > 1
    dependent = objects.dependent_vectors(rng, 3, count=3)
    *others, last = dependent.vectors
    assert last == dependent.result
    assert Matrix(others).T.times(dependent.coefficients) == last
    assert Matrix(dependent.vectors).rank == 2
    assert not any(parallel(last, other) for other in others)


@given(seeds, st.sampled_from([2, 3]))
def test_systems_with_one_solution(rng, n):
    found = objects.linear_system(rng, n, n)
    assert found.A.rank == n
    assert found.A.times(found.solution) == found.b
    assert 0 not in found.solution
    assert len(set(found.solution)) > 1
    assert all(found.A.column(0))
    assert size(found.A) <= 6
    assert max(map(abs, found.b)) <= 60


@given(seeds, st.sampled_from([(2, 2), (3, 3), (2, 3), (3, 4)]))
def test_systems_with_many_solutions(rng, shape):
    found = objects.linear_system(rng, *shape, solutions="many")
    assert found.A.times(found.solution) == found.b
    assert found.A.nullity >= 1
    assert found.augmented.rank == found.A.rank


@given(seeds, st.sampled_from([(2, 2), (3, 3), (3, 2)]))
def test_systems_without_solution(rng, shape):
    found = objects.linear_system(rng, *shape, solutions="none")
    assert found.solution is None
    assert found.augmented.rank == found.A.rank + 1
    assert all(any(row) for row in found.A.rows)


@given(seeds, st.sampled_from(["whole", "rational", "double", "irrational", "none"]), st.booleans())
def test_nice_quadratic(rng, roots, monic):
    if roots == "rational" and monic:
        return  # rational roots of a monic quadratic are whole
    q = objects.nice_quadratic(rng, roots=roots, monic=monic)
    assert 0 not in (q.a, q.b, q.c)
    assert not monic or q.a == 1
    assert len(q.roots) == {"double": 1, "none": 0}.get(roots, 2)
    if roots in ("whole", "rational", "double"):
        values = [root.evaluate() for root in q.roots]
        assert all(q.expr().evaluate(x=value) == 0 for value in values)
        assert values == sorted(values)
        assert all(abs(value) <= 9 for value in values)
        assert all(value.denominator == 1 for value in values) == (roots != "rational") or roots == "double"
    elif roots == "irrational":
        assert isqrt(q.discriminant) ** 2 != q.discriminant <= 200
        low, high = (float_of(root) for root in q.roots)
        assert low < high
        for value in (low, high):
            assert abs(q.a * value**2 + q.b * value + q.c) < Fraction(1, 10**6)
    else:
        assert q.discriminant < 0


def float_of(expr: Expr) -> Fraction:
    from upslope.problems.rounding import rounded_value

    return rounded_value(expr, 12)


@given(seeds, st.integers(1, 4), st.sampled_from([1, -1, 2]))
def test_polynomial(rng, count, leading):
    roots = objects.whole_roots(rng, count)
    assert roots == tuple(sorted(set(roots)))
    p = objects.polynomial(roots, leading=leading)
    assert all(p(root) == 0 for root in roots)
    assert p.coefficients[0] == leading
    for x in (-3, 0, Fraction(1, 2), 7):
        assert p.expr().evaluate(x=x) == p.factored().evaluate(x=x) == p(x)


def test_a_polynomial_is_written_without_zeros_and_ones():
    assert objects.polynomial_expr((1, 0, -1, 0)).text() == "x^3 - x"
    assert objects.polynomial_expr((0, 0)).text() == "0"
    assert objects.polynomial((2, 0)).factored().text() == "(x - 2)*x"


@given(seeds)
def test_cubic_with_extrema(rng):
    f = objects.cubic_with_extrema(rng)
    a, b, c, _ = f.coefficients
    low, high = f.roots
    assert low < high
    assert low != -high
    assert all(3 * a * x**2 + 2 * b * x + c == 0 for x in f.roots)
    assert abs(a) in (1, 2)


@given(seeds, st.sampled_from(["equal", "multiple", "common", "coprime"]))
def test_fraction_pair(rng, denominators):
    p, q = objects.fraction_pair(rng, denominators=denominators)
    m, n = p.denominator, q.denominator
    assert 0 < p < 1
    assert 0 < q < 1
    assert p != q
    assert (p + q).denominator > 1
    common = gcd(m, n)
    assert {
        "equal": m == n,
        "multiple": m != n and common in (m, n),
        "common": 1 < common < min(m, n),
        "coprime": common == 1,
    }[denominators]
    assert abs(objects.proper_fraction(rng, signed=True)) < 1


@given(seeds, st.sampled_from(["power", "sin", "cos", "exp", "ln", "sqrt"]), st.sampled_from([1, 2]))
def test_composition(rng, outer, degree):
    found = objects.composition(rng, outer=(outer,), degree=degree)
    assert found.outer == outer
    step = Fraction(1, 10**4)
    at = [float_of(found.expr.substitute(x=1 + k * step)) for k in (-1, 1)]
    slope = (at[1] - at[0]) / (2 * step)
    exact = float_of(found.derivative.substitute(x=Expr.number(1)))
    assert abs(slope - exact) <= Fraction(1, 100) * max(1, abs(exact))


@given(seeds, st.sampled_from(["linear", "absolute", "quadratic", "double"]))
def test_interval_problem(rng, kind):
    found = objects.interval_problem(rng, kind)
    holds = {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}[found.sign]
    seen = set()
    for k in range(-120, 121):
        x = Fraction(k, 8)
        left = found.left.evaluate(x=x)
        left = abs(left) if kind == "absolute" else left
        true = holds(left, found.right) and (found.low is None or holds(found.low, left))
        assert true == any(inside(x, piece) for piece in found.pieces), (found, x)
        seen.add(true)
    assert seen == {True, False}


def inside(x, piece) -> bool:
    above = piece.low is None or x > piece.low or (x == piece.low and piece.low_closed)
    below = piece.high is None or x < piece.high or (x == piece.high and piece.high_closed)
    return above and below


@given(seeds, st.integers(3, 5))
def test_finite_distribution(rng, n):
    found = objects.finite_distribution(rng, n)
    assert sum(found.probabilities) == 1
    assert all(p > 0 for p in found.probabilities)
    assert list(found.values) == sorted(set(found.values))
    assert found.mean not in (0, Fraction(sum(found.values), n))
    spread = [(x - found.mean) ** 2 for x in found.values]
    assert found.variance == sum(p * s for p, s in zip(found.probabilities, spread, strict=True)) > 0


@given(seeds, st.booleans())
def test_joint_table(rng, independent):
    table = objects.joint_table(rng, 2, 3, independent=independent)
    assert sum(table.row_sums) == sum(table.column_sums) == 1
    assert table.independent is independent
    assert all(entry > 0 for row in table.rows for entry in row)


@given(seeds)
def test_confusion_table(rng):
    found = objects.confusion_table(rng)
    assert found.total == 100
    assert min(found.true_positive, found.false_positive, found.false_negative, found.true_negative) >= 1
    assert len({found.precision, found.recall, found.accuracy}) == 3
    assert found.f1 == 2 / (1 / found.precision + 1 / found.recall)
    assert found.false_positive != found.false_negative


@given(seeds, st.booleans())
def test_dataset(rng, separable):
    data = objects.dataset(rng, 6, 2, separable=separable)
    assert len(set(data.points)) == 6
    assert min(data.labels.count(1), data.labels.count(-1)) >= 2
    if separable:
        for point, label in zip(data.points, data.labels, strict=True):
            assert label * (objects.dot(data.weights, point) + data.bias) >= 1
    else:
        own, middle = data.labels[-1], data.points[-1]
        others = [p for p, label in zip(data.points, data.labels, strict=True) if label != own]
        doubled = tuple(2 * entry for entry in middle)
        assert any(
            tuple(a + b for a, b in zip(p, q, strict=True)) == doubled
            for p in others
            for q in others
            if p != q
        )


@given(seeds, st.sampled_from([(2, 2, 1), (3, 3, 2), (2, 3, 2, 1), (2, 1, 1), (3, 2)]))
def test_network(rng, widths):
    found = objects.network(rng, widths)
    signal = found.x
    for index, layer in enumerate(found.layers, 1):
        z = tuple(value + b for value, b in zip(layer.W.times(signal), layer.b, strict=True))
        assert z == layer.z
        assert 0 not in z
        assert all(entry for row in layer.W.rows for entry in row)
        if index < len(found.layers):
            dead = sum(1 for value in z if value < 0)
            assert dead <= len(z) / 2
            assert dead >= (len(z) > 1)
            assert layer.a == tuple(max(value, 0) for value in z)
        else:
            assert layer.a == z == found.output
        signal = layer.a
    assert len(set(found.output)) == widths[-1]


@given(seeds, st.integers(2, 5))
def test_logits_softmax_and_embedding(rng, n):
    scores = objects.logits(rng, n)
    assert len(set(scores)) == n
    softmax = objects.softmax_problem(rng, n)
    assert sum(softmax.probabilities) == 1
    ratio = Fraction(softmax.counts[0], softmax.counts[1])
    assert softmax.probabilities[0] / softmax.probabilities[1] == ratio
    table = objects.embedding(rng, n, 3)
    assert not any(
        row in (other, tuple(-entry for entry in other))
        for i, row in enumerate(table.rows)
        for other in table.rows[:i]
    )


@given(seeds, st.sampled_from([2, 3]))
def test_attention(rng, positions):
    found = objects.attention(rng, positions, 4)
    assert found.Q @ found.K.T * Fraction(1, 2) == found.scores
    assert found.scores.is_integer
    assert size(found.scores) <= 9
    assert all(row.count(max(row)) == 1 for row in found.scores.rows)


@given(seeds)
def test_conv_stack(rng):
    layers = objects.conv_stack(rng, 3)
    assert any(layer.stride == 2 for layer in layers)
    side = layers[0].side_in
    assert 24 <= side <= 64
    for layer in layers:
        assert layer.side_in == side
        padded = side + 2 * layer.padding
        side = sum(1 for i in range(0, padded, layer.stride) if i + layer.kernel <= padded)
        assert layer.side_out == side >= 4


GRAPHS = [("+", "*", "+", "*"), ("*", "+", "relu", "max", "*"), ("*", "max", "+")]


def run(graph, values: dict[str, Fraction]) -> Fraction:
    for node in graph.nodes:
        a = [values[name] for name in node.operands]
        if node.operation != "input":
            values[node.name] = {
                "+": lambda a=a: a[0] + a[1],
                "*": lambda a=a: a[0] * a[1],
                "max": lambda a=a: max(a),
                "relu": lambda a=a: max(a[0], 0),
            }[node.operation]()
    return values[graph.output.name]


@given(seeds, st.sampled_from(GRAPHS))
def test_gradients_of_tiny_graphs_are_difference_quotients(rng, operations):
    graph = objects.tiny_graph(rng, operations=operations)
    inputs = {node.name: Fraction(node.value) for node in graph.inputs}
    assert run(graph, dict(inputs)) == graph.output.value
    assert graph.output.gradient == 1
    h = Fraction(1, 10**6)
    for node in graph.inputs:
        ahead = run(graph, {**inputs, node.name: node.value + h})
        behind = run(graph, {**inputs, node.name: node.value - h})
        assert abs((ahead - behind) / (2 * h) - node.gradient) < Fraction(1, 1000)
        assert node.gradient != 0
        assert graph.node(node.name) is node
    uses = [name for node in graph.nodes for name in node.operands]
    assert max(uses.count(node.name) for node in graph.nodes) >= 2
    assert {node.name for node in graph.nodes[:-1]} <= set(uses)


@given(seeds)
def test_proof(rng):
    ordering = objects.proof(rng, ["a", "b", "c", "d"], before=[(0, 1), (0, 2)])
    position = {item: ordering.shown.index(item) for item in range(4)}
    assert position[0] > position[1] or position[0] > position[2]
    with pytest.raises(ValueError, match="three"):
        objects.proof(rng, ["a", "b"])


def test_every_block_is_drawn_alike_from_equal_streams():
    for draw in (
        lambda rng: objects.matrix_of_rank(rng, 3, 5, rank=3),
        lambda rng: objects.tiny_graph(rng),
        lambda rng: objects.network(rng, (2, 2, 1)),
        lambda rng: objects.linear_system(rng, 3, 3),
    ):
        assert draw(Rng("a", 1)) == draw(Rng("a", 1)) != draw(Rng("a", 2))
