"""Check packs: read everything, collect every complaint, run the rules that the state of the packs allows."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from upslope.core.errors import ContentError, Refusal
from upslope.core.ids import ConceptId
from upslope.curriculum.check import (
    graph_rules,
    lesson_rules,
    practice_rules,
    snippet_rules,
    template_rules,
    text_rules,
)
from upslope.curriculum.check.material import Material, Rule
from upslope.curriculum.check.report import Report, in_order
from upslope.curriculum.lesson import LessonText
from upslope.curriculum.lesson_text import read_lesson
from upslope.curriculum.load import assemble
from upslope.curriculum.raw import Complaints, Raw, read_roots
from upslope.curriculum.structure import STRUCTURE

SEEDS = 60
"""Seeds per level that continuous integration draws of every template."""

REFUSING: tuple[Rule, ...] = (
    *graph_rules.REFUSING,
    *practice_rules.REFUSING,
    *lesson_rules.REFUSING,
    *text_rules.REFUSING,
    *snippet_rules.REFUSING,
)
NOTING: tuple[Rule, ...] = (
    *graph_rules.NOTING,
    *practice_rules.NOTING,
    *lesson_rules.NOTING,
    *text_rules.NOTING,
    *snippet_rules.NOTING,
)


def check(
    pack_roots: Sequence[Path], *, only: Iterable[Path] = (), seeds: int = SEEDS, workers: int = 1
) -> Report:
    """Check the packs under `pack_roots` and return everything that is refused or noted.

    With `only`, lessons and templates outside these paths are not looked at and nothing else is reported;
    the graph is read whole all the same. Templates are drawn with `seeds` seeds per level (0: not drawn) in
    `workers` processes. Facts that cannot be read stop the check, then a structure that does not hold: what
    comes after would only repeat them.
    """
    facts, heads = Complaints(collect=True), Complaints(collect=True)
    raw = read_roots(pack_roots, facts=facts, templates=heads, indexed=False)
    unusable = facts.refusals or [refusal for rule in STRUCTURE for refusal in rule(raw)]
    if unusable:
        return Report(in_order(unusable), (), len(raw.concepts), 0, 0)
    wanted = tuple(path.resolve() for path in only)
    refusals = list(heads.refusals)
    material = _material(raw, wanted, refusals)
    for rule in REFUSING:
        refusals.extend(rule(material))
    refusals.extend(template_rules.contract(material, seeds=seeds, workers=workers))
    notes = in_order(note for rule in NOTING for note in rule(material))
    report = Report(in_order(refusals), notes, len(raw.concepts), len(material.lessons), len(material.drawn))
    return report.under(wanted) if wanted else report


def _material(raw: Raw, wanted: Sequence[Path], refusals: list[Refusal]) -> Material:
    """Put the packs together, parse the lessons wanted, leave templates not wanted undrawn."""
    curriculum = assemble(raw)
    lessons: dict[ConceptId, LessonText] = {}
    for concept in raw.concepts:
        if concept.has_lesson and _inside(concept.path, wanted):
            try:
                lessons[concept.id] = read_lesson(concept.path)
            except ContentError as error:
                refusals.append(error.refusal)
    drawn = tuple(t.file for t in raw.templates if not t.retired and _inside(t.file.path, wanted))
    return Material(raw, curriculum, lessons, drawn)


def _inside(path: Path, wanted: Sequence[Path]) -> bool:
    place = path.resolve()
    return not wanted or any(root == place or root in place.parents for root in wanted)
