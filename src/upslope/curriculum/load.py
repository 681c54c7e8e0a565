"""Load packs: read, refuse what is unusable, put together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from upslope.core.errors import ContentError, Refusal
from upslope.core.ids import ConceptId, TemplateId
from upslope.curriculum.curriculum import Curriculum
from upslope.curriculum.model import Concept
from upslope.curriculum.raw import Complaints, Raw, read_roots
from upslope.curriculum.source import line_of
from upslope.curriculum.structure import STRUCTURE
from upslope.curriculum.table import suggest
from upslope.graph import build


def load(pack_roots: Sequence[Path], *, indexed: bool = True) -> Curriculum:
    """Load the packs under `pack_roots`; each is a folder of packs, or one pack.

    With `indexed`, `index.json` in a folder of packs spares reading what has not changed. Raises ContentError
    for facts that are unusable: unreadable, double, unknown ids, cycles. Templates that cannot be read are
    left out and named in `Curriculum.refused`.
    """
    templates = Complaints(collect=True)
    raw = read_roots(pack_roots, facts=Complaints(collect=False), templates=templates, indexed=indexed)
    for rule in STRUCTURE:
        for refusal in rule(raw):
            raise ContentError(refusal.path, refusal.line, refusal.rule, refusal.message, refusal.mend)
    return assemble(raw, tuple(templates.refusals))


def assemble(raw: Raw, refused: tuple[Refusal, ...] = ()) -> Curriculum:
    """Put together what was read and found usable."""
    concepts = _in_teaching_order(raw)
    owned = {template.file.id: template for template in raw.templates}
    missing = tuple(missing_practice(raw))
    levels = _levels(raw)
    known = {concept.id: _keep_known(concept, levels.get(concept.id, {})) for concept in concepts}
    graph = build(
        {concept.id: concept.prerequisites for concept in concepts},
        {concept.id: {e.concept: e.weight for e in concept.encompasses} for concept in concepts},
    )
    return Curriculum(
        packs=raw.packs,
        units=tuple(unit for pack in raw.packs for unit in pack.units),
        concepts=MappingProxyType(known),
        courses=MappingProxyType({course.id: course for course in raw.courses}),
        papers=MappingProxyType({paper.id: paper for paper in raw.papers}),
        assignments=MappingProxyType({plan.id: plan for plan in raw.assignments}),
        items=MappingProxyType({item.id: item for course in raw.courses for item in course.items}),
        graph=graph,
        refused=(*refused, *missing),
        version=raw.version,
        owned=MappingProxyType(owned),
    )


def missing_practice(raw: Raw) -> Iterator[Refusal]:
    """Refuse practice that names no template of its concept, or a level the template does not have."""
    levels = _levels(raw)
    for concept in raw.concepts:
        own = levels.get(concept.id, {})
        for place, point in enumerate(concept.points):
            for practice in point.practice:
                name, most = practice.template, own.get(practice.template, 0)
                unread = not most and (concept.folder / f"{name}.md").is_file()
                if practice.level <= most or unread:  # what cannot be read is refused for that already
                    continue
                line = line_of(concept.path, "practice", section="point", index=place, containing=name)
                if most:
                    message, mend = f"{name} has no level {practice.level}.", f"Its levels end at {most}."
                else:
                    message = f"{name} is no template of this concept."
                    mend = suggest(name, own) or f"Add {name}.md or take it out."
                yield Refusal(concept.path, line, "practice", message, mend)


def _levels(raw: Raw) -> dict[ConceptId, dict[TemplateId, int]]:
    """Return for each concept how many levels each of its templates has."""
    levels: dict[ConceptId, dict[TemplateId, int]] = {}
    for template in raw.templates:
        if not template.retired:
            levels.setdefault(template.concept, {})[template.file.id] = template.file.level_count
    return levels


def _in_teaching_order(raw: Raw) -> list[Concept]:
    by_id = {concept.id: concept for concept in raw.concepts}
    ordered = [(by_id[name], unit.id) for pack in raw.packs for unit in pack.units for name in unit.concepts]
    return [replace(concept, unit=unit, position=place) for place, (concept, unit) in enumerate(ordered)]


def _keep_known(concept: Concept, levels: Mapping[TemplateId, int]) -> Concept:
    points = tuple(
        replace(point, practice=tuple(p for p in point.practice if p.level <= levels.get(p.template, 0)))
        for point in concept.points
    )
    return concept if points == concept.points else replace(concept, points=points)
