"""Name the formats a hole may ask for."""

from dataclasses import dataclass

FORMATS: tuple[str, ...] = (
    "percent",
    "decimal",
    "scientific",
    "words",
    "Words",
    "ordinal",
    "column",
    "row",
    "det",
    "augmented",
    "and",
    "or",
    "list",
    "set",
)
"""Formats that are one word; `3 places` and `layer|layers` carry something of their own."""


@dataclass(frozen=True, slots=True)
class Format:
    """Hold the format asked for: its name, the decimal places of `places`, the two forms of `plural`."""

    name: str
    count: int = 0
    forms: tuple[str, str] = ("", "")

    def __str__(self) -> str:
        if self.name == "places":
            return f"{self.count} places"
        return "|".join(self.forms) if self.name == "plural" else self.name
