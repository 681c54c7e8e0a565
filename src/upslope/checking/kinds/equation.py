"""Check equations: two are equal if they have the same solutions."""

from upslope.checking.curves import same_zeros
from upslope.checking.equality import WithoutValueError
from upslope.checking.expr import Expr, Sym, add, neg
from upslope.checking.kinds.base import Judgement, Kind, right, undecided, wrong
from upslope.checking.kinds.lists import counted
from upslope.checking.kinds.values import expression, parsed
from upslope.checking.printing_latex import to_latex
from upslope.checking.reading import InputForm
from upslope.checking.residues import VanishingError, compare
from upslope.checking.spec import Equation
from upslope.checking.structure import Joined, Listing, Relation, Structure, Tree
from upslope.checking.tokens import Source, UnreadableError

_ZERO = Expr.number(0)


class EquationKind(Kind[Equation, tuple[Expr, Expr]]):
    """Treat one equation."""

    def read(self, spec: Equation, source: Source) -> tuple[Expr, Expr]:
        names = names_of(spec)
        tree = parsed(source, names)
        if not isinstance(tree, Relation) or tree.signs != ("=",):
            raise _no_equation(tree, spec, source)
        left, right_side = (expression(side, source, names, what="one equation") for side in tree.operands)
        return left, right_side

    def latex(self, spec: Equation, read: tuple[Expr, Expr]) -> str:
        return f"{to_latex(read[0])} = {to_latex(read[1])}"

    def judge(self, spec: Equation, read: tuple[Expr, Expr], *, sample_seed: int) -> Judgement:
        wanted = add(spec.left, neg(spec.right))
        given = add(read[0], neg(read[1]))
        try:
            if compare(_ZERO, given, sample_seed):
                if compare(_ZERO, wanted, sample_seed):
                    return right("identity")
                return wrong("identity", "This equation holds for all values.")
        except VanishingError as error:
            raise WithoutValueError("a division by zero") from error
        decision = same_zeros(wanted, given, sample_seed=sample_seed)
        if decision.equal is None:
            return undecided(decision.method)
        if decision.equal:
            return right(decision.method)
        return wrong(decision.method, _remark(spec, read))

    def form(self, spec: Equation) -> InputForm:
        names = sorted(names_of(spec))
        example = f"{names[-1]} = 2{names[0]} - 1" if len(names) > 1 else f"{(names or ['x'])[0]}^2 = 2"
        accepts = "Any equation with the same solutions is right."
        keys = (r"\frac{□}{□}", r"□^{□}", r"\sqrt{□}", "=")
        return InputForm("math", "Your equation", accepts, example, keys=keys)


def names_of(spec: Equation) -> frozenset[str]:
    """Return the letters a response may use."""
    return frozenset(spec.variables) | spec.left.symbols | spec.right.symbols


def _no_equation(tree: object, spec: Equation, source: Source) -> UnreadableError:
    span = getattr(tree, "span", None) or source.end
    if isinstance(tree, Joined | Listing) and all(_is_equation(item) for item in tree.items):
        return UnreadableError(f"These are {counted(len(tree.items), 'equation')}. Asked is one.", span)
    if isinstance(tree, Relation):
        return UnreadableError("This is not one equation. Asked is left side = right side.", span)
    mended = ""
    if not isinstance(tree, Structure) and isinstance(spec.left, Sym):
        mended = f"{spec.left.text()} = {source.text.strip()}"
    return UnreadableError("An equals sign is missing. Asked is an equation.", span, suggestion=mended)


def _is_equation(tree: Tree) -> bool:
    return isinstance(tree, Relation) and tree.signs == ("=",)


def _remark(spec: Equation, read: tuple[Expr, Expr]) -> str:
    """Return a sentence if a sign of the right side is the other one."""
    try:
        if compare(add(spec.left, spec.right), add(read[0], neg(read[1]))):
            return "The sign of one side is the other one."
    except VanishingError:
        pass
    return ""
