"""Draw distributions, tables, confusion counts and small data sets with readable fractions."""

from dataclasses import dataclass
from fractions import Fraction

from upslope.core.rng import Rng
from upslope.problems.objects.integers import attempt
from upslope.problems.objects.vectors import dot, vector


def shares(rng: Rng, n: int, total: int) -> tuple[int, ...]:
    """Return n positive whole numbers that add up to `total`. Raises ValueError if total < n."""
    if total < n:
        raise ValueError(f"{total} cannot be shared among {n}")
    cuts = sorted(rng.sample(range(1, total), n - 1))
    return tuple(b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True))


@dataclass(frozen=True, slots=True)
class Distribution:
    """Hold values in rising order with their probabilities."""

    values: tuple[int, ...]
    probabilities: tuple[Fraction, ...]

    @property
    def mean(self) -> Fraction:
        """Return the expected value."""
        return sum((p * x for p, x in zip(self.probabilities, self.values, strict=True)), Fraction(0))

    @property
    def variance(self) -> Fraction:
        """Return the expected squared distance from the mean."""
        squares = (p * x * x for p, x in zip(self.probabilities, self.values, strict=True))
        return sum(squares, Fraction(0)) - self.mean**2


def finite_distribution(rng: Rng, n: int, *, denominator: int = 10, largest: int = 9) -> Distribution:
    """Return a distribution on n whole values.

    Guarantees: distinct values of size at most `largest`; positive probabilities that add up to 1, with
    the given denominator (before reducing), not all equal; the mean is none of 0 and the plain average of
    the values.
    """

    def make() -> Distribution | None:
        parts = shares(rng, n, denominator)
        values = tuple(sorted(rng.sample(range(-largest, largest + 1), n)))
        found = Distribution(values, tuple(Fraction(part, denominator) for part in parts))
        if len(set(parts)) == 1 or found.mean in (0, Fraction(sum(values), n)):
            return None
        return found

    return attempt(make, "distribution")


@dataclass(frozen=True, slots=True)
class JointTable:
    """Hold P(X = i, Y = j) as rows (X) and columns (Y)."""

    rows: tuple[tuple[Fraction, ...], ...]

    @property
    def row_sums(self) -> tuple[Fraction, ...]:
        """Return the marginal distribution of X."""
        return tuple(sum(row, Fraction(0)) for row in self.rows)

    @property
    def column_sums(self) -> tuple[Fraction, ...]:
        """Return the marginal distribution of Y."""
        return tuple(sum(column, Fraction(0)) for column in zip(*self.rows, strict=True))

    @property
    def independent(self) -> bool:
        """Return whether every entry is the product of its marginals."""
        return all(
            entry == p * q
            for row, p in zip(self.rows, self.row_sums, strict=True)
            for entry, q in zip(row, self.column_sums, strict=True)
        )


def joint_table(rng: Rng, m: int, n: int, *, independent: bool, denominator: int = 20) -> JointTable:
    """Return a joint distribution of two variables.

    Guarantees: positive entries that add up to 1; independence as asked; dependent: entries have the
    given denominator; independent: marginals in tenths, entries in hundredths; no two rows equal.
    """

    def make() -> JointTable | None:
        if independent:
            p, q = ([Fraction(k, 10) for k in shares(rng, size, 10)] for size in (m, n))
            table = JointTable(tuple(tuple(a * b for b in q) for a in p))
        else:
            flat = [Fraction(k, denominator) for k in shares(rng, m * n, denominator)]
            table = JointTable(tuple(tuple(flat[i * n : (i + 1) * n]) for i in range(m)))
        suits = table.independent is independent and len(set(table.rows)) == m
        return table if suits else None

    return attempt(make, "joint table")


@dataclass(frozen=True, slots=True)
class Confusion:
    """Count the four cases of a yes-or-no classifier."""

    true_positive: int
    false_positive: int
    false_negative: int
    true_negative: int

    @property
    def total(self) -> int:
        """Return the number of cases."""
        return self.true_positive + self.false_positive + self.false_negative + self.true_negative

    @property
    def precision(self) -> Fraction:
        """Return the share of right ones among those marked positive."""
        return Fraction(self.true_positive, self.true_positive + self.false_positive)

    @property
    def recall(self) -> Fraction:
        """Return the share of the positive ones that were found."""
        return Fraction(self.true_positive, self.true_positive + self.false_negative)

    @property
    def accuracy(self) -> Fraction:
        """Return the share of right answers."""
        return Fraction(self.true_positive + self.true_negative, self.total)

    @property
    def f1(self) -> Fraction:
        """Return the harmonic mean of precision and recall."""
        return Fraction(
            2 * self.true_positive, 2 * self.true_positive + self.false_positive + self.false_negative
        )


def confusion_table(rng: Rng, *, total: int = 100) -> Confusion:
    """Return the counts of a classifier.

    Guarantees: they add up to `total`; all four are positive; precision, recall and accuracy are three
    different numbers with denominators of at most 50; false positives and false negatives differ.
    """

    def make() -> Confusion | None:
        positive = rng.integer(total // 10, total // 2)
        found = rng.integer(2, positive - 1) if positive > 3 else 1
        false_alarms = rng.integer(1, (total - positive) // 3)
        table = Confusion(found, false_alarms, positive - found, total - positive - false_alarms)
        rates = (table.precision, table.recall, table.accuracy)
        if len(set(rates)) < 3 or max(rate.denominator for rate in rates) > 50:
            return None
        return table if table.false_positive != table.false_negative else None

    return attempt(make, "confusion table")


@dataclass(frozen=True, slots=True)
class DataSet:
    """Hold labelled points; `weights` and `bias` of a separating line, None where there is none."""

    points: tuple[tuple[int, ...], ...]
    labels: tuple[int, ...]
    weights: tuple[int, ...] | None
    bias: int


def dataset(rng: Rng, n: int, d: int, *, separable: bool = True, largest: int = 5) -> DataSet:
    """Return n whole points in d dimensions with labels -1 and 1.

    Guarantees: distinct points, entries of size at most `largest`, both labels occur at least n // 3 times.
    separable: y (w·x + b) ≥ 1 for every point. Otherwise one point lies midway between two of the other
    label, so that no hyperplane separates them (needs n ≥ 4).
    """

    def make() -> DataSet | None:
        weights, bias = vector(rng, d, largest=3), rng.integer(-3, 3)
        points = {tuple(rng.integer(-largest, largest) for _ in range(d)): None for _ in range(n)}
        labels = [1 if dot(weights, point) + bias > 0 else -1 for point in points]
        if len(points) < n or any(dot(weights, point) + bias == 0 for point in points):
            return None
        if min(labels.count(1), labels.count(-1)) < max(1, n // 3):
            return None
        found = DataSet(tuple(points), tuple(labels), weights, bias)
        return found if separable else _spoilt(found)

    return attempt(make, "data set")


def _spoilt(data: DataSet) -> DataSet | None:
    """Move the last point between two of the other label."""
    own = data.labels[-1]
    others = [p for p, label in zip(data.points[:-1], data.labels[:-1], strict=True) if label != own]
    for i, first in enumerate(others):
        for second in others[i + 1 :]:
            middle = tuple((a + b) // 2 for a, b in zip(first, second, strict=True))
            whole = all((a + b) % 2 == 0 for a, b in zip(first, second, strict=True))
            if whole and middle not in data.points:
                return DataSet((*data.points[:-1], middle), data.labels, None, 0)
    return None
