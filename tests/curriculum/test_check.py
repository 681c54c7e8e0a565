"""Refuse each broken pack for exactly its reason, and nothing of what is whole."""

import os
import re
import tomllib
from pathlib import Path

import pytest
from tests.curriculum.packs import write_concept, write_pack

from upslope.core.errors import Refusal
from upslope.curriculum.check import Report, check

PACKS = Path(__file__).parents[2] / "packs"
BROKEN = sorted(path.parent for path in (PACKS / "broken").glob("*/expected.toml"))


@pytest.mark.parametrize("folder", BROKEN, ids=lambda path: path.name)
def test_a_broken_pack_is_refused_for_exactly_its_reason(folder: Path) -> None:
    expected = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    report = check([folder], seeds=0)
    assert [(r.rule, r.path.relative_to(folder).as_posix(), r.line) for r in report.refusals] == [
        (expected["rule"], expected["file"], expected["line"])
    ], "\n".join(map(str, report.refusals))
    assert report.refusals[0].message
    assert report.refusals[0].mend, "each refusal says how it is mended"
    assert not report.passed


def test_the_example_passes() -> None:
    report = check([PACKS / "example"])
    assert report.refusals == ()
    assert (report.concepts, report.lessons, report.templates) == (1, 1, 2)


def test_what_ships_passes_without_drawing() -> None:
    report = check([PACKS], seeds=0)
    assert report.refusals == (), "\n".join(map(str, report.refusals))
    assert report.concepts >= 560


@pytest.mark.slow
def test_every_template_that_ships_keeps_its_contract() -> None:
    report = check([PACKS], workers=os.cpu_count() or 1)
    assert report.refusals == (), "\n".join(map(str, report.refusals))


def test_unreadable_facts_stop_the_check_and_are_all_reported(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "small")
    write_concept(pack, "one", more="nonsense = 1\n")
    write_concept(pack, "two", "one", more="rubbish = 1\n")
    report = check([tmp_path], only=[tmp_path / "elsewhere"])
    assert [(r.rule, r.path.parent.name) for r in report.refusals] == [("schema", "one"), ("schema", "two")]


def test_only_reports_and_looks_at_what_was_asked(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "small")
    one, two = (write_concept(pack, name, body="# Why\nx\n") for name in ("one", "two"))
    whole, part = check([tmp_path]), check([tmp_path], only=[one])
    assert (whole.lessons, part.lessons) == (2, 1)
    assert {r.path for r in whole.refusals} == {one, two}
    assert part.refusals == tuple(r for r in whole.refusals if r.path == one)


def test_notes_do_not_refuse(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "small")
    write_concept(pack, "one", more="optional = true\n")
    write_concept(pack, "two", "one")
    write_concept(pack, "three", "one", "two")
    report = check([tmp_path])
    assert report.passed
    assert {note.rule for note in report.notes} == {"optional", "redundant", "density"}


def test_a_long_title_needs_a_short_one(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "small")
    bare = write_concept(pack, "a-concept-with-a-very-long-title")
    write_concept(pack, "another-concept-with-a-long-title", more='short = "Another"\n')
    report = check([tmp_path])
    assert report.passed
    assert [(n.path, n.line) for n in report.notes if n.rule == "long-title"] == [(bare, 3)]


def test_short_titles_are_measured_and_compared_as_they_are_read(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "small")
    write_concept(pack, "one", more="short = '$\\mathbb{R}^n$ and its subspaces'\n")
    assert check([tmp_path]).passed, "the formula counts as the two characters it shows"
    write_concept(pack, "two", more="short = '$\\R^n$ and its SUBSPACES'\n")
    assert [(r.rule, r.path.parent.name) for r in check([tmp_path]).refusals] == [("short-title", "two")]


def test_snippets_that_cannot_run_here_are_noted(tmp_path: Path) -> None:
    body = "# Why\n```python run needs=no_such_module\nimport no_such_module\n```\n"
    path = write_concept(write_pack(tmp_path, "small"), "one", body=body)
    (note,) = [n for n in check([tmp_path]).notes if n.rule == "snippet-left-out"]
    assert note.path == path


def test_a_slow_snippet_is_refused(tmp_path: Path) -> None:
    code = "import time\nend = time.process_time() + 2.1\nwhile time.process_time() < end: pass"
    write_concept(write_pack(tmp_path, "small"), "one", body=f"# Why\n```python run\n{code}\n```\n")
    (slow,) = [r for r in check([tmp_path]).refusals if r.rule == "snippet"]
    assert re.search(r"\b[2-9]\.\d s", slow.message)


def test_a_report_is_ordered_and_can_be_narrowed(tmp_path: Path) -> None:
    inside = Refusal(tmp_path / "a" / "x.md", 3, "rule", "m", "")
    outside = Refusal(tmp_path / "b" / "x.md", 1, "rule", "m", "")
    report = Report((inside, outside), (outside,), 1, 1, 1).under([tmp_path / "a"])
    assert (report.refusals, report.notes) == ((inside,), ())


POINT = """
[[point]]
id = "p"
title = "P"
practice = ["some-facts"]
"""
HEAD = '+++\ntitle = "T"\npoint = "p"\nversion = 1\nminutes = 1\n{more}+++\n# Statement\nx\n# Facts\n'


def test_a_mistake_in_a_template_is_not_told_again_as_a_trap(tmp_path: Path) -> None:
    body = "# Traps\n- Wrong, *because* of haste. (left-out)\n"
    path = write_concept(write_pack(tmp_path, "small"), "one", more=POINT, body=body)
    template = path.with_name("some-facts.md")
    template.write_text(HEAD.format(more="levels = 3\n"), encoding="utf-8")
    rules = [(r.rule, r.path) for r in check([tmp_path], seeds=0).refusals]
    assert ("front-matter", template) in rules
    assert "trap" not in [rule for rule, _ in rules]


def test_few_facts_are_refused_as_few_though_none_can_be_drawn(tmp_path: Path) -> None:
    path = write_concept(write_pack(tmp_path, "small"), "one", more=POINT)
    facts = "- [x] a\n  b\n- [ ] c\n  d\n"
    path.with_name("some-facts.md").write_text(HEAD.format(more="") + facts, encoding="utf-8")
    assert [r.rule for r in check([tmp_path]).refusals] == ["facts"]


def test_an_empty_section_is_missing(tmp_path: Path) -> None:
    body = "# Why\nx\n# Point: p\n\n# Summary\n- a\n- b\n- c\n# Traps\n\n# In deep learning\nx\n"
    path = write_concept(write_pack(tmp_path, "small"), "one", more=POINT, body=body)
    empty = [r for r in check([path.parents[1]], seeds=0).refusals if r.rule == "missing-section"]
    start = path.read_text(encoding="utf-8").splitlines().index("# Point: p") + 1
    assert [(r.line, r.message) for r in empty] == [
        (start, "The section # Point: p is empty."),
        (start + 6, "The section # Traps is empty."),
    ]


def test_a_level_that_no_point_practises_is_noted(tmp_path: Path) -> None:
    path = write_concept(write_pack(tmp_path, "small"), "one", more=POINT)
    template = path.with_name("some-facts.md")
    template.write_text(HEAD.format(more='levels = ["a", "b"]\n') + "- [x] a\n  b\n", encoding="utf-8")
    (note,) = [n for n in check([tmp_path], seeds=0).notes if n.rule == "unpractised-level"]
    assert (note.path, note.line) == (template, 6)
    assert '"some-facts:2"' in note.mend
    path.write_text(path.read_text().replace('["some-facts"]', '["some-facts", "some-facts:2"]'))
    assert "unpractised-level" not in {n.rule for n in check([tmp_path], seeds=0).notes}
