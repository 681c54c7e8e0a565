"""Find the rank of vectors with irrational entries in ball arithmetic."""

from collections.abc import Sequence

from flint import acb

from upslope.checking.balls import PRECISIONS, evaluate_ball, precision
from upslope.checking.expr import Expr

_TINY = 1e-100


def ball_rank(vectors: Sequence[Sequence[Expr]]) -> int | None:
    """Return the rank, or None if it cannot be told.

    A pivot is certified not to be zero; what is taken for zero holds zero in a ball below 1e-100.
    """
    for bits in PRECISIONS[1:]:
        with precision(bits):
            rows = [[evaluate_ball(entry, {}) for entry in vector] for vector in vectors]
            rank = _eliminate(rows)
        if rank is not None:
            return rank
    return None


def _eliminate(rows: list[list[acb]]) -> int | None:
    rank = 0
    for j in range(len(rows[0]) if rows else 0):
        candidates = [row[j] for row in rows[rank:]]
        if any(not entry.is_finite() for entry in candidates):
            return None
        sure = [i for i, entry in enumerate(candidates) if not entry.contains(0)]
        if any(entry.contains(0) and not entry.rad() < _TINY for entry in candidates):
            return None
        if not sure:
            continue
        best = max(
            sure, key=lambda i: float(abs(candidates[i]).mid()) if abs(candidates[i]) < 1e300 else 1e300
        )
        rows[rank], rows[rank + best] = rows[rank + best], rows[rank]
        top = rows[rank]
        for i in range(rank + 1, len(rows)):
            factor = rows[i][j] / top[j]
            rows[i] = [a - factor * b for a, b in zip(rows[i], top, strict=True)]
        rank += 1
        if rank == len(rows):
            break
    return rank
