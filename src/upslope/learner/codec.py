"""Turn frozen dataclasses into JSON values and back, by their annotations.

One codec serves events and beliefs. It knows strings, integers, floats, booleans, string enums, dates,
instants, optional values, tuples and dataclasses; a field missing in the JSON takes its default, a field
that is not known is passed over. Floats survive exactly: JSON is written with the shortest text that reads
back as the same double.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from upslope.core.errors import UpslopeError

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
T = TypeVar("T")

_Read = Callable[[Any], Any]


class CodecError(UpslopeError):
    """Report JSON that does not hold what it should."""


def encode(value: object) -> Json:
    """Return the JSON value of a dataclass, or of anything one may hold.

    Raises CodecError for a value of another kind.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(getattr(value, f.name)) for f in fields(value)}
    raise CodecError(f"{type(value).__name__} has no JSON form.")


def decode(cls: type[T], data: Json) -> T:
    """Read an instance of a dataclass from its JSON value. Raises CodecError if it does not fit."""
    kind: Any = cls
    result: T = _reader(kind)(data)
    return result


def to_text(data: Json) -> str:
    """Write JSON in one fixed way: keys sorted, no spaces. Raises ValueError for NaN and infinities."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def from_text(text: str) -> Json:
    """Parse JSON text. Raises CodecError if it is none."""
    try:
        data: Json = json.loads(text)
    except ValueError as error:
        raise CodecError(f"This is not JSON: {error}.") from error
    return data


@cache
def _reader(kind: Any) -> _Read:
    """Build, once per annotation, the function that reads a JSON value of that kind."""
    if hasattr(kind, "__supertype__"):
        return _reader(kind.__supertype__)
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional_reader(kind)
    if origin is tuple:
        return _tuple_reader(get_args(kind)[0])
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _enum_reader(kind)
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    raise CodecError(f"{kind!r} has no JSON form.")


def _exactly(kind: type) -> _Read:
    def read(data: Any) -> Any:
        if type(data) is not kind:
            raise CodecError(f"Here belongs {kind.__name__}, not {data!r}.")
        return data

    return read


def _read_float(data: Any) -> float:
    if type(data) is not float and type(data) is not int:
        raise CodecError(f"Here belongs a number, not {data!r}.")
    return float(data)


def _from_iso(kind: type[date]) -> _Read:
    def read(data: Any) -> Any:
        try:
            return kind.fromisoformat(data)
        except (TypeError, ValueError) as error:
            raise CodecError(f"Here belongs a {kind.__name__}, not {data!r}.") from error

    return read


_SIMPLE: Mapping[Any, _Read] = {
    str: _exactly(str),
    bool: _exactly(bool),
    int: _exactly(int),
    float: _read_float,
    date: _from_iso(date),
    datetime: _from_iso(datetime),
}


def _optional_reader(kind: Any) -> _Read:
    inner = [arg for arg in get_args(kind) if arg is not NoneType]
    if len(inner) != 1:
        raise CodecError(f"{kind!r} has no JSON form.")
    read = _reader(inner[0])
    return lambda data: None if data is None else read(data)


def _tuple_reader(item: Any) -> _Read:
    read = _reader(item)

    def read_all(data: Any) -> tuple[Any, ...]:
        if type(data) is not list:
            raise CodecError(f"Here belongs a list, not {data!r}.")
        return tuple([read(entry) for entry in data])

    return read_all


def _enum_reader(kind: type[StrEnum]) -> _Read:
    members = {member.value: member for member in kind}

    def read(data: Any) -> StrEnum:
        try:
            return members[data]
        except (KeyError, TypeError) as error:
            raise CodecError(f"{kind.__name__} has no {data!r}.") from error

    return read


def _dataclass_reader(kind: Any) -> _Read:
    hints = get_type_hints(kind)
    parts = [(f.name, _reader(hints[f.name]), _has_default(f)) for f in fields(kind) if f.init]

    def read(data: Any) -> Any:
        if type(data) is not dict:
            raise CodecError(f"Here belongs a {kind.__name__}, not {data!r}.")
        values: dict[str, Any] = {}
        for name, read_part, has_default in parts:
            if name in data:
                values[name] = read_part(data[name])
            elif not has_default:
                raise CodecError(f"{kind.__name__} lacks its {name}.")
        return kind(**values)

    return read


def _has_default(field: Any) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING
