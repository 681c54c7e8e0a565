"""Turn the tables of a pack's files into frozen objects; one function per kind of file."""

import re
from pathlib import Path

from upslope.core.ids import (
    AssignmentId,
    ConceptId,
    CourseId,
    ItemId,
    PackId,
    PaperId,
    PointId,
    TemplateId,
    UnitId,
)
from upslope.curriculum.model import (
    AnswerKind,
    AssignmentPlan,
    Concept,
    Course,
    CourseItem,
    CourseUnit,
    Encompassing,
    Experiment,
    ItemKind,
    Pack,
    Paper,
    Point,
    Practice,
    Unit,
    UseSite,
)
from upslope.curriculum.source import TomlTable
from upslope.curriculum.table import Table

MOST_MINUTES = 1200
"""A project of a whole week is the longest single concept."""

_PRACTICE = re.compile(r"([a-z0-9-]+)(?::([1-9]))?")


def read_pack(path: Path, facts: TomlTable) -> Pack:
    """Read `pack.toml`. Raises ContentError."""
    table = Table(path, facts)
    pack = PackId(table.id("id"))
    result = Pack(
        id=pack,
        title=table.text("title"),
        summary=table.text("summary", ""),
        order=table.whole("order", least=0, most=9999, default=1000),
        foundation=table.truth("foundation"),
        example=table.truth("example"),
        units=tuple(_unit(unit, pack) for unit in table.tables("unit")),
        path=path.parent,
    )
    table.close()
    if path.parent.name != pack:
        raise table.refuse(
            "id",
            f"The folder is {path.parent.name}, the id is {pack}.",
            "Give both the same name.",
            rule="id",
        )
    return result


def _unit(table: Table, pack: PackId) -> Unit:
    unit = Unit(
        id=UnitId(table.id("id")),
        title=table.text("title"),
        pack=pack,
        concepts=tuple(ConceptId(name) for name in table.ids("concepts", required=True)),
    )
    table.close()
    return unit


def read_concept(path: Path, facts: TomlTable, *, pack: PackId, has_lesson: bool) -> Concept:
    """Read the front matter of a concept's `lesson.md`. Raises ContentError."""
    table = Table(path, facts)
    title = table.text("title")
    concept = Concept(
        id=ConceptId(table.id("id")),
        title=title,
        short=table.text("short", "") or title,
        objective=table.text("objective"),
        pack=pack,
        unit=UnitId(""),
        prerequisites=_concepts(table, "prerequisites", required=True),
        encompasses=tuple(Encompassing(ConceptId(c), w) for c, w in table.weights("encompasses")),
        covered_by=tuple(ItemId(item) for item in table.ids("covered_by")),
        confusable_with=_concepts(table, "confusable_with"),
        minutes=table.whole("minutes", least=1, most=MOST_MINUTES),
        answer_kind=table.kind("answer_kind", AnswerKind),
        optional=table.truth("optional"),
        beyond_course=table.truth("beyond_course"),
        note=table.text("note", ""),
        used_in_deep_learning=table.text("used_in_deep_learning", ""),
        uses=tuple(_use(use) for use in table.tables("use")),
        points=tuple(_point(point) for point in table.tables("point")),
        problem_ideas=table.texts("problem_ideas"),
        common_errors=table.texts("common_errors"),
        has_lesson=has_lesson,
        path=path,
    )
    table.close()
    if path.parent.name != concept.id:
        message = f"The folder is {path.parent.name}, the id is {concept.id}."
        raise table.refuse("id", message, "Give both the same name; an id in use never changes.", rule="id")
    _differ(table, concept)
    return concept


def _concepts(table: Table, key: str, *, required: bool = False) -> tuple[ConceptId, ...]:
    return tuple(ConceptId(name) for name in table.ids(key, required=required))


def _use(table: Table) -> UseSite:
    use = UseSite(table.text("where"), table.text("source"))
    table.close()
    return use


def _point(table: Table) -> Point:
    point = Point(
        id=PointId(table.id("id")),
        title=table.text("title"),
        key=_concepts(table, "key"),
        practice=tuple(_practice(table, text) for text in table.ids("practice")),
    )
    table.close()
    return point


def _practice(table: Table, text: str) -> Practice:
    found = _PRACTICE.fullmatch(text)
    if found is None:
        raise table.refuse(
            "practice", f"{text!r} names no template.", 'Write "its-id" or "its-id:2".', at=text
        )
    return Practice(TemplateId(found[1]), int(found[2] or 1))


def _differ(table: Table, concept: Concept) -> None:
    """Complain of two points of one name."""
    names = [point.id for point in concept.points]
    for place, name in enumerate(names):
        if name in names[:place]:
            raise table.refuse(
                "id", f"Two points are called {name}.", "Rename one.", rule="duplicate", at=name
            )


def read_course(path: Path, facts: TomlTable) -> Course:
    """Read a course's file. Raises ContentError."""
    table = Table(path, facts)
    course, units, items = CourseId(table.id("id")), [], 0
    for unit in table.tables("unit"):
        units.append(_course_unit(unit, course, items))
        items += len(units[-1].items)
    result = Course(
        id=course,
        title=table.text("title"),
        number=table.text("number", ""),
        instructor=table.text("instructor"),
        provider=table.text("provider"),
        url=table.text("url"),
        licence=table.text("licence"),
        expected_weeks=table.number("expected_weeks", above=0, most=200),
        units=tuple(units),
        expected_weeks_note=table.text("expected_weeks_note", ""),
        expected_hours_provider=table.maybe_whole("expected_hours_provider", least=1, most=2000),
        lecture_video_source=table.text("lecture_video_source", ""),
        successor_url=table.text("successor_url", ""),
        exercise_language=table.text("exercise_language", ""),
        textbook=table.text("textbook", ""),
        path=path,
    )
    table.close()
    return result


def _course_unit(table: Table, course: CourseId, items_before: int) -> CourseUnit:
    unit = UnitId(table.id("id"))
    optional = table.truth("optional")
    result = CourseUnit(
        id=unit,
        title=table.text("title"),
        url=table.text("url", ""),
        optional=optional,
        part=table.text("part", ""),
        week=table.maybe_whole("week", least=1, most=200),
        note=table.text("note", ""),
        items=tuple(
            _item(item, course, unit, optional=optional)
            for item in table.tables("item", "unit.item", items_before)
        ),
    )
    table.close()
    return result


def _item(table: Table, course: CourseId, unit: UnitId, *, optional: bool) -> CourseItem:
    """Read one item; in an optional unit every item is optional unless it says otherwise."""
    own = table.truth("optional")
    item = CourseItem(
        id=ItemId(table.id("id")),
        course=course,
        unit=unit,
        kind=table.kind("kind", ItemKind),
        number=table.text("number", ""),
        title=table.text("title"),
        url=table.text("url", ""),
        optional=own if table.has("optional") else optional,
        review=table.truth("review"),
        practice=table.truth("practice"),
        practice_exams=table.text("practice_exams", ""),
        about=table.text("about", ""),
        reading=table.text("reading", ""),
        note=table.text("note", ""),
        lecture_video=table.texts("lecture_video"),
        covers=tuple(ItemId(name) for name in table.ids("covers")),
        minutes=table.maybe_whole("minutes", least=1, most=100_000),
        video_minutes=table.maybe_whole("video_minutes", least=1, most=1000),
        week=table.maybe_whole("week", least=1, most=200),
        session=table.maybe_whole("session", least=1, most=1000),
    )
    table.close()
    return item


def read_papers(path: Path, facts: TomlTable) -> tuple[Paper, ...]:
    """Read `papers.toml`. Raises ContentError."""
    table = Table(path, facts)
    papers = tuple(_paper(paper) for paper in table.tables("paper"))
    table.close()
    return papers


def _paper(table: Table) -> Paper:
    experiment = table.table("experiment", "paper.experiment")
    paper = Paper(
        id=PaperId(table.id("id")),
        title=table.text("title"),
        authors=table.text("authors"),
        year=table.whole("year", least=1600, most=2100),
        venue=table.text("venue"),
        doi=table.text("doi", ""),
        arxiv=table.text("arxiv", ""),
        needs=_concepts(table, "needs", required=True),
        claim=table.text("claim"),
        experiment=Experiment(
            what=experiment.text("what"),
            data=experiment.text("data"),
            supports_if=experiment.text("supports_if"),
            minutes=experiment.whole("minutes", least=1, most=1000),
        ),
        path=table.path,
    )
    table.close()
    experiment.close()
    return paper


def read_assignment(path: Path, facts: TomlTable) -> AssignmentPlan:
    """Read an `assignment.toml`. Raises ContentError."""
    table = Table(path, facts)
    plan = AssignmentPlan(
        id=AssignmentId(table.id("id")),
        title=table.text("title"),
        framework=table.text("framework"),
        minutes=table.whole("minutes", least=1, most=5000),
        runtime_seconds_2_cores=table.whole("runtime_seconds_2_cores", least=1, most=3600),
        dataset=table.text("dataset"),
        concepts=_concepts(table, "concepts", required=True),
        functions=table.texts("functions"),
        visible_tests=table.texts("visible_tests"),
        hidden_tests=table.texts("hidden_tests"),
        path=path,
    )
    table.close()
    return plan
