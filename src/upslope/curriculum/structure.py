"""Refuse what would make the curriculum unusable: doubles, unknown ids, cycles, concepts without a unit.

Each rule takes what was read and yields refusals. `load` stops at the first, `check` shows all.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from upslope.core.errors import Refusal
from upslope.core.ids import ConceptId
from upslope.curriculum.raw import Raw
from upslope.curriculum.source import line_of
from upslope.curriculum.table import suggest
from upslope.graph import find_cycle

Id = TypeVar("Id", bound=Hashable)

Rule = Callable[[Raw], Iterable[Refusal]]


def duplicate_ids(raw: Raw) -> Iterator[Refusal]:
    """Refuse the second use of an id."""
    yield from _doubles("pack", ((pack.id, pack.path / "pack.toml", "id") for pack in raw.packs))
    yield from _doubles("concept", ((concept.id, concept.path, "id") for concept in raw.concepts))
    yield from _doubles("template", ((t.file.id, t.file.path, "title") for t in raw.templates))
    yield from _doubles("course", ((course.id, course.path, "id") for course in raw.courses))
    yield from _doubles("item", ((i.id, course.path, "") for course in raw.courses for i in course.items))
    yield from _doubles("paper", ((paper.id, paper.path, "") for paper in raw.papers))
    yield from _doubles("assignment", ((plan.id, plan.path, "id") for plan in raw.assignments))
    yield from _doubles(
        "unit", ((unit.id, pack.path / "pack.toml", "") for pack in raw.packs for unit in pack.units)
    )


def _doubles(noun: str, uses: Iterable[tuple[str, Path, str]]) -> Iterator[Refusal]:
    first: dict[str, Path] = {}
    for name, path, key in uses:
        if name in first:
            line = line_of(path, key) if key else _last_line_with(path, f'"{name}"')
            message = f"The {noun} {name} exists already: {first[name]}."
            yield Refusal(path, line, "duplicate", message, "Give this one another id; the old one stays.")
        first.setdefault(name, path)


def _last_line_with(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return max((number for number, line in enumerate(lines, 1) if text in line), default=1)


def unit_membership(raw: Raw) -> Iterator[Refusal]:
    """Refuse concepts in no unit or in two, and units that list what their pack does not hold."""
    for pack in raw.packs:
        path = pack.path / "pack.toml"
        own = {concept.id: concept for concept in raw.concepts if concept.pack == pack.id}
        listed: set[ConceptId] = set()
        for place, unit in enumerate(pack.units):
            for concept in unit.concepts:
                line = line_of(path, "concepts", section="unit", index=place, containing=f'"{concept}"')
                if concept not in own:
                    mend = suggest(concept, own) or "Add its folder or take it out."
                    yield Refusal(path, line, "unit", f"{concept} is no concept of this pack.", mend)
                elif concept in listed:
                    yield Refusal(path, line, "unit", f"{concept} is in two units.", "Keep it in one.")
                listed.add(concept)
        for name, concept_ in own.items():
            if name not in listed:
                mend = f'Add "{name}" to the concepts of a [[unit]] in {path.name}.'
                yield Refusal(concept_.path, 1, "unit", f"{name} is in no unit of its pack.", mend)


def unknown_references(raw: Raw) -> Iterator[Refusal]:
    """Refuse ids of concepts and course items that do not exist."""
    concepts = {concept.id for concept in raw.concepts}
    items = {item.id for course in raw.courses for item in course.items}
    for concept in raw.concepts:
        yield from _unknown(concept.path, "prerequisites", concept.prerequisites, concepts)
        yield from _unknown(concept.path, "encompasses", (e.concept for e in concept.encompasses), concepts)
        yield from _unknown(concept.path, "confusable_with", concept.confusable_with, concepts)
        yield from _unknown(concept.path, "covered_by", concept.covered_by, items)
        for place, point in enumerate(concept.points):
            yield from _unknown(concept.path, "key", point.key, concepts, section="point", index=place)
    for paper in raw.papers:
        place = [other.id for other in raw.papers if other.path == paper.path].index(paper.id)
        yield from _unknown(paper.path, "needs", paper.needs, concepts, section="paper", index=place)
    for plan in raw.assignments:
        yield from _unknown(plan.path, "concepts", plan.concepts, concepts)
    for course in raw.courses:
        for place, item in enumerate(course.items):
            yield from _unknown(course.path, "covers", item.covers, items, section="unit.item", index=place)


def _unknown(
    path: Path,
    key: str,
    names: Iterable[str],
    known: Collection[str],
    *,
    section: str = "",
    index: int = 0,
) -> Iterator[Refusal]:
    for name in names:
        if name not in known:
            line = line_of(path, key, section=section, index=index, containing=name)
            mend = suggest(name, known) or "Mend the id or take it out."
            yield Refusal(path, line, "unknown-id", f"{key} names {name}, which does not exist.", mend)


def cycle(raw: Raw) -> Iterator[Refusal]:
    """Refuse concepts that wait for each other; report one shortest cycle."""
    by_id = {concept.id: concept for concept in raw.concepts}
    ring = find_cycle({concept.id: concept.prerequisites for concept in raw.concepts})
    if ring:
        path = by_id[ring[0]].path
        line = line_of(path, "prerequisites", containing=f'"{ring[-1]}"')
        chain = " → ".join((*ring, ring[0]))
        message = f"These concepts wait for each other: {chain}."
        yield Refusal(
            path, line, "cycle", message, f"Take {ring[-1]} out of these prerequisites, for example."
        )


def unreachable(raw: Raw) -> Iterator[Refusal]:
    """Refuse a concept that rests on nothing, unless its pack is a foundation."""
    foundations = {pack.id for pack in raw.packs if pack.foundation}
    for concept in raw.concepts:
        if not concept.prerequisites and concept.pack not in foundations:
            message = f"{concept.id} cannot be reached: it rests on nothing, and its pack is no foundation."
            mend = "Name what a learner needs first."
            yield Refusal(concept.path, line_of(concept.path, "prerequisites"), "unreachable", message, mend)


STRUCTURE: tuple[Rule, ...] = (duplicate_ids, unit_membership, unknown_references, cycle, unreachable)
