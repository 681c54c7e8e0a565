"""Refuse texts a page cannot show: formulas KaTeX refuses, raw HTML, dollars that pair with nothing."""

import re
from collections.abc import Iterator

from upslope.core.errors import Refusal
from upslope.core.ids import ConceptId, PackId
from upslope.curriculum import katex, markup
from upslope.curriculum.blocks import NAMES
from upslope.curriculum.check.material import Material, Rule
from upslope.curriculum.check.texts import Passage, fact_passages, formulas, lesson_passages, prose
from upslope.curriculum.model import Concept
from upslope.curriculum.source import line_of
from upslope.curriculum.table import suggest

LONGEST_SHORT = 24
"""Characters of a name that a node of the map holds, at 178 px."""

_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_OPENING = re.compile(r"^\s*:::+\s*\w", re.MULTILINE)
_CLOSING = re.compile(r"^\s*:::+\s*$", re.MULTILINE)


def latex(material: Material) -> Iterator[Refusal]:
    """Refuse a formula that strict KaTeX refuses."""
    for passage in _passages(material):
        for formula in formulas(passage):
            reason = katex.refusal(formula.tex, formula.display)
            if reason:
                message = f"${formula.tex}$ cannot be set: {reason}"
                mend = "Mend the formula; shared macros stand in macros.json."
                yield Refusal(passage.path, formula.line, "latex", message, mend)


def html(material: Material) -> Iterator[Refusal]:
    """Refuse raw HTML: it would be shown as text."""
    for passage in _passages(material):
        for piece in prose(passage):
            found = _HTML.search(piece.text)
            if found:
                message = f"{found[0]} is HTML, which is not read."
                mend = "Say it in Markdown, or in backticks if the reader shall see it."
                yield Refusal(passage.path, piece.line, "html", message, mend)


def dollar(material: Material) -> Iterator[Refusal]:
    """Refuse a dollar that opens or closes no formula."""
    for passage in _passages(material):
        for piece in prose(passage):
            if "$" in piece.text and r"\$" not in piece.paragraph:
                message = f"A $ without a partner stands in “{piece.text.strip()[:40]}”."
                mend = "Close the formula; between digits and dollars leave a space; money is written \\$5."
                yield Refusal(passage.path, piece.line, "dollar", message, mend)


def short_title(material: Material) -> Iterator[Refusal]:
    """Refuse a short title that does not fit on the map, or that names two concepts of an area there."""
    taken: dict[tuple[PackId, str], ConceptId] = {}
    for concept in material.raw.concepts:
        key = "short" if _has_short(concept) else "title"
        name = markup.plain(concept.short)
        if key == "short" and len(name) > LONGEST_SHORT:
            message = f"The short title {name} has {len(name)} characters; {LONGEST_SHORT} fit on the map."
            mend = "Name the concept in two or three words."
            yield Refusal(concept.path, line_of(concept.path, key), "short-title", message, mend)
        first = taken.setdefault((concept.pack, name.casefold()), concept.id)
        if first != concept.id:
            message = f"{first} is called {name} on the map too."
            mend = "Give one of them a short title of its own."
            yield Refusal(concept.path, line_of(concept.path, key), "short-title", message, mend)


def long_title(material: Material) -> Iterator[Refusal]:
    """Note a title that is cut off on the map because no shorter one is written."""
    for concept in material.raw.concepts:
        name = markup.plain(concept.title)
        if not _has_short(concept) and len(name) > LONGEST_SHORT:
            message = f"The title {name} has {len(name)} characters and is cut off on the map."
            mend = f"Add short, at most {LONGEST_SHORT} characters."
            yield Refusal(concept.path, line_of(concept.path, "title"), "long-title", message, mend)


def _has_short(concept: Concept) -> bool:
    return concept.short != concept.title


def block(material: Material) -> Iterator[Refusal]:
    """Refuse a block of unknown name, or else a closing line that closes nothing."""
    for _, lesson in material.taught():
        pieces = [piece for passage in lesson_passages(lesson) for piece in prose(passage)]
        openings = [piece for piece in pieces if _OPENING.search(piece.text)]
        for piece in openings:
            message = f"{piece.text.strip()[:40]} begins no block."
            yield Refusal(lesson.path, piece.line, "block", message, suggest_block(piece.text))
        for piece in pieces if not openings else ():
            if _CLOSING.search(piece.text):
                mend = "Take it out, or open the block it closes."
                yield Refusal(lesson.path, piece.line, "block", "This ::: closes no block.", mend)


def suggest_block(text: str) -> str:
    """Return the mend for a block's opening line of unknown name."""
    words = text.strip().lstrip(":").split()
    return (words and suggest(words[0], NAMES)) or f"Blocks are {', '.join(NAMES)}."


def _passages(material: Material) -> Iterator[Passage]:
    for concept in material.raw.concepts:
        yield from fact_passages(concept)
    for _, lesson in material.taught():
        yield from lesson_passages(lesson)


REFUSING: tuple[Rule, ...] = (latex, html, dollar, short_title, block)
NOTING: tuple[Rule, ...] = (long_title,)
