"""Refuse points without practice, templates without a point, and files that belong to nothing."""

from collections.abc import Iterator

from upslope.core.errors import Refusal
from upslope.curriculum.check.material import Material, Rule
from upslope.curriculum.figures import FILE as FIGURES
from upslope.curriculum.load import missing_practice
from upslope.curriculum.raw import LESSON, RETIRED
from upslope.curriculum.source import line_of
from upslope.curriculum.table import suggest


def practice(material: Material) -> Iterator[Refusal]:
    """Refuse practice that names no template of its concept, or a level it does not have."""
    yield from missing_practice(material.raw)


def point_without_practice(material: Material) -> Iterator[Refusal]:
    """Refuse a point that nothing practises."""
    for concept in material.raw.concepts:
        for place, point in enumerate(concept.points):
            if not point.practice:
                line = line_of(concept.path, "id", section="point", index=place)
                message = f"Nothing practises the point {point.id}."
                mend = 'Name at least one template: practice = ["its-id"].'
                yield Refusal(concept.path, line, "point-without-practice", message, mend)


def template_without_point(material: Material) -> Iterator[Refusal]:
    """Refuse a template whose point its concept does not have, or that no point practises."""
    for concept in material.raw.concepts:
        points = [point.id for point in concept.points]
        used = {practice.template for point in concept.points for practice in point.practice}
        for template in material.templates_of(concept.id):
            file = template.file
            line = line_of(file.path, "point")
            if file.point not in points:
                message = f"{concept.id} has no point {file.point}."
                mend = suggest(file.point, points) or "Name a point of the lesson's front matter."
                yield Refusal(file.path, line, "template-without-point", message, mend)
            elif file.id not in used:
                message = f"No point of {concept.id} names {file.id} in its practice."
                mend = f'Add "{file.id}" to practice of the point {file.point}.'
                yield Refusal(file.path, line, "template-without-point", message, mend)


def unpractised_level(material: Material) -> Iterator[Refusal]:
    """Note a level that no point practises: it is never asked."""
    for concept in material.raw.concepts:
        used = {(each.template, each.level) for point in concept.points for each in point.practice}
        named = {template for template, _ in used}
        for template in material.templates_of(concept.id):
            file = template.file
            for level in range(1, file.level_count + 1):
                if file.id in named and (file.id, level) not in used:
                    message = f"No point practises level {level} of {file.id}, so it is never asked."
                    mend = f'Add "{file.id}:{level}" to practice of the point {file.point}.'
                    line = line_of(file.path, "levels")
                    yield Refusal(file.path, line, "unpractised-level", message, mend)


def stray_file(material: Material) -> Iterator[Refusal]:
    """Refuse files in a concept's folder that nothing reads."""
    for concept in material.raw.concepts:
        for folder in (concept.folder, concept.folder / RETIRED):
            if not folder.is_dir():
                continue
            names = {path.name for path in folder.iterdir() if path.name != "__pycache__"}
            texts = {name.split(".")[0] for name in names if name.endswith(".md")}
            for name in sorted(names):
                known = name.endswith(".md") or name in (RETIRED, FIGURES)
                if not known and not (name.endswith(".py") and name[:-3] in texts - {LESSON[:-3]}):
                    message = f"{name} belongs to no template of {concept.id}."
                    mend = "Code needs a text of the same name; figures go into figures.py."
                    yield Refusal(folder / name, 1, "stray-file", message, mend)


REFUSING: tuple[Rule, ...] = (practice, point_without_practice, template_without_point, stray_file)
NOTING: tuple[Rule, ...] = (unpractised_level,)
