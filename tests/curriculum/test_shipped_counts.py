"""Count what ships: nothing of the curriculum is lost by an edit nobody noticed."""

import tomllib
from pathlib import Path
from typing import Any

PACKS = Path(__file__).parents[2] / "packs"
AREAS = [
    path.parent for path in sorted(PACKS.glob("*/pack.toml")) if path.parent.name not in ("example", "broken")
]


def front_matter(path: Path) -> dict[str, Any]:
    opening, text, _body = path.read_text(encoding="utf-8").split("+++\n", 2)
    assert opening == ""
    return tomllib.loads(text)


def concepts() -> list[dict[str, Any]]:
    return [front_matter(path) for area in AREAS for path in sorted(area.glob("*/lesson.md"))]


def test_eleven_areas_hold_560_concepts_with_permanent_ids() -> None:
    ids = [concept["id"] for concept in concepts()]
    assert len(AREAS) >= 11
    assert len(ids) >= 560
    assert len(set(ids)) == len(ids)


def test_the_prerequisites_are_at_least_1049_edges() -> None:
    assert sum(len(concept["prerequisites"]) for concept in concepts()) >= 1049


def test_eight_courses_keep_all_their_items() -> None:
    courses = [
        tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((PACKS / "courses").glob("*.toml"))
    ]
    assert len(courses) == 8
    items = [item["id"] for course in courses for unit in course["unit"] for item in unit["item"]]
    assert len(items) == len(set(items)) == 966


def test_72_papers_and_45_assignment_plans() -> None:
    papers = tomllib.loads((PACKS / "papers.toml").read_text(encoding="utf-8"))["paper"]
    assert len({paper["id"] for paper in papers}) == len(papers) == 72
    assert len(list((PACKS / "assignments").glob("*/assignment.toml"))) == 45
