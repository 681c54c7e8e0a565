"""Write drawn fields as JSON and read them back, by the types the class declares.

The stored form outlives the code that drew it: version 1 holds each field under its name, a fraction as
"3/4", an enum by its member's name, a tuple as a list, matrix and expression in the JSON of `checking`.
"""

import json
import types
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from typing import Any, Union, get_args, get_origin, get_type_hints

from upslope.checking import Expr, Matrix
from upslope.core.errors import UpslopeError
from upslope.problems.template import Template, field_names

FIELDS_VERSION = 1


class FieldError(UpslopeError):
    """Report a field whose declared type or value cannot be stored; `field` is its name."""

    def __init__(self, field: str, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.field = field


def field_types(cls: type[Template]) -> Mapping[str, Any]:
    """Return the declared type of every field. Raises FieldError for types that cannot be stored."""
    try:
        hints = get_type_hints(cls)
    except NameError as error:
        raise FieldError("", f"A field's type is unknown: {error}.", "Import the type it names.") from error
    found = {name: hints[name] for name in field_names(cls)}
    for name, hint in found.items():
        _check_type(name, hint)
    return found


def _check_type(name: str, hint: Any) -> None:
    if hint is float or hint is complex:
        mend = "Declare Fraction for exact values, Expr for irrational ones."
        raise FieldError(name, f"Field {name} is declared {hint.__name__}.", mend)
    if hint in (int, bool, str, Fraction, Matrix, Expr):
        return
    if isinstance(hint, type) and issubclass(hint, Enum):
        return
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple and arguments:
        for argument in arguments:
            if argument is not Ellipsis:
                _check_type(name, argument)
        return
    if origin in (Union, types.UnionType) and len(arguments) == 2 and type(None) in arguments:
        _check_type(name, next(a for a in arguments if a is not type(None)))
        return
    mend = "Fields are int, bool, str, Fraction, Matrix, Expr, an Enum, or tuples of them."
    raise FieldError(name, f"Field {name} is declared {hint}, which cannot be stored.", mend)


def encode(instance: Template) -> dict[str, Any]:
    """Return the drawn fields as a JSON value. Raises FieldError for a value that is not of its type."""
    return {
        name: _encode(name, hint, getattr(instance, name))
        for name, hint in field_types(type(instance)).items()
    }


def _encode(name: str, hint: Any, value: Any) -> Any:
    if hint in (int, bool, str):
        return _same_type(name, hint, value)
    if hint is Fraction:
        if type(value) is int:  # an integer is a fraction to a mathematician
            value = Fraction(value)
        return str(_same_type(name, hint, value))
    if hint in (Matrix, Expr):
        if not isinstance(value, hint):
            raise _mismatch(name, hint, value)
        return value.to_json()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _same_type(name, hint, value).name
    if get_origin(hint) is tuple:
        if not isinstance(value, tuple):
            raise _mismatch(name, hint, value)
        return [_encode(name, item_hint, item) for item_hint, item in _pair(name, hint, value)]
    return None if value is None else _encode(name, _optional(hint), value)


def decode(cls: type[Template], stored: Mapping[str, Any]) -> Template:
    """Return the instance whose fields were stored. Raises FieldError where stored and declared differ."""
    declared = field_types(cls)
    if set(stored) != set(declared):
        missing, extra = sorted(set(declared) - set(stored)), sorted(set(stored) - set(declared))
        message = f"Stored fields lack {missing} and hold {extra}, which {cls.__name__} does not declare."
        raise FieldError(
            "", message, "A change of fields needs a new template; the old pair moves to retired/."
        )
    return cls(**{name: _decode(name, hint, stored[name]) for name, hint in declared.items()})


def _decode(name: str, hint: Any, stored: Any) -> Any:
    try:
        return _decode_known(name, hint, stored)
    except (ValueError, KeyError, TypeError, ZeroDivisionError) as error:
        message = f"Field {name} is stored as {stored!r}, which is no {_name(hint)}."
        raise FieldError(name, message, "Was it stored by another template?") from error


def _decode_known(name: str, hint: Any, stored: Any) -> Any:
    if hint in (int, bool, str):
        return _same_type(name, hint, stored)
    if hint is Fraction:
        return Fraction(_same_type(name, str, stored))
    if hint in (Matrix, Expr):
        return hint.from_json(stored)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint[stored]
    if get_origin(hint) is tuple:
        return tuple(_decode(name, item_hint, item) for item_hint, item in _pair(name, hint, stored))
    return None if stored is None else _decode(name, _optional(hint), stored)


def _optional(hint: Any) -> Any:
    return next(argument for argument in get_args(hint) if argument is not type(None))


def _pair(name: str, hint: Any, values: Any) -> list[tuple[Any, Any]]:
    arguments = get_args(hint)
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return [(arguments[0], value) for value in values]
    if len(arguments) != len(values):
        raise _mismatch(name, hint, tuple(values))
    return list(zip(arguments, values, strict=True))


def _same_type(name: str, hint: type, value: Any) -> Any:
    if type(value) is not hint:  # a bool is no int here, and no subclass survives JSON
        raise _mismatch(name, hint, value)
    return value


def _mismatch(name: str, hint: Any, value: Any) -> FieldError:
    message = f"Field {name} is declared {_name(hint)} but holds {value!r}."
    return FieldError(name, message, "Draw a value of the declared type, or declare the type drawn.")


def _name(hint: Any) -> str:
    return hint.__name__ if isinstance(hint, type) and not get_args(hint) else str(hint)


def dumps(value: Any) -> str:
    """Return JSON text that is the same for equal values: keys in order, no spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
