"""What ships can be studied: two connected stretches, every answer kind, several templates a concept."""

from collections.abc import Iterator

import pytest

from upslope.checking import Answer, Parts
from upslope.core.ids import ConceptId
from upslope.curriculum import Concept, Curriculum, default_pack_root, load
from upslope.problems import LoadedTemplate, Variant

KINDS = {
    "number",
    "expression",
    "equation",
    "interval",
    "vector",
    "matrix",
    "set",
    "tuple",
    "basis",
    "shape",
    "choice",
    "facts",
    "ordering",
    "parts",
}


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    return load((default_pack_root(),))


@pytest.fixture(scope="module")
def taught(curriculum: Curriculum) -> tuple[Concept, ...]:
    return tuple(concept for concept in curriculum.concepts.values() if concept.has_lesson)


@pytest.fixture(scope="module")
def drawn(curriculum: Curriculum, taught: tuple[Concept, ...]) -> tuple[tuple[LoadedTemplate, Variant], ...]:
    return tuple(
        (template, template.draw(level, 1))
        for concept in taught
        for file in curriculum.templates_of(concept.id)
        for template in [curriculum.template(file.id)]
        for level in range(1, file.level_count + 1)
    )


def kinds_of(answer: Answer) -> Iterator[str]:
    yield answer.kind
    if isinstance(answer, Parts):
        for part in answer.named:
            yield from kinds_of(part.answer)


def test_at_least_fifteen_concepts_are_taught(taught: tuple[Concept, ...]) -> None:
    packs = [concept.pack for concept in taught]
    assert packs.count("foundations") >= 6
    assert packs.count("linear-algebra") >= 9
    assert "null-space-basis" in {concept.id for concept in taught}


def test_each_stretch_is_connected(curriculum: Curriculum, taught: tuple[Concept, ...]) -> None:
    """Whoever knows the foundations a stretch stands on can walk it without meeting a concept not taught."""
    known = {concept.id for concept in taught}
    foundations = {c.id for c in curriculum.concepts.values() if c.pack == "foundations"}
    for concept in taught:
        missing = set(concept.prerequisites) - known
        if concept.pack == "foundations":
            assert not missing, concept.id
        else:
            assert missing <= foundations, concept.id


def test_the_way_to_the_null_space_is_taught_to_its_end(
    curriculum: Curriculum, taught: tuple[Concept, ...]
) -> None:
    known = {concept.id for concept in taught}
    way = curriculum.graph.path([ConceptId("null-space-basis")])
    linear = [step for step in way if curriculum.concept(step).pack == "linear-algebra"]
    assert set(linear) <= known


def test_every_concept_has_enough_templates(curriculum: Curriculum, taught: tuple[Concept, ...]) -> None:
    for concept in taught:
        files = curriculum.templates_of(concept.id)
        assert len(files) >= 3, concept.id
        assert any(file.conceptual or not file.has_code for file in files), (
            f"{concept.id}: none is conceptual"
        )
        for point in concept.points:
            assert point.practice, f"{concept.id}: {point.id} has no practice"


def test_every_answer_kind_is_asked(drawn: tuple[tuple[LoadedTemplate, Variant], ...]) -> None:
    asked = {kind for _, variant in drawn for kind in kinds_of(variant.answer)}
    assert asked >= KINDS, f"not asked: {sorted(KINDS - asked)}"


def test_stories_figures_and_snippets_occur(
    curriculum: Curriculum,
    taught: tuple[Concept, ...],
    drawn: tuple[tuple[LoadedTemplate, Variant], ...],
) -> None:
    assert any(len(template.text.statements) > 1 for template, _ in drawn)
    assert any(variant.figure for _, variant in drawn)
    for concept in taught:
        lesson = curriculum.lesson(concept.id)
        assert lesson is not None
        assert "<samp>" in lesson.in_deep_learning, f"{concept.id} runs no snippet"
