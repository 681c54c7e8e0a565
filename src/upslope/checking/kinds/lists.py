"""Compare lists of values entry by entry, and say in words how two lists differ."""

from collections.abc import Sequence

from upslope.checking.equality import Decision, equal
from upslope.checking.expr import Expr
from upslope.checking.kinds.base import Judgement, right, undecided, wrong
from upslope.checking.kinds.number import is_rounding

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return "one entry", "three entries"."""
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} {noun if count == 1 else plural or noun + 's'}"


def compare_entries(
    wanted: Sequence[Expr], given: Sequence[Expr], *, sample_seed: int
) -> tuple[Decision, ...]:
    """Decide each pair of entries; the lists have equal length."""
    return tuple(equal(a, b, sample_seed=sample_seed) for a, b in zip(wanted, given, strict=True))


def judge_entries(wanted: Sequence[Expr], given: Sequence[Expr], *, what: str, sample_seed: int) -> Judgement:
    """Judge a vector or point: all entries count, in order."""
    if len(wanted) != len(given):
        found, asked = counted(len(given), "entry", "entries"), counted(len(wanted), "entry", "entries")
        return wrong("length", f"Your {what} has {found}. Asked are {asked}.")
    decisions = compare_entries(wanted, given, sample_seed=sample_seed)
    method = decisions[0].method if decisions else "identical"
    if all(decision.equal for decision in decisions):
        return right(method)
    if any(decision.equal is False for decision in decisions):
        return wrong(method, _difference(wanted, given, decisions, what, sample_seed))
    return undecided()


def _difference(
    wanted: Sequence[Expr],
    given: Sequence[Expr],
    decisions: Sequence[Decision],
    what: str,
    sample_seed: int,
) -> str:
    if all(d.equal for d in compare_entries([-entry for entry in wanted], given, sample_seed=sample_seed)):
        return "All signs are the other ones."
    if matches_all(wanted, given, sample_seed=sample_seed):
        return "The entries are right, but not in this order."
    places = [place for place, decision in enumerate(decisions, 1) if decision.equal is False]
    if all(is_rounding(wanted[place - 1], given[place - 1]) for place in places):
        return "Entries are rounded. Asked are the exact ones, fractions or roots where need be."
    if len(places) == 1 and len(wanted) > 1:
        return f"Entry {places[0]} of your {what} is not right; {_others(len(wanted))}."
    return ""


def _others(count: int) -> str:
    return "the other is" if count == 2 else "the others are"


def matches_all(wanted: Sequence[Expr], given: Sequence[Expr], *, sample_seed: int) -> bool:
    """Tell whether the same values stand in both lists, in whatever order."""
    return len(wanted) == len(given) and len(matching(wanted, given, sample_seed=sample_seed).pairs) == len(
        wanted
    )


class Matching:
    """Hold which wanted value meets which given one, and whether something stayed undecided."""

    def __init__(self, edges: list[list[bool | None]]) -> None:
        self.undecided = any(edge is None for row in edges for edge in row)
        self._edges = edges
        self._owner: dict[int, int] = {}
        for i in range(len(edges)):
            self._augment(i, set())
        self.pairs = {i: j for j, i in self._owner.items()}

    def _augment(self, i: int, seen: set[int]) -> bool:
        """Find a partner for row i, moving others along (H. Kuhn 1955)."""
        for j, edge in enumerate(self._edges[i]):
            if not edge or j in seen:
                continue
            seen.add(j)
            if j not in self._owner or self._augment(self._owner[j], seen):
                self._owner[j] = i
                return True
        return False


def matching(wanted: Sequence[Expr], given: Sequence[Expr], *, sample_seed: int) -> Matching:
    """Return a largest matching of equal values."""
    return Matching([[equal(a, b, sample_seed=sample_seed).equal for b in given] for a in wanted])
