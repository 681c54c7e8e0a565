"""Every page renders from sample values, whole, safe and named."""

import re
from html.parser import HTMLParser

import pytest
from tests.web.sample_pages import PAGES, READINGS, page

VOID = {"meta", "link", "input", "br", "hr", "img", "path", "circle", "rect", "use"}
STANDING_ALONE = {"locked"}
"""Pages outside the frame: no navigation, no scripts."""


class Outline(HTMLParser):
    """Collect what the tests ask about a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an empty element of SVG or MathML."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Match the end with the latest beginning."""
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-3:]} at {self.getpos()}")
            return
        self.open.pop()

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every element of a kind."""
        return [attributes for name, attributes in self.tags if name == tag]


def outline(name: str) -> Outline:
    """Return the outline of a sample page."""
    found = Outline()
    found.feed(PAGES[name]().content.decode())
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_well_formed_and_named(name: str) -> None:
    """Tags nest, ids are unique, there is one h1, one main, a title and a language."""
    found = outline(name)
    assert found.faults == []
    assert found.open == []
    ids = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert sorted(ids) == sorted(set(ids))
    assert len(found.all("h1")) == 1
    assert len(found.all("main")) == 1
    assert found.all("html")[0]["lang"] == "en-GB"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_no_inline_script_and_no_network(name: str) -> None:
    """The policy forbids inline scripts, handlers and styles; every file comes from this server."""
    found = outline(name)
    for script in found.all("script"):
        assert script.get("src", "").startswith("/static/")
    assert found.all("style") == []
    for tag, attributes in found.tags:
        handlers = [key for key in attributes if key.startswith("on")]
        assert handlers == [], f"{tag} has {handlers}"
        if tag in ("link", "img", "script", "use"):
            address = attributes.get("href") or attributes.get("src") or ""
            assert address.startswith(("/static/", "#", "data:")), address


@pytest.mark.parametrize("name", PAGES)
def test_every_form_that_changes_something_carries_the_csrf_token(name: str) -> None:
    """Each POST form holds a token of its own."""
    html = PAGES[name]().content.decode()
    for form in re.findall(r'<form method="post".*?</form>', html, flags=re.DOTALL):
        assert "csrfmiddlewaretoken" in form


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_at_most_one_filled_button(name: str) -> None:
    """One thing to do."""
    buttons = [each for tag, each in outline(name).tags if tag in ("button", "a")]
    filled = [each for each in buttons if "primary" in (each.get("class") or "").split()]
    assert len(filled) <= 1


@pytest.mark.parametrize("name", PAGES)
def test_every_drawing_has_a_sentence_or_is_decoration(name: str) -> None:
    """An SVG is labelled or hidden from screen readers; its links are real."""
    for svg in outline(name).all("svg"):
        hidden = svg.get("aria-hidden") == "true"
        labelled = svg.get("role") in ("img", "group") and bool(svg.get("aria-label"))
        in_katex = (svg.get("width") or "").endswith("em")  # inside what KaTeX hides itself
        assert hidden or labelled or in_katex, svg


@pytest.mark.parametrize("name", [name for name in PAGES if name not in STANDING_ALONE])
def test_formulas_have_mathml(name: str) -> None:
    """Whatever KaTeX sets is there for screen readers, too."""
    html = PAGES[name]().content.decode()
    assert html.count('class="katex-html"') == html.count('class="katex-mathml"')
    assert "display:none" not in html


@pytest.mark.parametrize("name", READINGS)
def test_the_live_reading_is_a_fragment(name: str) -> None:
    """The line under a field arrives without a page around it."""
    html = page("player/reading.html", "/questions/q1/reading", reading=READINGS[name]).content.decode()
    assert "<html" not in html
    assert ("Use this" in html) == bool(READINGS[name].suggestion)
    if name == "empty":
        assert html.strip() == ""


def test_an_unreadable_response_shows_its_place() -> None:
    """The first offending sign is marked in what was typed."""
    html = PAGES["feedback-unreadable"]().content.decode()
    assert '(-2, 1, 0, 0), (-2, 0, -2<span class="bad">;</span> 1)' in html


def test_parts_stand_where_the_statement_puts_them() -> None:
    """Fields named by a slot are inside the statement, the rest below, each with its reading line."""
    html = PAGES["practice-parts"]().content.decode()
    statement = html[html.index('id="statement"') : html.index('class="ask"')]
    assert 'name="part.weight"' in statement
    assert 'name="part.bias"' in statement
    assert 'name="part.count"' not in statement
    assert html.count("data-reading-of=") == 3


def test_a_notice_can_be_undone_from_its_toast() -> None:
    """The toast names what happened and posts to the event's undo."""
    html = PAGES["today-toast"]().content.decode()
    assert "Special solutions: not today." in html
    assert 'action="/history/e9/undo"' in html
