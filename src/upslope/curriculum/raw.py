"""Find the files of packs and read each: what is written, before anything is compared with anything."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from upslope.core.errors import ContentError, Refusal
from upslope.core.ids import ConceptId, PackId, UnitId
from upslope.curriculum.index import Index, Payload
from upslope.curriculum.model import AssignmentPlan, Concept, Course, Pack, Paper, Unit
from upslope.curriculum.read import read_assignment, read_concept, read_course, read_pack, read_papers
from upslope.curriculum.source import TomlTable, parse_toml, split_front_matter
from upslope.problems.front_matter import TemplateFile, parse_front_matter

T = TypeVar("T")

LESSON = "lesson.md"
RETIRED = "retired"

_TEMPLATE_SHAPE = ",".join(field.name for field in fields(TemplateFile))


@dataclass(frozen=True, slots=True)
class OwnedTemplate:
    """Hold a template's head with the concept whose folder it lies in."""

    concept: ConceptId
    file: TemplateFile
    retired: bool


@dataclass(frozen=True, slots=True)
class Raw:
    """Hold everything the files say, in reading order, doubles included."""

    roots: tuple[Path, ...]
    packs: tuple[Pack, ...]
    concepts: tuple[Concept, ...]
    templates: tuple[OwnedTemplate, ...]
    courses: tuple[Course, ...]
    papers: tuple[Paper, ...]
    assignments: tuple[AssignmentPlan, ...]
    version: str


class Complaints:
    """Take what readers complain of: raise it at once, or collect it."""

    def __init__(self, *, collect: bool) -> None:
        self._collect = collect
        self.refusals: list[Refusal] = []

    def attempt(self, read: Callable[[], T]) -> T | None:
        """Return what `read` returns; where it complains, raise or note the complaint and return None."""
        try:
            return read()
        except ContentError as error:
            if not self._collect:
                raise
            self.refusals.append(error.refusal)
            return None


def read_roots(roots: Sequence[Path], *, facts: Complaints, templates: Complaints, indexed: bool) -> Raw:
    """Read all packs under `roots`; a root is a folder of packs, or one pack.

    Raises ContentError through the complaints that do not collect.
    """
    parts = [_Reader(root, facts, templates, indexed=indexed).read() for root in dict.fromkeys(roots)]
    return Raw(
        roots=tuple(root for part in parts for root in part.roots),
        packs=tuple(
            sorted((p for part in parts for p in part.packs), key=lambda pack: (pack.order, pack.id))
        ),
        concepts=tuple(concept for part in parts for concept in part.concepts),
        templates=tuple(template for part in parts for template in part.templates),
        courses=tuple(course for part in parts for course in part.courses),
        papers=tuple(paper for part in parts for paper in part.papers),
        assignments=tuple(plan for part in parts for plan in part.assignments),
        version="+".join(part.version for part in parts),
    )


class _Reader:
    """Read one root."""

    def __init__(self, root: Path, facts: Complaints, templates: Complaints, *, indexed: bool) -> None:
        self._root = root
        self._facts = facts
        self._templates = templates
        self._single = (root / "pack.toml").is_file()
        self._indexed = indexed and not self._single
        self._index = Index(root, _TEMPLATE_SHAPE, stored=self._indexed)

    def read(self) -> Raw:
        if not self._root.is_dir():
            raise ContentError(self._root, 1, "file", "There is no such folder of packs.", "Mend the path.")
        packs: list[Pack] = []
        concepts: list[Concept] = []
        templates: list[OwnedTemplate] = []
        for path in self._pack_files():
            pack = self._read(path, read_pack)
            if pack is None or (pack.example and not self._single):
                continue
            found = [self._concept(at, pack.id) for at in sorted(path.parent.glob(f"*/{LESSON}"))]
            own = [concept for concept in found if concept is not None]
            packs.append(pack if pack.units else replace(pack, units=(_only_unit(pack, own),)))
            concepts.extend(own)
            templates.extend(template for concept in own for template in self._templates_of(concept))
        raw = Raw(
            roots=(self._root,),
            packs=tuple(packs),
            concepts=tuple(concepts),
            templates=tuple(templates),
            courses=self._each("courses/*.toml", read_course),
            papers=tuple(paper for group in self._each("papers.toml", read_papers) for paper in group),
            assignments=self._each("assignments/*/assignment.toml", read_assignment),
            version=self._index.version(),
        )
        if self._indexed:
            self._index.save()
        return raw

    def _pack_files(self) -> list[Path]:
        return [self._root / "pack.toml"] if self._single else sorted(self._root.glob("*/pack.toml"))

    def _each(self, pattern: str, read: Callable[[Path, TomlTable], T]) -> tuple[T, ...]:
        results = (self._read(path, read) for path in sorted(self._root.glob(pattern)))
        return tuple(result for result in results if result is not None)

    def _read(self, path: Path, read: Callable[[Path, TomlTable], T]) -> T | None:
        return self._facts.attempt(lambda: read(path, self._index.facts(path, parse_toml)))

    def _concept(self, path: Path, pack: PackId) -> Concept | None:
        def read() -> Concept:
            facts = self._index.facts(path, _lesson_payload)
            return read_concept(path, facts["table"], pack=pack, has_lesson=facts["has_lesson"])

        return self._facts.attempt(read)

    def _templates_of(self, concept: Concept) -> Iterator[OwnedTemplate]:
        for folder, retired in ((concept.folder, False), (concept.folder / RETIRED, True)):
            names = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
            for name in sorted(names):
                if name.endswith(".md") and name != LESSON and name.count(".") == 1:
                    file = self._template(folder / name, has_code=f"{name[:-3]}.py" in names)
                    if file is not None:
                        yield OwnedTemplate(concept.id, file, retired)

    def _template(self, path: Path, *, has_code: bool) -> TemplateFile | None:
        def read() -> TemplateFile:
            if has_code:  # its digest belongs to the version, its content is read when it is drawn
                self._index.facts(path.with_suffix(".py"), lambda _path, _text: {})
            return _template_file(path, self._index.facts(path, _template_payload), has_code=has_code)

        return self._templates.attempt(read)


def _only_unit(pack: Pack, concepts: Sequence[Concept]) -> Unit:
    """Return the unit of a pack that names none: all of it, in the order of the folders."""
    return Unit(UnitId(pack.id), pack.title, pack.id, tuple(concept.id for concept in concepts))


def _lesson_payload(path: Path, text: str) -> Payload:
    front = split_front_matter(path, text)
    return {"table": front.table, "has_lesson": bool(front.body.strip())}


def _template_payload(path: Path, text: str) -> Payload:
    payload = asdict(parse_front_matter(path, text))
    del payload["path"], payload["has_code"]
    return payload


def _template_file(path: Path, payload: Payload, *, has_code: bool) -> TemplateFile:
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in payload.items()}
    return TemplateFile(path=path, has_code=has_code, **values)
