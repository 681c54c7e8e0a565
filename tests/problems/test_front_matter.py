from pathlib import Path

import pytest

from upslope.core.errors import ContentError
from upslope.problems.front_matter import parse_front_matter, read_front_matter

FIXTURES = Path(__file__).parent / "fixtures"
HEAD = '+++\ntitle = "T"\npoint = "p"\nversion = 2\nminutes = 1.5\n'


def test_a_head_is_read_without_text_or_code():
    file = read_front_matter(FIXTURES / "models" / "special-solutions.md")
    assert file.id == "special-solutions"
    assert file.point == "one-special-solution-per-free-column"
    assert file.levels == ("2 × 4, pivots first", "3 × 5, pivots anywhere")
    assert (file.version, file.minutes, file.level_count) == (1, 4.0, 2)
    assert file.has_code
    assert not file.conceptual
    assert file.path.read_text().splitlines()[file.body - 1] == "# Statement"


def test_what_is_left_out_has_a_meaning():
    file = parse_front_matter(Path("a-b.md"), HEAD + "+++\n# Statement\n")
    assert (file.levels, file.level_count, file.finite, file.allow, file.shown) == ((), 1, None, (), 0)


def test_facts_show_five_or_four_options():
    facts = "+++\n# Statement\nWhich?\n# Facts\n"
    assert parse_front_matter(Path("a.md"), HEAD + facts).shown == 5
    file = parse_front_matter(Path("a.md"), HEAD + "only_one = true\n" + facts)
    assert (file.shown, file.only_one, file.conceptual) == (4, True, True)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("# Statement\n", 1, "head is missing"),
        ('+++\ntitle = "T"\n', 1, "no end"),
        (HEAD + "levels = [1]\n+++\n", 6, "list of texts"),
        (HEAD + 'levels = ["a", "b", "c", "d"]\n+++\n', 6, "at most 3"),
        (HEAD + "finit = 3\n+++\n", 6, "Did you mean finite?"),
        (HEAD.replace("1.5", "0") + "+++\n", 5, "between 0 and 60"),
        (HEAD.replace("version = 2", "version = true") + "+++\n", 4, "whole number"),
        (HEAD.replace('point = "p"\n', "") + "+++\n", 1, "point is missing"),
        (HEAD + "only_one = 1\n+++\n", 6, "true or false"),
        (HEAD + "minutes = \n+++\n", 6, "no TOML"),
    ],
)
def test_a_bad_head_is_refused_at_its_line(text, line, said):
    with pytest.raises(ContentError) as caught:
        parse_front_matter(Path("a-b.md"), text)
    assert caught.value.refusal.line == line
    assert said in str(caught.value)


@pytest.mark.parametrize("stem", ["Systems", "two_words", "a--b", "ä"])
def test_an_id_is_kebab_case(stem):
    with pytest.raises(ContentError, match="kebab-case"):
        parse_front_matter(Path(f"{stem}.md"), HEAD + "+++\n")
