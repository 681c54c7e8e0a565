"""Load what ships and what is written here; believe the index only as far as files allow."""

import json
import os
import tomllib
from pathlib import Path

import pytest
from tests.curriculum.packs import write_concept, write_pack

from upslope.core.errors import ContentError, NotFoundError, UpslopeError
from upslope.core.ids import ConceptId, ItemId, PackId, PaperId, PointId, TemplateId, UnitId
from upslope.curriculum import Curriculum, default_pack_root, load, roots
from upslope.curriculum.roots import pack_root_of

EXAMPLE = Path(__file__).parents[2] / "packs" / "example"


@pytest.fixture(scope="module")
def shipped() -> Curriculum:
    return load([default_pack_root()], indexed=False)


def test_what_ships_is_whole(shipped: Curriculum) -> None:
    assert len(shipped.concepts) >= 560
    assert (len(shipped.courses), len(shipped.papers), len(shipped.assignments)) == (8, 72, 45)
    assert len(shipped.packs) >= 11
    assert len(shipped.graph) == len(shipped.concepts)
    assert PackId("example") not in [pack.id for pack in shipped.packs], "the example loads only by name"
    assert "broken" not in [pack.id for pack in shipped.packs]


def test_a_short_title_falls_back_to_the_title(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "small")
    write_concept(pack, "one", more='short = "1"\n')
    write_concept(pack, "two")
    concepts = load([tmp_path]).concepts
    assert [(c.title, c.short) for c in concepts.values()] == [("One", "1"), ("Two", "Two")]


def test_concepts_stand_in_teaching_order_and_know_their_unit(shipped: Curriculum) -> None:
    positions = [concept.position for concept in shipped.concepts.values()]
    assert positions == list(range(len(positions)))
    listed = [name for unit in shipped.units for name in unit.concepts]
    assert listed == list(shipped.concepts)
    for concept in shipped.concepts.values():
        assert concept.id in shipped.unit(concept.unit).concepts
        assert shipped.unit(concept.unit).pack == concept.pack


def test_the_units_of_an_area_can_be_taken_in_order_almost_everywhere(shipped: Curriculum) -> None:
    early = [
        (low, high)
        for low, high in shipped.graph.edges()
        if shipped.concepts[low].pack == shipped.concepts[high].pack
        and shipped.concepts[low].position > shipped.concepts[high].position
    ]
    assert len(early) <= 2, early


def test_relations_between_concepts_courses_and_papers(shipped: Curriculum) -> None:
    null_space = ConceptId("null-space-basis")
    assert [item.id for item in shipped.course_items(null_space)] == [
        "1806-u1s07",
        "1806-u1s07-rec",
        "1806-u1s07-ps",
    ]
    assert null_space in shipped.covered_by(ItemId("1806-u1s07"))
    attention = PaperId("vaswani-2017-transformer")
    way = shipped.path_to_paper(attention)
    assert set(shipped.papers[attention].needs) <= set(way)
    assert shipped.papers[attention] in shipped.needed_for(shipped.papers[attention].needs[0])
    assert shipped.papers[attention].url.startswith("https://")


def test_what_does_not_exist_is_said_by_name(shipped: Curriculum) -> None:
    with pytest.raises(NotFoundError, match="no concept nowhere"):
        shipped.concept(ConceptId("nowhere"))
    with pytest.raises(NotFoundError, match="no area"):
        shipped.pack(PackId("nowhere"))
    with pytest.raises(NotFoundError, match="no unit"):
        shipped.unit(UnitId("nowhere"))
    with pytest.raises(NotFoundError, match="no template"):
        shipped.template(TemplateId("nowhere"))
    with pytest.raises(NotFoundError, match="no point of limits"):
        shipped.point_of(ConceptId("limits"), PointId("nowhere"))
    with pytest.raises(NotFoundError, match="no paper"):
        shipped.path_to_paper(PaperId("nowhere"))


def test_a_concept_without_lesson_still_has_its_facts(tmp_path: Path) -> None:
    write_concept(write_pack(tmp_path, "small"), "one")
    curriculum = load([tmp_path])
    concept = curriculum.concept(ConceptId("one"))
    assert not concept.has_lesson
    assert not concept.has_practice
    assert curriculum.lesson(concept.id) is None
    assert curriculum.templates_of(concept.id) == ()


def test_the_example_is_a_pack_of_its_own() -> None:
    curriculum = load([EXAMPLE])
    (concept,) = curriculum.concepts
    assert {file.id for file in curriculum.templates_of(concept)} == {
        "mean-true-or-false",
        "number-from-the-mean",
    }
    assert curriculum.concept_of_template(TemplateId("mean-true-or-false")) == concept
    point = curriculum.point_of(concept, PointId("halfway-between"))
    assert [p.template for p in point.practice] == [p.template for p in curriculum.practice_of(concept)]
    template = curriculum.template(TemplateId("number-from-the-mean"))
    assert template is curriculum.template(TemplateId("number-from-the-mean")), "loaded once"
    assert not (EXAMPLE / "index.json").exists()


def test_a_half_written_template_stops_nobody(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "small")
    points = '[[point]]\nid = "p"\ntitle = "P"\npractice = ["half-written", "never-written", "good:2"]\n'
    path = write_concept(pack, "one", more=points)
    (path.parent / "half-written.md").write_text("+++\ntitle = \n+++\n", encoding="utf-8")
    good = '+++\ntitle = "Good"\npoint = "p"\nversion = 1\nminutes = 1\n+++\n# Facts\n'
    (path.parent / "good.md").write_text(good, encoding="utf-8")
    curriculum = load([tmp_path])
    assert curriculum.practice_of(ConceptId("one")) == ()
    assert [(r.path.name, r.rule) for r in curriculum.refused] == [
        ("half-written.md", "front-matter"),
        ("lesson.md", "practice"),
        ("lesson.md", "practice"),
    ]
    assert "its levels end at 1" in curriculum.refused[2].mend.lower()


def test_retired_templates_are_kept_for_old_attempts_only(tmp_path: Path) -> None:
    path = write_concept(write_pack(tmp_path, "small"), "one")
    retired = path.parent / "retired"
    retired.mkdir()
    text = '+++\ntitle = "Old"\npoint = "p"\nversion = 1\nminutes = 1\n+++\n# Facts\n'
    (retired / "old.md").write_text(text, encoding="utf-8")
    curriculum = load([tmp_path])
    assert curriculum.templates_of(ConceptId("one")) == ()
    assert curriculum.concept_of_template(TemplateId("old")) == "one"


def test_translations_are_no_templates(tmp_path: Path) -> None:
    path = write_concept(write_pack(tmp_path, "small"), "one")
    (path.parent / "sum.de.md").write_text("nothing to read yet", encoding="utf-8")
    assert not load([tmp_path]).refused


def test_two_roots_are_one_curriculum(tmp_path: Path) -> None:
    write_concept(write_pack(tmp_path / "a", "base"), "one")
    write_concept(write_pack(tmp_path / "b", "more", foundation=False), "two", "one")
    curriculum = load([tmp_path / "a", tmp_path / "b" / "more"])
    assert curriculum.graph.ancestors(ConceptId("two")) == {"one"}


def test_unusable_facts_are_refused_with_file_line_and_mend(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "small")
    write_concept(pack, "vectors")
    path = write_concept(pack, "matrices", "vectros")
    with pytest.raises(ContentError) as caught:
        load([tmp_path])
    refusal = caught.value.refusal
    assert (refusal.path, refusal.line, refusal.rule) == (path, 5, "unknown-id")
    assert refusal.mend == "Did you mean vectors?"


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no such folder"):
        load([tmp_path / "nowhere"])


class TestIndex:
    def test_a_second_load_parses_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write_concept(write_pack(tmp_path, "small"), "one")
        first = load([tmp_path])
        monkeypatch.setattr(tomllib, "loads", lambda _text: pytest.fail("parsed again"))
        second = load([tmp_path])
        assert second.concepts == first.concepts
        assert second.version == first.version

    def test_a_touched_file_is_believed_by_its_content(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = write_concept(write_pack(tmp_path, "small"), "one")
        load([tmp_path])
        os.utime(path, ns=(1, 1))
        monkeypatch.setattr(tomllib, "loads", lambda _text: pytest.fail("parsed again"))
        load([tmp_path])
        stored = json.loads((tmp_path / "index.json").read_text(encoding="utf-8"))["files"]
        assert stored["small/one/lesson.md"][1] == 1, "the new time is remembered"

    def test_a_changed_file_is_read_and_changes_the_version(self, tmp_path: Path) -> None:
        path = write_concept(write_pack(tmp_path, "small"), "one")
        before = load([tmp_path])
        path.write_text(path.read_text(encoding="utf-8").replace("Know one.", "Know it."), encoding="utf-8")
        after = load([tmp_path])
        assert after.concept(ConceptId("one")).objective == "Know it."
        assert after.version != before.version
        assert load([tmp_path]).version == after.version

    def test_a_new_and_a_vanished_concept_are_noticed(self, tmp_path: Path) -> None:
        pack = write_pack(tmp_path, "small")
        path = write_concept(pack, "one")
        load([tmp_path])
        write_concept(pack, "two")
        assert list(load([tmp_path]).concepts) == ["one", "two"]
        path.unlink()
        path.parent.rmdir()
        assert list(load([tmp_path]).concepts) == ["two"]

    @pytest.mark.parametrize("content", ["", "{", '{"shape": 1}', '{"shape": "1:x", "files": {}}', "[]"])
    def test_a_broken_index_is_rebuilt(self, tmp_path: Path, content: str) -> None:
        write_concept(write_pack(tmp_path, "small"), "one")
        (tmp_path / "index.json").write_text(content, encoding="utf-8")
        assert list(load([tmp_path]).concepts) == ["one"]
        assert "one/lesson.md" in (tmp_path / "index.json").read_text(encoding="utf-8")

    def test_code_that_changes_changes_the_version(self, tmp_path: Path) -> None:
        path = write_concept(write_pack(tmp_path, "small"), "one")
        text = '+++\ntitle = "Sum"\npoint = "p"\nversion = 1\nminutes = 1\n+++\n'
        (path.parent / "sum.md").write_text(text, encoding="utf-8")
        (path.parent / "sum.py").write_text("A = 1\n", encoding="utf-8")
        before = load([tmp_path])
        assert before.templates_of(ConceptId("one"))[0].has_code
        (path.parent / "sum.py").write_text("A = 22\n", encoding="utf-8")
        assert load([tmp_path]).version != before.version


class TestDefaultRoot:
    def test_a_clone_has_its_packs_beside_the_sources(self) -> None:
        assert default_pack_root() == Path(__file__).parents[2] / "packs"

    def test_a_wheel_has_them_inside(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        package = tmp_path / "site" / "lib" / "upslope"
        (package / "packs").mkdir(parents=True)
        monkeypatch.setattr(roots, "PACKAGE", package)
        assert default_pack_root() == package / "packs"

    def test_an_installation_without_them_says_so(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(roots, "PACKAGE", tmp_path / "site" / "lib" / "upslope")
        with pytest.raises(UpslopeError, match="missing"):
            default_pack_root()


class TestRootOfAPath:
    @pytest.mark.parametrize(
        ("path", "root"),
        [
            ("", ""),
            ("linear-algebra", ""),
            ("linear-algebra/limits/lesson.md", ""),
            ("courses", ""),
            ("papers.toml", ""),
            ("example", "example"),
            ("example/mean-of-two-numbers", "example"),
            ("broken/cycle", "broken/cycle"),
            ("broken/duplicate-id", "broken/duplicate-id"),
        ],
    )
    def test_within_what_ships(self, path: str, root: str) -> None:
        shipped = default_pack_root()
        assert pack_root_of(shipped / path, shipped) == shipped / root

    def test_a_pack_of_somebodys_own(self, tmp_path: Path) -> None:
        concept = write_concept(write_pack(tmp_path / "mine", "small"), "one")
        shipped = default_pack_root()
        assert pack_root_of(concept, shipped) == tmp_path / "mine" / "small"
        assert pack_root_of(tmp_path / "mine", shipped) == tmp_path / "mine"

    def test_outside_of_any_pack(self, tmp_path: Path) -> None:
        with pytest.raises(UpslopeError, match="lies in no pack"):
            pack_root_of(tmp_path, default_pack_root())
