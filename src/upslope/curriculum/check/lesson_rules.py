"""Refuse lessons that miss a part, run too long, or cannot be shown as they are written."""

from collections.abc import Iterator

from upslope.core.errors import ContentError, Refusal
from upslope.curriculum.blocks import settings_of
from upslope.curriculum.check.material import Material, Rule
from upslope.curriculum.check.texts import word_count
from upslope.curriculum.lesson import LessonText, Section, SectionKind
from upslope.curriculum.lesson_page import LessonPage, Sources, list_lines, trap_slip
from upslope.curriculum.model import Concept
from upslope.curriculum.raw import LESSON
from upslope.curriculum.source import line_of
from upslope.curriculum.table import suggest

MOST_WHY_WORDS = 120
MOST_IDEA_WORDS = 150
SUMMARY_LINES = (3, 6)

_NEEDED = (SectionKind.WHY, SectionKind.SUMMARY, SectionKind.TRAPS, SectionKind.IN_DEEP_LEARNING)


def heading(material: Material) -> Iterator[Refusal]:
    """Refuse sections outside the closed list, doubled ones, and text before the first."""
    for _, lesson in material.taught():
        yield from lesson.refusals


def missing_section(material: Material) -> Iterator[Refusal]:
    """Refuse a lesson without one of its sections, a point without its own, a section that holds nothing."""
    for concept, lesson in material.taught():
        for section in lesson.sections:
            counted = section.kind is SectionKind.SUMMARY  # `summary_length` refuses an empty one
            if not section.text.strip() and not counted:
                name = f"# {section.kind}: {section.point}" if section.point else f"# {section.kind}"
                message = f"The section {name} is empty."
                yield Refusal(lesson.path, section.line, "missing-section", message, "Write it.")
        for kind in _NEEDED:
            if not lesson.of(kind):
                message, mend = f"The section # {kind} is missing.", "Write it."
                yield Refusal(lesson.path, lesson.body_line, "missing-section", message, mend)
        written = [section.point for section in lesson.of(SectionKind.POINT)]
        declared = [point.id for point in concept.points]
        if not declared:
            message = "The lesson declares no [[point]]."
            yield Refusal(lesson.path, 1, "missing-section", message, "Add one to the front matter.")
        for place, point in enumerate(declared):
            if point not in written:
                line = line_of(lesson.path, "id", section="point", index=place)
                message = f"The point {point} has no section."
                yield Refusal(lesson.path, line, "missing-section", message, f"Write # Point: {point}.")
        for section in lesson.of(SectionKind.POINT):
            if section.point not in declared:
                message = f"The front matter declares no point {section.point}."
                mend = suggest(section.point, declared) or "Add a [[point]] with this id."
                yield Refusal(lesson.path, section.line, "missing-section", message, mend)


def why_length(material: Material) -> Iterator[Refusal]:
    """Refuse a # Why of more than 120 words."""
    for _, lesson in material.taught():
        for section in lesson.of(SectionKind.WHY):
            words = word_count(section.tokens)
            if words > MOST_WHY_WORDS:
                message = f"# Why has {words} words; at most {MOST_WHY_WORDS} are read."
                yield Refusal(lesson.path, section.line, "why-length", message, "Name the use, ask, stop.")


def summary_length(material: Material) -> Iterator[Refusal]:
    """Refuse a summary that is no list of three to six lines."""
    least, most = SUMMARY_LINES
    for _, lesson in material.taught():
        for section in lesson.of(SectionKind.SUMMARY):
            lines = len(list_lines(section.tokens))
            if not least <= lines <= most:
                message = f"The summary has {lines} lines; it needs {least} to {most}."
                mend = "Write a list of what the learner should be able to say."
                yield Refusal(lesson.path, section.line, "summary-length", message, mend)


def use_site(material: Material) -> Iterator[Refusal]:
    """Refuse a lesson that names no exact place where deep learning uses its concept."""
    for concept, lesson in material.taught():
        if not concept.uses:
            message = "The lesson names no use-site."
            mend = "Add [[use]] with where and source: section, equation or line."
            yield Refusal(lesson.path, 1, "use-site", message, mend)


def unshowable(material: Material) -> Iterator[Refusal]:
    """Refuse examples whose template cannot be drawn, figures that fail, links to no item."""
    sources = Sources(material.curriculum.template, material.curriculum.items)
    for concept, lesson in material.taught():
        page = LessonPage(material.curriculum.concept(concept.id), lesson, sources)
        for section in lesson.sections:
            try:
                page.section(section)
            except ContentError as error:
                yield error.refusal


def unchecked_example(material: Material) -> Iterator[Refusal]:
    """Refuse a hand-made example whose numbers no `check` block asserts."""
    for _, lesson in material.taught():
        for section in lesson.sections:
            yield from _unchecked(lesson, section)


def _unchecked(lesson: LessonText, section: Section) -> Iterator[Refusal]:
    waiting: int | None = None
    for token in section.tokens:
        begins = token.type == "block_open" and token.info == "example"
        if begins and waiting is not None:
            yield _no_check(lesson, waiting)
        if begins:
            by_hand = "template" not in settings_of(token)
            waiting = lesson.body_line + (token.map[0] if token.map else 0) if by_hand else None
        elif token.type == "fence" and "check" in token.info.split()[1:]:
            waiting = None
    if waiting is not None:
        yield _no_check(lesson, waiting)


def _no_check(lesson: LessonText, line: int) -> Refusal:
    message = "Nothing checks the numbers of this example."
    mend = "Follow it with ```python check and assert what it says, or use :::example template=…"
    return Refusal(lesson.path, line, "unchecked-example", message, mend)


def trap(material: Material) -> Iterator[Refusal]:
    """Refuse a trap that names a slip no template of the concept has."""
    for concept, lesson in material.taught():
        slips = _slips(material, concept)
        if slips is None:
            continue
        for section in lesson.of(SectionKind.TRAPS):
            for line in list_lines(section.tokens):
                name = trap_slip(line)
                if "-" in name and name not in slips:
                    message = f"No template of {concept.id} has a slip {name}."
                    mend = suggest(name, slips) or "Name a slip, or end the trap without brackets."
                    place = line_of_text(lesson, section, f"({name})")
                    yield Refusal(lesson.path, place, "trap", message, mend)


def _slips(material: Material, concept: Concept) -> list[str] | None:
    """Return the slips of a concept's templates; None if one cannot be read, which is refused for itself."""
    templates = material.templates_of(concept.id)
    if len(templates) < sum(path.name != LESSON for path in concept.folder.glob("*.md")):
        return None
    try:
        return [slip for t in templates for slip in material.curriculum.template(t.file.id).text.slips]
    except ContentError:
        return None


def line_of_text(lesson: LessonText, section: Section, text: str) -> int:
    """Return the line of the file on which a section holds `text`, or its heading's."""
    for number, line in enumerate(section.text.splitlines(), section.line + 1):
        if text in line:
            return number
    return section.line


def unnamed_trap(material: Material) -> Iterator[Refusal]:
    """Note a trap that names no slip: no problem catches it."""
    for _, lesson in material.taught():
        for section in lesson.of(SectionKind.TRAPS):
            for line in list_lines(section.tokens):
                if not trap_slip(line):
                    place = line_of_text(lesson, section, line.split("$")[0].split("*")[0][:30].strip("- "))
                    message = f"The trap “{line[:50]}” names no slip."
                    yield Refusal(lesson.path, place, "unnamed-trap", message, "End it with (slip-name).")


def long_idea(material: Material) -> Iterator[Refusal]:
    """Note a point whose text before the first block runs past 150 words."""
    for _, lesson in material.taught():
        for section in lesson.of(SectionKind.POINT):
            blocks = (n for n, token in enumerate(section.tokens) if token.type.startswith("block_"))
            words = word_count(section.tokens[: next(blocks, len(section.tokens))])
            if words > MOST_IDEA_WORDS:
                message = f"The idea has {words} words before its example."
                yield Refusal(lesson.path, section.line, "long-idea", message, "One point, one idea.")


REFUSING: tuple[Rule, ...] = (
    heading,
    missing_section,
    why_length,
    summary_length,
    use_site,
    unshowable,
    unchecked_example,
    trap,
)
NOTING: tuple[Rule, ...] = (unnamed_trap, long_idea)
