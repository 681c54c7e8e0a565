"""Name the goals a learner can choose, and what each requires."""

from collections.abc import Iterator
from dataclasses import dataclass

from upslope.core.errors import NotFoundError
from upslope.core.ids import ConceptId, PackId, PaperId
from upslope.curriculum import Curriculum, markup
from upslope.services.words import count, hours

DEFAULT_PAPER = PaperId("vaswani-2017-transformer")
DEFAULT_GOAL = f"paper:{DEFAULT_PAPER}"
EVERYTHING = "everything"


@dataclass(frozen=True, eq=False)
class Goal:
    """Hold a goal: its targets, and all that is required for them in teaching order (targets included)."""

    key: str
    title: str
    description: str
    url: str
    targets: tuple[ConceptId, ...]
    path: tuple[ConceptId, ...]

    @property
    def concept(self) -> ConceptId | None:
        """Return the one target, or None if there are several."""
        return self.targets[0] if len(self.targets) == 1 else None


def goal_of(curriculum: Curriculum, key: str) -> Goal:
    """Return the goal of that key; where it is gone from the curriculum, the default, else everything."""
    for candidate in (key, DEFAULT_GOAL, EVERYTHING):
        try:
            return make_goal(curriculum, candidate)
        except NotFoundError:
            continue
    raise NotFoundError("The curriculum is empty.", "Install Upslope again.")


def make_goal(curriculum: Curriculum, key: str) -> Goal:
    """Build a goal: "paper:ID", "area:ID", "concept:ID" or "everything".

    Raises NotFoundError if the curriculum does not have it.
    """
    kind, _, name = key.partition(":")
    if kind == "paper" and PaperId(name) in curriculum.papers:
        paper = curriculum.papers[PaperId(name)]
        return _goal(curriculum, key, paper.title, paper.needs, url=paper.url)
    if kind == "area" and any(pack.id == name for pack in curriculum.packs):
        pack = curriculum.pack(PackId(name))
        targets = tuple(c.id for c in curriculum.concepts.values() if c.pack == pack.id and not c.optional)
        return _goal(curriculum, key, pack.title, targets, url=f"/map/units/?area={pack.id}")
    if kind == "concept" and name in curriculum.concepts:
        concept = curriculum.concepts[ConceptId(name)]
        return _goal(
            curriculum, key, markup.plain(concept.title), (concept.id,), url=f"/concepts/{concept.id}/"
        )
    if key == EVERYTHING and curriculum.concepts:
        targets = tuple(c.id for c in curriculum.concepts.values() if not c.optional)
        return _goal(curriculum, key, "The whole way: foundations to research", targets, url="/map/all/")
    raise NotFoundError(f"There is no goal {key}.", "Choose another one in the settings.")


def offered(curriculum: Curriculum) -> Iterator[str]:
    """Yield the keys of the goals the first run and the settings offer, the default first."""
    if DEFAULT_PAPER in curriculum.papers:
        yield DEFAULT_GOAL
    for pack in curriculum.packs:
        if not pack.foundation:
            yield f"area:{pack.id}"
    yield EVERYTHING


def _goal(curriculum: Curriculum, key: str, title: str, targets: tuple[ConceptId, ...], *, url: str) -> Goal:
    needed = set(curriculum.graph.path(targets))
    path = tuple(sorted(needed, key=lambda c: (curriculum.concepts[c].position, curriculum.graph.place(c))))
    lessons = sum(curriculum.concepts[concept].minutes for concept in path)
    return Goal(
        key=key,
        title=title,
        description=f"{count(len(path), 'concept')}, about {hours(lessons)} of lessons",
        url=url,
        targets=targets,
        path=path,
    )
