"""Hold what a learner typed, before it is read."""

from dataclasses import dataclass
from enum import StrEnum


class Syntax(StrEnum):
    """Name the two ways an answer is written: as typed text, or MathLive's LaTeX."""

    TEXT = "text"
    LATEX = "latex"


@dataclass(frozen=True, slots=True)
class NamedText:
    """Pair a part's name with what was typed into its field."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Response:
    """Hold one response: `text` for a single field, `parts` for an answer in parts (else empty).

    Choices, facts and orderings are comma-separated 1-based numbers in the order shown: "2", "1,3";
    no fact chosen is "none".
    A matrix grid sends "[[1,2],[3,4]]"; an empty cell stays empty and is unreadable, never wrong.
    """

    text: str = ""
    syntax: Syntax = Syntax.TEXT
    parts: tuple[NamedText, ...] = ()
