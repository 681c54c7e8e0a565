"""Write and read expressions, matrices and answer specifications as versioned JSON.

The form is frozen: stored attempts and `variants.lock` depend on it. A change raises the version and keeps a
reader for the old one. Specifications become canonical text (sorted keys, no blanks), expressions and
matrices become JSON values that stand inside other documents.
"""

import json
from dataclasses import fields
from fractions import Fraction
from typing import Any

from upslope.checking.expr import (
    Call,
    Const,
    Expr,
    JsonValue,
    Neg,
    Num,
    Power,
    Product,
    Quotient,
    Sum,
    Sym,
)
from upslope.checking.functions import FUNCTIONS
from upslope.checking.matrix import Matrix
from upslope.checking.spec import (
    KINDS,
    Answer,
    NamedAnswer,
    Parts,
    Piece,
    Range,
    Shape,
)

VERSION = 1
_CONSTANTS = ("pi", "e", "i", "infinity")
_BY_KIND = {kind.kind: kind for kind in KINDS}


def spec_to_json(spec: Answer) -> str:
    """Return canonical JSON text of a specification; equal text means equal specification."""
    return json.dumps({"v": VERSION, **_spec_to_value(spec)}, sort_keys=True, separators=(",", ":"))


def spec_from_json(text: str) -> Answer:
    """Return the specification that `spec_to_json` wrote. Raises ValueError for anything else."""
    value = json.loads(text)
    _need_version(value)
    return _spec_from_value(value)


def expr_to_json(tree: Expr) -> JsonValue:
    """Return a versioned JSON value of an expression."""
    return {"v": VERSION, "expr": _node_to_value(tree)}


def expr_from_json(value: JsonValue) -> Expr:
    """Return the expression of a JSON value. Raises ValueError if it is none."""
    return _node_from_value(_need_version(value).get("expr"))


def matrix_to_json(matrix: Matrix) -> JsonValue:
    """Return a versioned JSON value of a matrix."""
    return {"v": VERSION, "matrix": [[str(entry) for entry in row] for row in matrix.rows]}


def matrix_from_json(value: JsonValue) -> Matrix:
    """Return the matrix of a JSON value. Raises ValueError if it is none."""
    rows = _need_version(value).get("matrix")
    if not isinstance(rows, list):
        raise ValueError("a matrix is a list of rows")
    return Matrix([_fraction(entry) for entry in _need_list(row)] for row in rows)


def _need_version(value: JsonValue) -> dict[str, JsonValue]:
    if not isinstance(value, dict) or value.get("v") != VERSION:
        raise ValueError(f"this is not version {VERSION} of the form")
    return value


def _need_list(value: JsonValue) -> list[JsonValue]:
    if not isinstance(value, list):
        raise ValueError(f"{value!r} is not a list")
    return value


def _fraction(value: JsonValue) -> Fraction:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a number written as text")
    return Fraction(value)


def _node_to_value(tree: Expr) -> JsonValue:
    match tree:
        case Num(value=number, written=written):
            return ["num", str(number), written] if written else ["num", str(number)]
        case Const(name=name):
            return ["const", name]
        case Sym(name=name):
            return ["sym", name]
        case Call(name=name, arguments=arguments):
            return ["call", name, *(_node_to_value(argument) for argument in arguments)]
        case Sum() | Product() | Neg() | Quotient() | Power():
            return [_OPERATORS[type(tree)], *(_node_to_value(child) for child in tree.children)]
        case _:
            raise ValueError(f"{type(tree).__name__} is no node of an expression")


_OPERATORS: dict[type[Expr], str] = {Sum: "+", Product: "*", Neg: "-", Quotient: "/", Power: "^"}


def _node_from_value(value: JsonValue) -> Expr:
    head, *rest = _need_list(value)
    match head, rest:
        case "num", [str(number), *written]:
            return Num(Fraction(number), *(str(text) for text in written))
        case "const", [str(name)] if name in _CONSTANTS:
            return Const(name)
        case "sym", [str(name)]:
            return Sym(name)
        case "call", [str(name), *arguments] if name in FUNCTIONS:
            return Call(name, tuple(_node_from_value(argument) for argument in arguments))
        case ("+" | "*" | "-" | "/" | "^") as operator, operands:
            return _operation(operator, tuple(_node_from_value(operand) for operand in operands))
    raise ValueError(f"{head!r} is no node of an expression")


def _operation(operator: str, operands: tuple[Expr, ...]) -> Expr:
    match operator, operands:
        case "+", (_, _, *_):
            return Sum(operands)
        case "*", (_, _, *_):
            return Product(operands)
        case "-", (of,):
            return Neg(of)
        case "/", (over, under):
            return Quotient(over, under)
        case "^", (base, exponent):
            return Power(base, exponent)
    raise ValueError(f"{operator!r} does not take {len(operands)} operands")


def _spec_to_value(spec: Answer) -> dict[str, JsonValue]:
    """Write each field that differs from nothing at all; the reader relies on field names alone."""
    if isinstance(spec, Parts):
        named: list[JsonValue] = [[part.name, _spec_to_value(part.answer)] for part in spec.named]
        return {"kind": spec.kind, "named": named}
    written = {field.name: _to_value(getattr(spec, field.name)) for field in fields(spec)}
    return {"kind": spec.kind, **written}


def _to_value(value: Any) -> JsonValue:
    match value:
        case None | bool() | int():
            return value
        case str():
            return {"text": value}
        case Fraction():
            return str(value)
        case Expr():
            return {"expr": _node_to_value(value)}
        case Matrix():
            return matrix_to_json(value)
        case Piece() | Range():
            return {type(value).__name__: {f.name: _to_value(getattr(value, f.name)) for f in fields(value)}}
        case tuple():
            return [_to_value(item) for item in value]
        case _:
            raise ValueError(f"{type(value).__name__} cannot stand in a specification")


def _spec_from_value(value: JsonValue) -> Answer:
    if not isinstance(value, dict) or not isinstance(value.get("kind"), str):
        raise ValueError("a specification has a kind")
    kind = _BY_KIND.get(str(value["kind"]))
    if kind is None:
        raise ValueError(f"there is no kind of answer called {value['kind']!r}")
    if kind is Parts:
        named = [_named_from_value(item) for item in _need_list(value.get("named"))]
        return Parts(**{part.name: part.answer for part in named})
    read = {f.name: _from_value(value[f.name]) for f in fields(kind) if f.name in value}
    if kind is Shape:
        return Shape(*read["sizes"])
    return kind(**read)


def _named_from_value(value: JsonValue) -> NamedAnswer:
    match value:
        case [str(name), answer]:
            return NamedAnswer(name, _spec_from_value(answer))
    raise ValueError("a part is a name and an answer")


def _from_value(value: JsonValue) -> Any:
    match value:
        case None | bool() | int():
            return value
        case str():
            return Fraction(value)
        case list():
            return tuple(_from_value(item) for item in value)
        case {"text": str(text)}:
            return text
        case {"expr": tree}:
            return _node_from_value(tree)
        case {"matrix": _}:
            return matrix_from_json(value)
        case {"Piece": dict(inner)}:
            return Piece(**{name: _from_value(item) for name, item in inner.items()})
        case {"Range": dict(inner)}:
            return Range(**{name: _from_value(item) for name, item in inner.items()})
    raise ValueError(f"{value!r} cannot stand in a specification")
