"""Take values out of a TOML table, each checked and each complaint with its line and mend."""

from collections.abc import Collection
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from upslope.core.errors import ContentError
from upslope.curriculum.ids import ID_MEND, is_id
from upslope.curriculum.source import TomlTable, line_of

Kind = TypeVar("Kind", bound=StrEnum)

RULE = "schema"


def suggest(wrong: str, known: Collection[str]) -> str:
    """Return "Did you mean …?" for a near miss, or ""."""
    near = get_close_matches(wrong, known, 1)
    return f"Did you mean {near[0]}?" if near else ""


class Table:
    """Give the values of one table; `section` and `index` name the `[[section]]` it stands in.

    Each getter remembers its key: `close` complains of keys nobody asked for.
    """

    __slots__ = ("_asked", "_index", "_section", "_table", "path")

    def __init__(self, path: Path, table: TomlTable, section: str = "", index: int = 0) -> None:
        self.path = path
        self._table = table
        self._section = section
        self._index = index
        self._asked: list[str] = []

    def refuse(
        self, key: str, message: str, mend: str = "", *, rule: str = RULE, at: str = ""
    ) -> ContentError:
        """Return the complaint about `key`; `at` is a word that stands on the line meant."""
        line = line_of(self.path, key, section=self._section, index=self._index, containing=at)
        return ContentError(self.path, line, rule, message, mend)

    def has(self, key: str) -> bool:
        """Return whether the table says anything under `key`."""
        return key in self._table

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text, its white space folded, so that long ones may be wrapped. Not empty if required."""
        value = self._value(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.refuse(key, f"{key} must be a text, not {_shown(value)}.", f'Write {key} = "…".')
        return " ".join(value.split())

    def id(self, key: str) -> str:
        """Return a permanent id: kebab-case."""
        value = self.text(key)
        if not is_id(value):
            raise self.refuse(key, f"{value!r} cannot be an id.", ID_MEND, rule="id")
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts, white space folded, none empty."""
        value = self._value(key, None if required else [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.refuse(key, f"{key} must be a list of texts.", f'Write {key} = ["…", "…"].')
        return tuple(" ".join(item.split()) for item in value)

    def ids(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of ids without repetition."""
        values = self.texts(key, required=required)
        for place, value in enumerate(values):
            if value in values[:place]:
                raise self.refuse(key, f"{key} names {value} twice.", "Keep one of them.", at=value)
        return values

    def whole(self, key: str, *, least: int, most: int, default: int | None = None) -> int:
        """Return a whole number in [least, most]."""
        value = self._value(key, default)
        if type(value) is not int or not least <= value <= most:
            raise self.refuse(
                key,
                f"{key} must be a whole number from {least} to {most}, not {_shown(value)}.",
                f"Write {key} = {least}, for example.",
            )
        return value

    def maybe_whole(self, key: str, *, least: int, most: int) -> int | None:
        """Return a whole number in [least, most], or None where the key is absent."""
        if self.has(key):
            return self.whole(key, least=least, most=most)
        self._asked.append(key)
        return None

    def number(self, key: str, *, above: float, most: float) -> float:
        """Return a number in (above, most]."""
        value = self._value(key, None)
        if isinstance(value, bool) or not isinstance(value, int | float) or not above < value <= most:
            raise self.refuse(
                key, f"{key} must be a number above {above:g} and at most {most:g}, not {_shown(value)}."
            )
        return float(value)

    def truth(self, key: str) -> bool:
        """Return a truth value; False where the key is absent."""
        value = self._value(key, False)
        if not isinstance(value, bool):
            raise self.refuse(
                key, f"{key} must be true or false, not {_shown(value)}.", f"Write {key} = true."
            )
        return value

    def kind(self, key: str, kinds: type[Kind]) -> Kind:
        """Return a member of a closed set."""
        value = self.text(key)
        if value not in list(kinds):
            names = ", ".join(kinds)
            mend = suggest(value, [str(kind) for kind in kinds]) or f"Write one of: {names}."
            raise self.refuse(key, f"{value!r} is no {key}.", mend)
        return kinds(value)

    def weights(self, key: str) -> tuple[tuple[str, float], ...]:
        """Return the pairs of an inline table { id = weight } with weights in (0, 1]."""
        value = self._value(key, {})
        if not isinstance(value, dict):
            raise self.refuse(key, f"{key} must be a table.", f"Write {key} = {{ the-id = 0.5 }}.")
        for name, weight in value.items():
            if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 < weight <= 1:
                message = f"The weight of {name} must be above 0 and at most 1, not {_shown(weight)}."
                raise self.refuse(key, message, f"Write {name} = 0.5, for example.", at=name)
        return tuple((name, float(weight)) for name, weight in value.items())

    def tables(self, key: str, section: str = "", first: int = 0) -> "tuple[Table, ...]":
        """Return the tables of an array `[[key]]`.

        Where it is nested, `section` is its header ("unit.item") and `first` the count of headers before it.
        """
        value = self._value(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.refuse(
                key, f"{key} must be a list of tables.", f"Write [[{section or key}]] for each."
            )
        return tuple(Table(self.path, item, section or key, first + n) for n, item in enumerate(value))

    def table(self, key: str, section: str = "") -> "Table":
        """Return a required table `[key]`; it stands in `section` where it is nested."""
        value = self._value(key, None)
        if not isinstance(value, dict):
            raise self.refuse(key, f"{key} must be a table.", f"Write [{section or key}] and its keys.")
        return Table(self.path, value, section or key, self._index)

    def close(self) -> None:
        """Complain of the first key that no getter asked for."""
        for key in self._table:
            if key not in self._asked:
                mend = suggest(key, self._asked) or f"Keys here: {', '.join(self._asked)}."
                raise self.refuse(key, f"{key} is no key here.", mend)

    def _value(self, key: str, default: object) -> object:
        self._asked.append(key)
        if key in self._table:
            return self._table[key]
        if default is None:
            raise self.refuse("", f"{key} is missing.", f"Add a line {key} = ….")
        return default


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}…"
