"""Render Markdown of authors and of learners: what is set, what stays text, what is never let through."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.curriculum.markup import plain, render, render_inline, render_learner_text


class TestFormulas:
    @pytest.mark.parametrize("text", ["$x$ is 5", "it is $5$", "A $2\\times 2$ matrix", "($x$)", "$x$-axis"])
    def test_dollars_around_a_formula(self, text: str) -> None:
        assert render(text).count('class="katex"') == 1
        assert "$" not in render(text)

    @pytest.mark.parametrize("text", ["costs $5 and $6 today", r"costs \$5", "`$x$`", "    $x$"])
    def test_dollars_that_are_none(self, text: str) -> None:
        assert "katex" not in render(text)

    def test_displays_alone_and_within_a_paragraph(self) -> None:
        assert '<div class="math"><span class="katex-display">' in render("$$ x $$")
        within = render("Find\n$$ x. $$\nNow.")
        assert within.count("<p>") == 1
        assert "katex-display" in within
        assert "<div" not in within, "a paragraph holds no div"

    def test_emphasis_does_not_cross_a_formula(self) -> None:
        assert "<em>" not in render("$a*b$ and $c*d$")

    def test_a_refused_formula_is_shown_as_source(self) -> None:
        assert '<code class="tex-error"' in render(r"$\foo$")


class TestMarkdown:
    def test_raw_html_is_text(self) -> None:
        assert render("<b>x</b>\n\n<script>alert(1)</script>") == (
            "<p>&lt;b&gt;x&lt;/b&gt;</p>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
        )

    def test_headings_go_down_and_rules_stay_rules(self) -> None:
        assert render("## Step") == "<h3>Step</h3>\n"
        assert render("###### x") == "<h6>x</h6>\n"
        assert "<h" not in render("text\n---\nmore").replace("<hr", "")

    def test_images_are_not_read(self) -> None:
        assert "<img" not in render("![alt](x.png)")

    def test_code_output_and_checks(self) -> None:
        assert render("```python run\na < b\n```") == (
            '<pre class="code" tabindex="0"><code class="language-python">a &lt; b\n</code></pre>\n'
        )
        assert render("```output\n1\n```") == '<pre class="output" tabindex="0"><samp>1\n</samp></pre>\n'
        assert render("```python check\nassert True\n```") == ""
        assert render("```\nx\n```") == '<pre class="code" tabindex="0"><code>x\n</code></pre>\n'

    def test_links(self) -> None:
        assert render_inline("[a](https://example.org/?a=1&b=2)") == (
            '<a href="https://example.org/?a=1&amp;b=2" rel="external noreferrer">a</a>'
        )
        assert render_inline("[a](/map/)") == '<a href="/map/">a</a>'
        assert "<a" not in render_inline("[a](javascript:alert(1))")

    def test_tables(self) -> None:
        assert "<td>1</td>" in render("| a |\n|---|\n| 1 |")

    def test_one_line_has_no_paragraph(self) -> None:
        assert render_inline("*a* $b$").startswith("<em>a</em> <span")


class Tags(HTMLParser):
    """Collect the tags outside formulas, and every attribute."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)


class TestLearnerText:
    def test_markdown_and_formulas_are_kept(self) -> None:
        html = render_learner_text("*a* and $x$\n\n- b\n\n$$ y $$")
        assert "<em>a</em>" in html
        assert html.count('class="katex"') == 2
        assert "<li>b</li>" in html
        assert "\ue000" not in html

    def test_marks_typed_by_hand_mean_nothing(self) -> None:
        assert render_learner_text("\ue0000\ue001 $x$").count('class="katex"') == 1

    def test_blocks_of_lessons_are_text(self) -> None:
        assert "section" not in render_learner_text(":::example\nx\n:::")

    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x](data:text/html,<script>)",
            "<a href='javascript:alert(1)'>x</a>",
            r"$\href{javascript:alert(1)}{x}$",
            r"$\text{<script>alert(1)</script>}$",
            "```html\n<script>alert(1)</script>\n```",
            "<!-- --><svg onload=alert(1)>",
        ],
    )
    def test_nothing_runs(self, text: str) -> None:
        found = Tags(render_learner_text(text))
        assert not found.tags & {"script", "img", "iframe", "object"}
        assert not any(name.startswith("on") for name in found.attributes)
        assert "javascript:" not in render_learner_text(text) or "href" not in found.attributes

    @given(st.text(alphabet="<>/\"'=$`*_[]()&;:!-#\n abon\ue000\ue0011", max_size=60))
    def test_no_text_makes_a_tag_of_its_own(self, text: str) -> None:
        found = Tags(render_learner_text(text))
        assert not found.tags & {"script", "img", "b", "o", "n", "object", "a b"}
        assert not any(name.startswith("on") for name in found.attributes)


class TestPlain:
    @pytest.mark.parametrize(
        ("markdown", "text"),
        [
            (r"Vectors in $\R^n$ and *linear* combinations", "Vectors in ℝⁿ and linear combinations"),
            ("`torch.nn` & [more](/map/)", "torch.nn & more"),
            ("a\nb", "a b"),
            (r"costs \$5", "costs $5"),
            (r"The limit $(1 + x/n)^n \to e^x$", "The limit (1 + x/n)ⁿ → eˣ"),
            ("", ""),
        ],
    )
    def test_a_line_as_text(self, markdown: str, text: str) -> None:
        assert plain(markdown) == text

    @given(st.text(max_size=60))
    def test_any_line_has_a_text(self, markdown: str) -> None:
        assert isinstance(plain(markdown), str)
