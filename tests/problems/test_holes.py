import re
from fractions import Fraction
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from upslope.checking import Matrix
from upslope.core.errors import ContentError
from upslope.problems.passage import Passage, Scope

PATH = Path("made-up.md")


def render(text: str, **values: object) -> str:
    scope = Scope(SimpleNamespace(**values), tuple(values))
    return Passage.parse(PATH, text, line=1).render(scope)


def refusal(text: str, **values: object):
    with pytest.raises(ContentError) as caught:
        render(text, **values)
    return caught.value.refusal


def test_a_value_is_written_as_its_place_wants_it():
    text = "Take <<n>>, $<<n>>$ and `f(<<n>>)`."
    assert render(text, n=-12345) == "Take −12\u202f345, $-12\\,345$ and `f(-12345)`."


def test_a_loop_on_lines_of_its_own_leaves_no_lines():
    text = "Before\n<<for v in vs>>\n- $<<v>>$\n<<end>>\nAfter\n"
    assert render(text, vs=(1, 2)) == "Before\n- $1$\n- $2$\nAfter"
    assert render(text, vs=()) == "Before\nAfter"


def test_loops_nest_and_their_names_end_with_them():
    text = "<<for r in rows>><<for x in r>><<x>> <<end>>; <<end>>"
    assert render(text, rows=((1, 2), (3,))) == "1 2 ; 3 ; "
    assert "did you mean r?" not in refusal("<<for x in xs>><<end>><<x>>", xs=(1,)).mend


def test_a_branch_chooses_by_truth():
    text = "$<<a>><<if up>> + 1<<else>> - 1<<end>>$"
    assert render(text, a=3, up=True) == "$3 + 1$"
    assert render(text, a=3, up=False) == "$3 - 1$"
    assert render("<<if names>>some<<else>>none<<end>>", names=()) == "none"


def test_attributes_are_reached_by_dots():
    matrix = Matrix([[1, 2], [2, 4]])
    assert render("rank <<A.rank>>, $<<A.T>>$", A=matrix).startswith("rank 1, $\\begin{bmatrix} 1 & 2 \\\\")


def test_part_fields_leave_marks():
    assert render("Shape: <<?shape>>\n") == "Shape: ⟦part:shape⟧"


def test_shifts_and_escapes_are_text():
    assert render("`x << 2` and \\<<a>> and 1 << 2 >> 1") == "`x << 2` and <<a>> and 1 << 2 >> 1"


def test_a_hole_after_a_power_gets_braces():
    assert render("$x^<<n>> + y_<<n>>$ and $\\frac<<n>>2$", n=12) == "$x^{12} + y_{12}$ and $\\frac{12}2$"


def test_fractions_inside_fractions_lie_flat():
    assert render("$\\frac{<<p>>}{<<q>>} = <<p>>$", p=Fraction(9, 1000), q=Fraction(-1, 2)) == (
        "$\\frac{9/1000}{-1/2} = \\frac{9}{1000}$"
    )


def test_a_value_cannot_act_as_markdown():
    text = render("See <<word>> there.", word="*not* [a](link) `x` <b> | $5$ #1")
    assert text == "See \\*not\\* \\[a\\]\\(link\\) \\`x\\` \\<b\\> \\| \\$5\\$ \\#1 there."
    assert render("<<n>>. in a row", n=3) == "3\\. in a row"
    assert render("<<n>>) in a row", n=3) == "3\\) in a row"


words = st.text(st.characters(codec="utf-8", exclude_characters="\0⟦⟧")) | st.text(
    "*_`[]()<>#+-.!|~$&^:=\"' a1\n\\;/"
)


@given(words, st.sampled_from(["{} there", "{}", "See {} there", "Title\n{}\nmore", "- {}", "a | {}"]))
@example("-", "{} there")
@example("1.", "{} there")
@example("12)", "{} there")
@example("\t#", "{} there")
@example("\t\tfour", "{} there")
@example("===", "Title\n{}\nmore")
@example("---", "Title\n{}\nmore")
def test_no_text_at_all_acts_as_markdown(word, frame):
    rendered = render(frame.format("<<word>>"), word=word)
    expected = frame.format(" ".join(word.split()))
    html = MarkdownIt("gfm-like", {"linkify": False}).render(rendered)
    shown = " ".join(unescape(re.sub(r"</?(p|ul|li)>", "", html)).split())
    listed = frame.startswith("- ")  # a word at the start of a line may be a dash itself
    assert shown == " ".join((expected.removeprefix("- ") if listed else expected).split())


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("<<a+b>>", 1, "never an expression"),
        ("x\n<<(+a)>>", 2, "is no name"),
        ("<<+(a)>>", 1, "mixes brackets"),
        ("<<(a>>", 1, "is no name"),
        ("<<a:places>>", 1, "no format"),
        ("<<a:colum>>", 1, "Did you mean :column?"),
        ("<<a:|s>>", 1, "no plural"),
        ("x\n\n<<if a>>b", 3, "has no <<end>>"),
        ("<<if a > 1>>b<<end>>", 1, "a hole without an end"),
        ("<<if not a>>b<<end>>", 1, "takes a name only"),
        ("<<for a b>>c<<end>>", 1, "no loop"),
        ("<<for a in b>>c<<else>>d<<end>>", 1, "no <<else>>"),
        ("a <<end>>", 1, "ends nothing"),
        ("a <<else>> b", 1, "ends nothing"),
        ("x\ny <<a z", 2, "without an end"),
        ("$<<if a>>x$<<end>>", 1, "by halves"),
        ("$<<if a>>{x<<else>>{y<<end>>}$", 1, "by halves"),
        ("<<?a-b>>", 1, "names no part"),
        ("$<<?a>>$", 1, "between sentences"),
        ("a\nb $x\n", 2, "no end"),
    ],
)
def test_malformed_holes_are_refused_at_their_line(text, line, said):
    with pytest.raises(ContentError) as caught:
        Passage.parse(PATH, text, line=1)
    assert caught.value.refusal.line == line
    assert said in str(caught.value)


def test_a_name_that_means_nothing_is_refused_with_the_nearest():
    found = refusal("ok\n<<nulity>>", nullity=2)
    assert str(found) == (
        "made-up.md:2: [hole] <<nulity>>: SimpleNamespace has no such name; did you mean nullity?"
    )
    assert "did you mean rank?" in str(refusal("<<A.rnk>>", A=Matrix([[1]])))


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("<<v>>", True, "<<if name>>"),
        ("$<<v>>$", False, "<<if name>>"),
        ("<<v>>", Matrix([[1]]), "between dollar signs"),
        ("<<v>>", 0.5, "float"),
        ("$<<v>>$", None, "NoneType"),
        ("$<<v>>$", (), "empty tuple"),
        ("$<<v>>$", "a$b", "end the formula"),
        ("`<<v>>`", "a`b", "end the code"),
        ("$<<v:words>>$", 2, "belong in prose"),
        ("<<v:column>>", (1, 2), "between dollar signs"),
        ("$<<v:column>>$", 2, "no vector"),
        ("$<<v:det>>$", (1, 2), "no matrix"),
        ("<<v:decimal>>", Fraction(1, 3), "no terminating decimal"),
        ("<<v:words>>", Fraction(1, 3), "no whole number"),
        ("<<v:layer|layers>>", "x", "no number"),
        ("<<v:and>>", 3, "no list"),
        ("<<+v>>", 3, "belong in a formula"),
        ("$<<+v>>$", Matrix([[1]]), "has no sign"),
        ("<<for x in v>>a<<end>>", 3, "cannot be looped over"),
        ("<<v>>", "⟦figure⟧", "own marks"),
        ("<<v>>", len, "method"),
    ],
)
def test_what_has_no_form_in_a_place_is_refused(text, value, said):
    assert said in str(refusal(text, v=value))
