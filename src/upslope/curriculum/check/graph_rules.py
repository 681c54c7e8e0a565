"""Refuse relations between concepts that contradict each other; note those that deserve a second thought."""

from collections.abc import Iterator

from upslope.core.errors import Refusal
from upslope.curriculum.check.material import Material, Rule
from upslope.curriculum.model import ItemKind
from upslope.curriculum.source import line_of

LEAST_DENSITY = 1.0
"""Encompassing edges per concept of an area below which reviews save little (the aim is 2 to 3)."""


def lecture(material: Material) -> Iterator[Refusal]:
    """Refuse a required lecture that no concept covers."""
    covered = {item for concept in material.raw.concepts for item in concept.covered_by}
    for course in material.raw.courses:
        for place, item in enumerate(course.items):
            required = item.kind is ItemKind.LECTURE and not item.optional and not item.review
            if required and item.id not in covered:
                line = line_of(course.path, "id", section="unit.item", index=place)
                message = f"The lecture {item.id} ({item.title}) is covered by no concept."
                mend = "Name it in covered_by of the concepts it teaches, or mark it optional or review."
                yield Refusal(course.path, line, "lecture", message, mend)


def encompassing(material: Material) -> Iterator[Refusal]:
    """Refuse an encompassed concept that is no ancestor: practising it cannot be part of practising this."""
    graph = material.curriculum.graph
    for concept in material.raw.concepts:
        for edge in concept.encompasses:
            if not graph.is_ancestor(edge.concept, concept.id):
                line = line_of(concept.path, "encompasses", containing=edge.concept)
                message = f"{concept.id} encompasses {edge.concept}, which it does not rest on."
                mend = "Make it a prerequisite (directly or not), or take it out of encompasses."
                yield Refusal(concept.path, line, "encompassing", message, mend)


def confusable(material: Material) -> Iterator[Refusal]:
    """Refuse pairs that are confusable one way only, and a concept confusable with itself."""
    by_id = {concept.id: concept for concept in material.raw.concepts}
    for concept in material.raw.concepts:
        for other in concept.confusable_with:
            if other == concept.id or concept.id not in by_id[other].confusable_with:
                line = line_of(concept.path, "confusable_with", containing=other)
                message = f"{other} does not name {concept.id} as confusable."
                mend = f"Add {concept.id} to confusable_with of {other}."
                if other == concept.id:
                    message, mend = f"{other} is confusable with itself.", "Take it out."
                yield Refusal(concept.path, line, "confusable", message, mend)


def key_prerequisite(material: Material) -> Iterator[Refusal]:
    """Refuse a point's key prerequisite that is no ancestor of its concept."""
    graph = material.curriculum.graph
    for concept in material.raw.concepts:
        for place, point in enumerate(concept.points):
            for key in point.key:
                if not graph.is_ancestor(key, concept.id):
                    line = line_of(concept.path, "key", section="point", index=place, containing=key)
                    message = f"Point {point.id} would repair {key}, which {concept.id} does not rest on."
                    mend = "Name a prerequisite (direct or not) of the concept."
                    yield Refusal(concept.path, line, "key", message, mend)


def rests_on_optional(material: Material) -> Iterator[Refusal]:
    """Note a required concept that rests on an optional one, which thereby becomes required."""
    by_id = {concept.id: concept for concept in material.raw.concepts}
    for concept in material.raw.concepts:
        for name in concept.prerequisites:
            if by_id[name].optional and not concept.optional:
                line = line_of(concept.path, "prerequisites", containing=name)
                message = f"{concept.id} is required and rests on the optional {name}."
                yield Refusal(concept.path, line, "optional", message, f"Is {name} required too?")


def redundant(material: Material) -> Iterator[Refusal]:
    """Note a prerequisite that another prerequisite already implies."""
    by_id = {concept.id: concept for concept in material.raw.concepts}
    for low, high in material.curriculum.graph.redundant():
        path = by_id[high].path
        line = line_of(path, "prerequisites", containing=low)
        message = f"{high} names {low}, which another prerequisite implies."
        yield Refusal(path, line, "redundant", message, "Keep it only if it must be fresh.")


def density(material: Material) -> Iterator[Refusal]:
    """Note an area with few encompassing edges: its reviews will not spare each other."""
    for pack in material.raw.packs:
        concepts = [concept for concept in material.raw.concepts if concept.pack == pack.id]
        edges = sum(len(concept.encompasses) for concept in concepts)
        if concepts and edges / len(concepts) < LEAST_DENSITY:
            message = f"{pack.id} has {edges / len(concepts):.2f} encompassing edges per concept."
            mend = "Aim at 2 to 3, where practising one concept practises another."
            yield Refusal(pack.path / "pack.toml", 1, "density", message, mend)


REFUSING: tuple[Rule, ...] = (lecture, encompassing, confusable, key_prerequisite)
NOTING: tuple[Rule, ...] = (rests_on_optional, redundant, density)
