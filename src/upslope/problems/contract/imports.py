"""Refuse imports and calls that make variants depend on more than their seed.

A lint for honest authors, not a wall: a pack with Python is a program, and installing one is running it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from upslope.core.errors import Refusal

ALLOWED = frozenset(
    {
        "upslope.problems",
        "upslope.problems.objects",
        "upslope.problems.figures",
        "fractions",
        "math",
        "itertools",
        "dataclasses",
        "enum",
        "typing",
        "collections.abc",
        "pack",
        "concept",
    }
)
IN_VERIFY = ("numpy", "sympy")
INTEGER_MATH = frozenset({"comb", "factorial", "gcd", "isqrt", "lcm", "perm", "prod"})
_FORBIDDEN_CALLS = frozenset(
    {"hash", "id", "open", "eval", "exec", "compile", "input", "__import__", "float"}
)
_FLOAT_PLACES = ("verify", "figure")


def check_imports(path: Path, tree: ast.Module) -> Iterator[Refusal]:
    """Yield a refusal for every import outside the list; NumPy and SymPy may be imported inside verify."""
    verify = _inside(tree, ("verify",))
    for node in ast.walk(tree):
        for module in _modules(node):
            if module in ALLOWED or (node in verify and module.split(".")[0] in IN_VERIFY):
                continue
            mend = "Inside verify it may be." if module.split(".")[0] in IN_VERIFY else _IMPORT_MEND
            yield Refusal(path, _line(node), "import", f"{module} may not be imported.", mend)
    yield from _integer_math(path, tree)


_IMPORT_MEND = f"Allowed are {', '.join(sorted(ALLOWED))}."


def check_calls(path: Path, tree: ast.Module) -> Iterator[Refusal]:
    """Yield a refusal for floats, sets and calls whose result is not fixed by the seed."""
    free = _inside(tree, _FLOAT_PLACES)
    for node in ast.walk(tree):
        if node in free:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            mend = "Write a Fraction, or an Expr for what is irrational."
            yield Refusal(path, node.lineno, "float", f"{node.value!r} is a float.", mend)
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in _FORBIDDEN_CALLS
        ):
            yield Refusal(
                path, node.lineno, "call", f"{node.func.id}(…) is not allowed here.", "Take it out."
            )
        for walked in _walked_over(node):
            if _is_set(walked):
                mend = "A set has no fixed order: use a tuple, dict.fromkeys or sorted."
                yield Refusal(path, walked.lineno, "call", "The order of a set is used.", mend)


def _walked_over(node: ast.AST) -> list[ast.expr]:
    """Return the expressions whose order a node uses."""
    if isinstance(node, ast.For | ast.comprehension):
        return [node.iter]
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("list", "tuple", "enumerate")
    ):
        return node.args[:1]
    return []


def _is_set(node: ast.expr) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in ("set", "frozenset")
    return isinstance(node, ast.Set | ast.SetComp)


def _integer_math(path: Path, tree: ast.Module) -> Iterator[Refusal]:
    free = _inside(tree, _FLOAT_PLACES)
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module == "math" and node not in free:
            names = [alias.name for alias in node.names]
        is_math = (
            isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "math"
        )
        if isinstance(node, ast.Attribute) and is_math and node not in free:
            names = [node.attr]
        for name in names:
            if name not in INTEGER_MATH:
                mend = f"Integer functions are: {', '.join(sorted(INTEGER_MATH))}."
                yield Refusal(path, _line(node), "import", f"math.{name} gives a float.", mend)


def _modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return ["." * node.level + (node.module or "")]
    return []


def _inside(tree: ast.Module, functions: tuple[str, ...]) -> frozenset[ast.AST]:
    return frozenset(
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name in functions
        for inner in ast.walk(node)
    )


def _line(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 1))
