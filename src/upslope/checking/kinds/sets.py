"""Check sets of values: order and repetition do not matter."""

from upslope.checking.equality import equal
from upslope.checking.expr import Call, Const, Expr, Sum, Sym, add, as_expr, neg
from upslope.checking.kinds.base import Judgement, Kind, right, undecided, wrong
from upslope.checking.kinds.lists import Matching, counted
from upslope.checking.kinds.number import is_rounding
from upslope.checking.kinds.values import (
    expression,
    names_in,
    parsed,
    refuse_decimal_commas,
    refuse_grouped_digits,
    words_of,
)
from upslope.checking.names import GREEK_SIGNS
from upslope.checking.printing_latex import to_latex
from upslope.checking.reading import InputForm
from upslope.checking.spec import SetAnswer
from upslope.checking.structure import Brackets, Joined, Listing, Relation, Tree
from upslope.checking.tokens import Source, UnreadableError
from upslope.checking.verdict import Span
from upslope.checking.walk import nodes, rebuild

MOST_ELEMENTS = 40
ROUNDED_VALUES = "Values are rounded. Asked are the exact ones, fractions or roots where need be."
_EMPTY_WORDS = ("none", "nosolution", "nosolutions", "empty", "emptyset")


class SetKind(Kind[SetAnswer, tuple[Expr, ...]]):
    """Treat a set: {2, 3}; 2, 3; x = 2 or x = 3; ±2."""

    def read(self, spec: SetAnswer, source: Source) -> tuple[Expr, ...]:
        if words_of(source) in _EMPTY_WORDS:
            return ()
        names = names_in(spec.elements)
        refuse_decimal_commas(source)
        known = names | (_solutions(spec.variable) or _letter_before_equals(source))
        tree = parsed(source, known)
        found: list[Expr] = []
        for item in _elements(tree, known - names):
            found.extend(_both_signs(item, source, names))
        if len(found) > MOST_ELEMENTS:
            message = f"These are more than {MOST_ELEMENTS} values."
            raise UnreadableError(message, Span(0, len(source.text)))
        return tuple(found)

    def latex(self, spec: SetAnswer, read: tuple[Expr, ...]) -> str:
        return r"\{" + ", ".join(to_latex(element) for element in read) + r"\}" if read else r"\varnothing"

    def judge(self, spec: SetAnswer, read: tuple[Expr, ...], *, sample_seed: int) -> Judgement:
        wanted = _distinct([as_expr(element) for element in spec.elements], sample_seed)
        given = _distinct(list(read), sample_seed)
        edges = [[equal(a, b, sample_seed=sample_seed).equal for b in given] for a in wanted]
        matching = Matching(edges)
        missing, extra = len(wanted) - len(matching.pairs), len(given) - len(matching.pairs)
        if not missing and not extra:
            return right("matching")
        if matching.undecided:
            return undecided()
        if _are_rounded(wanted, given, matching):
            return wrong("matching", ROUNDED_VALUES)
        return wrong("matching", _difference(missing, extra, len(wanted)) if given else "Your set is empty.")

    def form(self, spec: SetAnswer) -> InputForm:
        accepts = "All values, in any order; separate them by commas."
        return InputForm(
            "math", "Your values", accepts, "-2, 1/3", keys=(r"\frac{□}{□}", r"\sqrt{□}", r"\pm □")
        )


def _solutions(variable: str) -> frozenset[str]:
    """Return the names that solutions go by: x, and with an index x_1, x1, x_{1,2}."""
    if not variable:
        return frozenset()
    written = [variable, *(sign for sign, name in GREEK_SIGNS.items() if name == variable)]
    indexed = {name + joint + digit for name in written for joint in ("", "_") for digit in "0123456789"}
    return frozenset({variable, f"{variable}_1,2"} | indexed)


def _letter_before_equals(source: Source) -> frozenset[str]:
    """Return the letter of `x = 2 or x = 3`: one letter before every equals sign."""
    pieces = [piece.split() for piece in source.text.split("=")[:-1]]
    letters = {words[-1] for words in pieces if words}
    letters = {letter.rpartition("\\")[2] if letter.startswith("\\") else letter[-1:] for letter in letters}
    return frozenset(letters) if len(letters) == 1 and all(map(str.isalpha, letters)) else frozenset()


def _elements(tree: Tree, letters: frozenset[str]) -> tuple[Tree, ...]:
    match tree:
        case Brackets(opening="{", items=items) | Listing(items=items):
            return tuple(inner for item in items for inner in _elements(item, letters))
        case Joined(word="or" | "and" | "union", items=items):
            return tuple(inner for item in items for inner in _elements(item, letters))
        case Const(name="empty"):
            return ()
        case Relation(operands=(Sym(name=name), value), signs=("=",)) if name in letters:
            return _elements(value, letters)
        case Relation(operands=(Sym(name=name), value), signs=("in",)) if name in letters:
            return _elements(value, letters)
        case Brackets(opening=opening, items=items) if len(items) > 1:
            shown = "a point or an interval" if opening == "(" else "a list or an interval"
            raise UnreadableError(f"This reads as {shown}. Write a set in braces: {{1, 2}}.", tree.span)
        case _:
            return (tree,)


def _both_signs(tree: Tree, source: Source, names: frozenset[str]) -> list[Expr]:
    """Return an element, or the two that `±` stands for."""
    if isinstance(tree, Expr) and any(isinstance(n, Call) and n.name == "plusminus" for n in nodes(tree)):
        chosen = [_with_sign(tree, minus=minus) for minus in (False, True)]
        return [expression(item, source, names) for item in chosen]
    refuse_grouped_digits([tree], source)
    return [expression(tree, source, names, what="a set of values")]


def _with_sign(tree: Expr, *, minus: bool) -> Expr:
    """Replace every ± by the same sign."""
    if isinstance(tree, Call) and tree.name == "plusminus":
        of = _with_sign(tree.arguments[0], minus=minus)
        return neg(of) if minus else of
    if isinstance(tree, Sum):
        return add(*(_with_sign(term, minus=minus) for term in tree.terms))
    return rebuild(tree, tuple(_with_sign(child, minus=minus) for child in tree.children))


def _distinct(elements: list[Expr], sample_seed: int) -> list[Expr]:
    """Return the elements without those that certainly equal an earlier one."""
    kept: list[Expr] = []
    for element in elements:
        if not any(equal(other, element, sample_seed=sample_seed).equal for other in kept):
            kept.append(element)
    return kept


def _are_rounded(wanted: list[Expr], given: list[Expr], matching: Matching) -> bool:
    """Tell whether all that does not belong to the set are decimals that round what is missing."""
    missing = [value for i, value in enumerate(wanted) if i not in matching.pairs]
    met = set(matching.pairs.values())
    extra = [value for j, value in enumerate(given) if j not in met]
    return bool(extra) and all(any(is_rounding(value, other) for value in missing) for other in extra)


def _difference(missing: int, extra: int, wanted: int) -> str:
    if missing and not extra:
        return (
            f"What you give is right; {counted(missing, 'value')} {'is' if missing == 1 else 'are'} missing."
        )
    if extra and not missing:
        verb = "does" if extra == 1 else "do"
        return f"All values of the answer are there; {counted(extra, 'value')} {verb} not belong to it."
    if missing == wanted:
        return ""
    found = wanted - missing
    return f"{counted(found, 'value').capitalize()} of {wanted} {'is' if found == 1 else 'are'} right."
