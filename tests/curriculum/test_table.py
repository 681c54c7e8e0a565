"""Ask a table for values it does not hold as they should be, and read the complaints."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest

from upslope.core.errors import ContentError
from upslope.curriculum.source import line_of, parse_toml, read_text, split_front_matter
from upslope.curriculum.table import Table


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


TEXT = """\
id = "Not An Id"
title = ""
names = ["a", "b", "a"]
long = [
    "first",
    2,
]
count = 40
share = 1.5
flag = "yes"
colour = "rad"
words = '''
wrapped
  text'''

[weights]
low = 0

[[part]]
id = "one"

[[part]]
id = "two"
extra = 1
"""


@pytest.fixture
def table(tmp_path: Path) -> Table:
    path = tmp_path / "facts.toml"
    path.write_text(TEXT, encoding="utf-8")
    return Table(path, parse_toml(path, TEXT))


@pytest.mark.parametrize(
    ("ask", "line", "words"),
    [
        (lambda t: t.id("id"), 1, "cannot be an id"),
        (lambda t: t.text("title"), 2, "must be a text"),
        (lambda t: t.text("absent"), 1, "absent is missing"),
        (lambda t: t.ids("names"), 3, "names a twice"),
        (lambda t: t.texts("long"), 4, "list of texts"),
        (lambda t: t.whole("count", least=1, most=30), 8, "from 1 to 30, not 40"),
        (lambda t: t.number("share", above=0, most=1), 9, "at most 1, not 1.5"),
        (lambda t: t.truth("flag"), 10, "true or false, not 'yes'"),
        (lambda t: t.kind("colour", Colour), 11, "Did you mean red?"),
        (lambda t: t.weights("weights"), 17, "weight of low must be above 0"),
        (lambda t: t.weights("count"), 8, "must be a table"),
        (lambda t: t.tables("count"), 8, "list of tables"),
        (lambda t: t.table("count"), 8, "must be a table"),
        (lambda t: t.tables("part")[1].whole("extra", least=2, most=3), 24, "from 2 to 3"),
    ],
)
def test_each_complaint_names_line_and_reason(
    table: Table, ask: Callable[[Table], object], line: int, words: str
) -> None:
    with pytest.raises(ContentError) as caught:
        ask(table)
    assert words in str(caught.value)
    assert caught.value.refusal.line == line
    assert caught.value.refusal.path == table.path


def test_wrapped_texts_are_folded(table: Table) -> None:
    assert table.text("words") == "wrapped text"


def test_what_may_be_absent_has_a_default(table: Table) -> None:
    assert table.text("absent", "") == ""
    assert table.texts("absent") == ()
    assert table.truth("absent") is False
    assert table.maybe_whole("absent", least=1, most=2) is None
    assert table.maybe_whole("count", least=1, most=50) == 40
    assert table.weights("absent") == ()


def test_an_unknown_key_is_met_with_the_nearest_known_one(tmp_path: Path) -> None:
    path = tmp_path / "facts.toml"
    path.write_text('titel = "x"\n', encoding="utf-8")
    table = Table(path, {"titel": "x"})
    table.text("title", "")
    with pytest.raises(ContentError, match="Did you mean title"):
        table.close()


class TestFrontMatter:
    def test_facts_body_and_the_bodys_first_line(self, tmp_path: Path) -> None:
        front = split_front_matter(tmp_path, "+++\na = 1\n+++\n# Why\nx\n")
        assert (dict(front.table), front.body, front.body_line) == ({"a": 1}, "# Why\nx\n", 4)

    @pytest.mark.parametrize("text", ["", "# Why\n", "a = 1\n+++\n"])
    def test_no_opening(self, tmp_path: Path, text: str) -> None:
        with pytest.raises(ContentError, match="no front matter"):
            split_front_matter(tmp_path, text)

    def test_no_end(self, tmp_path: Path) -> None:
        with pytest.raises(ContentError, match="has no end"):
            split_front_matter(tmp_path, "+++\na = 1\n# Why\n")

    def test_toml_errors_keep_their_line_in_the_file(self, tmp_path: Path) -> None:
        with pytest.raises(ContentError) as caught:
            split_front_matter(tmp_path, "+++\na = 1\nb = \n+++\n")
        assert caught.value.refusal.line == 3

    def test_toml_errors_at_the_end(self, tmp_path: Path) -> None:
        with pytest.raises(ContentError) as caught:
            parse_toml(tmp_path, 'a = """')
        assert caught.value.refusal.rule == "toml"


def test_files_that_are_missing_or_no_utf8(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="missing"):
        read_text(tmp_path / "none.md")
    path = tmp_path / "latin.md"
    path.write_bytes(b"one\ntwo \xe9\n")
    with pytest.raises(ContentError) as caught:
        read_text(path)
    assert caught.value.refusal.line == 2


def test_lines_of_sections_and_of_words_in_long_lists(tmp_path: Path) -> None:
    path = tmp_path / "facts.toml"
    path.write_text(TEXT, encoding="utf-8")
    assert line_of(path, "id") == 1
    assert line_of(path, "id", section="part", index=1) == 23
    assert line_of(path, "long", containing="2") == 6
    assert line_of(path, "long", containing="nowhere") == 4
    assert line_of(path, "nowhere") == 1
    assert line_of(tmp_path / "none.toml", "id") == 1
