"""Read lists as people type them: with a name in front, and never with blanks for commas by accident."""

import re

from upslope.checking.response import Syntax
from upslope.checking.tokens import Source, UnreadableError
from upslope.checking.verdict import Span

_NAME = re.compile(
    r"\s*(?:\\vec\s*)?[A-Za-z](?:_?\{?\w\}?)?\s*=(?=\s*(?:[(\[<]|\\(?:begin|left|mleft|lbrack|langle)))"
)
_NAMES = re.compile(r"\s*\(\s*[A-Za-z]\w?(?:\s*,\s*[A-Za-z]\w?)+\s*\)\s*=\s*(?=[(\[])")
_DIGITS = re.compile(r"\d+(?:[./]\d+)?")
_NUMBER = r"[+\-\N{MINUS SIGN}]?\d+(?:[./]\d+)?"
_BLANKS = re.compile(rf"\s*[(\[<]?\s*({_NUMBER}(?:\s+{_NUMBER})+)\s*[)\]>]?\s*")


def without_name(source: Source) -> Source:
    """Return the source with a leading `x =` or `A =` blanked out, so that all places stay where they are."""
    found = _NAME.match(source.text)
    if found is None:
        return source
    return Source(" " * found.end() + source.text[found.end() :], source.syntax)


def refuse_names_in_brackets(source: Source) -> None:
    """Refuse `(p, q) = (3, 1)`, whose order may be another one, with the list alone as the mend."""
    if found := _NAMES.match(source.text):
        rest = source.text[found.end() :].strip()
        raise UnreadableError(
            "Write the values alone, in the order asked.", Span(0, found.end()), suggestion=rest
        )


def refuse_blanks_for_commas(source: Source) -> None:
    """Refuse `6 -20 -14` where a list is asked: it would read as a difference."""
    found = _BLANKS.fullmatch(source.text) if source.syntax is Syntax.TEXT else None
    if found is not None:
        mended = "(" + ", ".join(found[1].split()) + ")"
        raise UnreadableError(
            "Put commas between the entries.", Span(found.start(1), found.end(1)), suggestion=mended
        )


def refuse_lone_entry(found: int, asked: int, source: Source) -> None:
    """Refuse `6 - 20 - 14` where three entries are asked: one value made of as many numbers is a slip of the
    keyboard.
    """
    if found == 1 < asked <= len(_DIGITS.findall(source.text)):
        message = f"This is one value. Asked are {asked}, with commas between them."
        raise UnreadableError(message, Span(0, len(source.text)))
