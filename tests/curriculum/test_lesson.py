"""Read lessons into sections and render them: examples, folded answers, figures, links."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.curriculum.packs import write_concept, write_pack

from upslope.core.errors import ContentError
from upslope.core.ids import ConceptId, TemplateId
from upslope.curriculum import Curriculum, load, render, render_inline
from upslope.curriculum.lesson import SectionKind
from upslope.curriculum.lesson_page import trap_slip
from upslope.curriculum.lesson_text import parse_lesson

EXAMPLE = Path(__file__).parents[2] / "packs" / "example"
MEAN = ConceptId("mean-of-two-numbers")

POINT = '[[point]]\nid = "p"\ntitle = "P"\n'


def lesson_of(tmp_path: Path, body: str, *, figures: str = "") -> Curriculum:
    path = write_concept(write_pack(tmp_path, "small"), "one", more=POINT, body=body)
    if figures:
        (path.parent / "figures.py").write_text(figures, encoding="utf-8")
    return load([tmp_path])


def shown(tmp_path: Path, body: str, *, figures: str = "") -> str:
    """Return the HTML of the one point of a lesson."""
    lesson = lesson_of(tmp_path, f"# Point: p\n{body}\n", figures=figures).lesson(ConceptId("one"))
    assert lesson is not None
    return lesson.points[0].html


class TestText:
    def test_sections_know_their_kind_point_line_and_text(self, tmp_path: Path) -> None:
        text = parse_lesson(tmp_path, "# Why\na\n# Point: first-step\nb\n\nc\n# Summary\n- d\n", 10)
        assert [(s.kind, s.point, s.line, s.text) for s in text.sections] == [
            (SectionKind.WHY, "", 10, "a"),
            (SectionKind.POINT, "first-step", 12, "b\n\nc"),
            (SectionKind.SUMMARY, "", 16, "- d"),
        ]
        assert text.refusals == ()

    def test_a_heading_in_code_begins_nothing(self, tmp_path: Path) -> None:
        text = parse_lesson(tmp_path, "# Why\n```python\n# Summary\n```\n", 1)
        assert [section.kind for section in text.sections] == [SectionKind.WHY]

    @pytest.mark.parametrize(
        ("body", "line", "words"),
        [
            ("# Whi\n", 1, "Did you mean Why?"),
            ("# Why\na\n# Why\nb\n", 3, "second time"),
            ("# Point: a\n# Point: a\n", 2, "# Point: a stands here a second time"),
            ("a\n# Why\n", 1, "before the first heading"),
            ("a\n", 1, "before the first heading"),
            ("# Point\n", 1, "no section of a lesson"),
            ("# Why\n- # Summary\n", 2, "cannot begin here"),
        ],
    )
    def test_headings_outside_the_closed_list(self, tmp_path: Path, body: str, line: int, words: str) -> None:
        (refusal,) = parse_lesson(tmp_path, body, 1).refusals
        assert (refusal.rule, refusal.line) == ("heading", line)
        assert words in f"{refusal.message} {refusal.mend}"

    def test_a_block_without_end_is_refused_at_its_opening(self, tmp_path: Path) -> None:
        with pytest.raises(ContentError) as caught:
            parse_lesson(tmp_path, "# Why\n\n:::try\na\n# Summary\n", 5)
        assert (caught.value.refusal.rule, caught.value.refusal.line) == ("block", 7)


class TestPage:
    def test_the_example_has_every_part(self) -> None:
        lesson = load([EXAMPLE]).lesson(MEAN)
        assert lesson is not None
        assert [point.point for point in lesson.points] == ["halfway-between"]
        assert lesson.why.startswith("<p>Two machines")
        assert lesson.summary_lines[1] == "It lies halfway between them."
        assert "half-way-only" not in lesson.traps
        assert "half the way." in lesson.traps
        assert "<samp>[10.  2.]" in lesson.in_deep_learning
        assert "assert" not in "".join(point.html for point in lesson.points), "checks are not shown"

    def test_a_lesson_is_rendered_once(self) -> None:
        curriculum = load([EXAMPLE])
        assert curriculum.lesson(MEAN) is curriculum.lesson(MEAN)

    def test_threads_share_one_lesson(self) -> None:
        curriculum = load([EXAMPLE])
        with ThreadPoolExecutor(8) as pool:
            lessons = list(pool.map(curriculum.lesson, [MEAN] * 24))
        assert len({id(lesson) for lesson in lessons}) == 1

    def test_steps_by_hand_become_a_list(self, tmp_path: Path) -> None:
        html = shown(tmp_path, ":::example\nFind it.\n\n**Look.** a\n\nb\n\n**Find.** c\n:::")
        assert html.count("<li>") == html.count("</li>") == 2
        assert html.index("Find it.") < html.index('<ol class="steps">') < html.index("Look.")
        assert html.index("<p>b</p>") < html.index("</li>")
        assert '<p class="block-label">Worked example</p>' in html

    def test_bold_words_alone_begin_no_step(self, tmp_path: Path) -> None:
        assert "<ol" not in shown(tmp_path, ":::example\n**bold** words and **more.**\n:::")

    def test_the_answer_of_a_try_is_folded(self, tmp_path: Path) -> None:
        html = shown(tmp_path, ":::try\nWhy?\n---\nBecause.\n:::\nAfter.")
        assert "<details><summary>Show the answer</summary>\n<p>Because.</p>\n</details>\n</section>" in html
        assert html.index("Why?") < html.index("<details>")
        assert "<hr" not in html

    def test_titled_blocks(self, tmp_path: Path) -> None:
        html = shown(tmp_path, ':::theorem title="Rank and $n$"\nx\n:::')
        assert html.startswith(
            '<section class="block theorem"><p class="block-label">Theorem: Rank and <span'
        )

    def test_an_example_is_filled_by_its_template(self, tmp_path: Path) -> None:
        body = (
            (EXAMPLE / MEAN / "lesson.md")
            .read_text(encoding="utf-8")
            .replace("# Summary", ":::example template=number-from-the-mean seed=3\n:::\n# Summary")
        )
        pack = tmp_path / "example"
        folder = pack / MEAN
        folder.mkdir(parents=True)
        for path in (EXAMPLE / MEAN).iterdir():
            if path.is_file():
                (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
        (pack / "pack.toml").write_text((EXAMPLE / "pack.toml").read_text(encoding="utf-8"), encoding="utf-8")
        (folder / "lesson.md").write_text(body, encoding="utf-8")
        curriculum = load([pack])
        lesson = curriculum.lesson(MEAN)
        assert lesson is not None
        variant = curriculum.template(TemplateId("number-from-the-mean")).draw(1, 3)
        html = lesson.points[0].html
        assert render(variant.statement) in html
        for step in variant.solution:
            assert f"<p><b>{render_inline(step.title)}</b></p>\n{render(step.text)}" in html

    def test_figures_are_drawn_with_name_and_caption(self, tmp_path: Path) -> None:
        figures = (
            "from upslope.problems import Figure\n\n\n"
            "def rows() -> Figure:\n"
            '    return Figure("<svg viewBox=\'0 0 1 1\'></svg>", "Two <rows>", "See $x$.")\n'
        )
        html = shown(tmp_path, ":::figure name=rows", figures=figures)
        assert '<figure><svg role="img" aria-label="Two &lt;rows&gt;" viewBox' in html
        assert '<figcaption>See <span class="katex">' in html

    @pytest.mark.parametrize(
        ("body", "rule", "words"),
        [
            (":::figure name=row", "figure", "no figure 'row'"),
            (":::figure", "figure", "needs a name"),
            (":::figure name=broken", "figure", "ZeroDivisionError"),
            (":::figure name=text", "figure", "returns no Figure"),
            (":::example template=nowhere seed=1\n:::", "example", "no template nowhere"),
            (":::example template=nowhere\n:::", "example", "must be numbers"),
            (":::example template=nowhere seed=x\n:::", "example", "must be numbers"),
            (":::link item=nowhere\n:::", "link", "no item"),
        ],
    )
    def test_what_cannot_be_shown_is_refused(self, tmp_path: Path, body: str, rule: str, words: str) -> None:
        figures = "def broken():\n    return 1 / 0\n\n\ndef text():\n    return ''\n"
        with pytest.raises(ContentError) as caught:
            shown(tmp_path, body, figures=figures)
        assert caught.value.refusal.rule == rule
        assert words in str(caught.value)

    def test_links_lead_to_items_of_courses(self, tmp_path: Path) -> None:
        course = (
            'id = "c"\ntitle = "C"\ninstructor = "I"\nprovider = "P"\nurl = "https://example.org/"\n'
            'licence = "L"\nexpected_weeks = 1\n[[unit]]\nid = "u"\ntitle = "U"\n'
            '[[unit.item]]\nid = "l1"\nkind = "lecture"\ntitle = "A & B"\nurl = "https://example.org/l1"\n'
        )
        (tmp_path / "courses").mkdir()
        (tmp_path / "courses" / "c.toml").write_text(course, encoding="utf-8")
        html = shown(tmp_path, ":::link item=l1\nFrom minute 12.\n:::")
        assert '<a href="https://example.org/l1" rel="external noreferrer">A &amp; B</a>' in html
        assert html.endswith("<p>From minute 12.</p>\n</aside>\n")

    def test_unknown_headings_stop_the_page(self, tmp_path: Path) -> None:
        with pytest.raises(ContentError, match="no section"):
            lesson_of(tmp_path, "# Remarks\n").lesson(ConceptId("one"))


@pytest.mark.parametrize(
    ("line", "name"),
    [("a, *because* b. (plus-F)", "plus-F"), ("a (in $x$)", ""), ("a (b) c", ""), ("a (n)", "n"), ("a", "")],
)
def test_the_slip_of_a_trap(line: str, name: str) -> None:
    assert trap_slip(line) == name
