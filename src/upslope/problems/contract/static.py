"""Rules that need no draw: names, imports, size, what a text must have."""

import ast
import re
from collections.abc import Iterator

from upslope.core.errors import Refusal
from upslope.problems.contract.examined import Examined
from upslope.problems.contract.imports import check_calls, check_imports
from upslope.problems.contract.limits import MOST_CODE_LINES, MOST_HEADLINE_WORDS
from upslope.problems.holes import Literal, Value, walk
from upslope.problems.passage import nearest
from upslope.problems.template import Template, derived_names, field_names

_HEARD = ("response", "witness")
_RELATION = re.compile(r"(=|\\approx|\\le|\\ge|<|>|\\neq|≈)")
_ABOUT = re.compile(r"(≈|about|approximately|roughly|rounded|\\approx)[^.]*$", re.IGNORECASE)


def names_known(examined: Examined) -> Iterator[Refusal]:
    """Refuse a hole that names nothing, and a loop variable that hides a name."""
    text, loaded = examined.loaded.text, examined.loaded
    words = tuple(dict.fromkeys(name for row in text.words.values() for name in row))
    owner = loaded.make.__name__ if loaded.make else "A template without Python"
    for section, passage in text.passages():
        known = (*loaded.vocabulary, *words, *(_HEARD if section == "Slip" else ()))
        for name, line in passage.names():
            if name not in known:
                message = f"<<{name}>>: {owner} has no such name;"
                yield Refusal(examined.text_path, line, "name", message, nearest(name, known))
    for fact in text.facts:
        if fact.property and fact.property not in loaded.vocabulary:
            message = f"[?{fact.property}]: {owner} has no such name;"
            yield Refusal(
                examined.text_path, fact.line, "name", message, nearest(fact.property, loaded.vocabulary)
            )


def names_used(examined: Examined) -> Iterator[Refusal]:
    """Refuse a field, derived property or word that neither text nor code uses."""
    loaded, text = examined.loaded, examined.loaded.text
    used = {name for _, passage in text.passages() for name, _ in passage.names()}
    used |= {fact.property for fact in text.facts}
    for name in dict.fromkeys(name for row in text.words.values() for name in row):
        if name not in used:
            mend = "Use it in a hole, or take the row out."
            yield Refusal(
                examined.text_path, examined.line("Words"), "name", f"No hole uses the word {name}.", mend
            )
    if loaded.make is None or examined.tree is None:
        return
    used |= {node.attr for node in ast.walk(examined.tree) if isinstance(node, ast.Attribute)}
    for name in (*field_names(loaded.make), *derived_names(loaded.make)):
        if name not in used and name != "story":
            line = _definition_line(examined.tree, name)
            mend = "Use it in the text, or take it out."
            yield Refusal(examined.code_path, line, "name", f"Nothing uses {name}.", mend)


def _definition_line(tree: ast.Module, name: str) -> int:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return node.lineno
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == name:
            return node.lineno
    return 1


def code_is_allowed(examined: Examined) -> Iterator[Refusal]:
    """Refuse imports outside the list, floats, sets, and calls that a seed does not fix."""
    if examined.tree is not None:
        yield from check_imports(examined.code_path, examined.tree)
        yield from check_calls(examined.code_path, examined.tree)


def code_is_short(examined: Examined) -> Iterator[Refusal]:
    """Refuse a class of more than 80 lines, blank ones not counted."""
    if examined.loaded.make is None:
        return
    lines = [line for line in examined.code_path.read_text(encoding="utf-8").splitlines() if line.strip()]
    if len(lines) > MOST_CODE_LINES:
        mend = "A building block is missing in upslope.problems.objects or in the pack's shared.py."
        yield Refusal(examined.code_path, 1, "length", f"{len(lines)} lines are too many.", mend)


def has_verify(examined: Examined) -> Iterator[Refusal]:
    """Refuse a class that does not verify its answer, or verifies it by asking for it again."""
    make = examined.loaded.make
    if make is None or examined.loaded.text.answers:
        return
    if make.verify is Template.verify:
        mend = "Assert the answer by another route: multiply back, count, another theorem."
        yield Refusal(examined.code_path, 1, "verify", f"{make.__name__} has no verify.", mend)
    for node in ast.walk(examined.tree) if examined.tree else ():
        if isinstance(node, ast.FunctionDef) and node.name == "verify":
            asks = [n for n in ast.walk(node) if isinstance(n, ast.Attribute) and n.attr == "answer"]
            if asks:
                mend = "Take another route to the same value."
                yield Refusal(
                    examined.code_path, asks[0].lineno, "verify", "verify asks answer itself.", mend
                )


def rounding_is_said(examined: Examined) -> Iterator[Refusal]:
    """Refuse a rounded value after an equals sign."""
    for _, passage in examined.loaded.text.passages():
        for node in walk(passage.nodes):
            if not isinstance(node, Value) or not node.hole.format or node.hole.format.name != "places":
                continue
            if node.where.is_math:
                relations = _RELATION.findall(node.before)
                said = not relations or relations[-1] != "="
            else:
                said = bool(_ABOUT.search(node.before))
            if not said:
                message = f"<<{node.hole.source}>> is rounded but not said to be."
                yield Refusal(
                    passage.path, node.line, "rounding", message, "Write \\approx, ≈ or about before it."
                )


def slips_are_told(examined: Examined) -> Iterator[Refusal]:
    """Refuse headlines that are sentences, and slips of a template that draws no answer of its own."""
    for slip in examined.loaded.text.slips.values():
        headline = slip.headline
        shown = "".join(n.text for n in walk(headline.nodes) if isinstance(n, Literal)) if headline else ""
        if len(shown.split()) > MOST_HEADLINE_WORDS:
            mend = f"Say it in {MOST_HEADLINE_WORDS} words; the rest belongs to the text."
            yield Refusal(examined.text_path, slip.line, "headline", "This headline is too long.", mend)


def facts_are_many(examined: Examined) -> Iterator[Refusal]:
    """Refuse a pool of facts so small that every variant shows nearly all of them."""
    facts, file = examined.loaded.text.facts, examined.loaded.file
    if not facts:
        return
    least = file.shown + 1 if file.only_one else -(-9 * file.shown // 5)
    if len(facts) < least:
        message = f"{len(facts)} statements are few for {file.shown} shown."
        yield Refusal(
            examined.text_path, examined.line("Facts"), "facts", message, f"Write at least {least}."
        )
