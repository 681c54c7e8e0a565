from pathlib import Path

import pytest

from upslope.core.errors import ContentError
from upslope.problems.front_matter import parse_front_matter
from upslope.problems.text import parse_text

HEAD = '+++\ntitle = "T"\npoint = "p"\nversion = 1\nminutes = 1\n+++\n'
REST = "# Solution\n## One\n1\n## Two\n2\n"


def read(text: str):
    whole = HEAD + text
    return parse_text(parse_front_matter(Path("made-up.md"), whole), whole)


def test_all_sections_are_found_in_order():
    text = read(
        "# Statement\nAsk.\n# Hint\nA\n# Hint\nB\n# Solution\n## Reduce\nx\n## Read off\ny\n"
        "# Slip: lost-sign | A sign was lost | step: Read off\nMind it.\n# After\nUsed in layers.\n"
    )
    assert [len(text.hints), len(text.steps), list(text.statements)] == [2, 2, [""]]
    slip = text.slips["lost-sign"]
    assert (slip.step, slip.line) == (1, 18)
    assert text.lines == {"Statement": 7, "Hint": 9, "Solution": 13, "Slip": 18, "After": 20}
    assert text.after is not None


def test_headings_in_code_are_code():
    text = read("# Statement\nRun\n```python\n# Hint\n## not a step\nx = 1\n```\n" + REST)
    assert not text.hints
    assert "# Hint" in text.statements[""].nodes[0].text


def test_a_longer_fence_holds_a_shorter_one():
    text = read("# Statement\n````\n```\n# Hint\n```\n````\n" + REST)
    assert not text.hints


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("Ask.\n# Statement\nx\n" + REST, 7, "belongs to no section"),
        ("# Statment\nx\n" + REST, 7, "Did you mean Statement?"),
        ("# Statement\nx\n# Hint: one\ny\n" + REST, 9, "takes no name"),
        ("# Statement\nx\n# Slip:\ny\n" + REST, 9, "needs its name"),
        ("# Statement\nx\n## Part\n" + REST, 9, "no ## headings"),
        ("# Statement\nx\n# Solution\nFirst.\n## One\n1\n## Two\n2\n", 10, "belongs to no step"),
        ("# Statement\nx\n# Solution\n## One\n1\n", 9, "has 1 steps"),
        ("# Statement\nx\n" + REST + REST, 14, "two # Solution"),
        ("# Statement\n\n" + REST, 7, "is empty"),
        ("# Statement\nx\n# Statement: b\ny\n" + REST, 7, "no story"),
        ("# Statement: a\nx\n# Statement: a\ny\n" + REST, 9, "twice"),
        ("# Statement\nx\n" + "# Hint\nh\n" * 5 + REST, 9, "5 hints"),
        ("# Statement\nx\n" + REST + "# Slip: a\nb\n# Slip: a\nc\n", 16, "twice"),
        ("# Statement\nx\n" + REST + "# Slip: a | step: Three\nb\n", 14, "The steps are: One; Two"),
        ("# Statement\nx\n" + REST + "# Slip: a | b | c\nb\n", 14, "one headline"),
        ("# Statement\nx\n# Facts\nGo.\n", 10, "belongs to no statement"),
        ("# Statement\nx\n# Facts\n- [o] a\n  b\n", 10, "no mark"),
        ("# Statement\nx\n# Facts\n- [x] a\n- [ ] b\n  c\n", 10, "no reason"),
        ("# Statement\nx\n# Order\n1. a\n2. b\n", 9, "too few"),
        ("# Statement\nx\n# Order\n1. a\n3. b\n2. c\n", 11, "Begin with 2."),
        ("# Statement\nx\n# Order\n1. a\n2. b {after 2}\n3. c\n", 11, "name earlier ones"),
    ],
)
def test_what_the_format_does_not_allow_is_refused_at_its_line(text, line, said):
    with pytest.raises(ContentError) as caught:
        read(text)
    assert caught.value.refusal.line == line
    assert said in str(caught.value)


WORDS = """# Words
|   | ship | plane |
|---|------|-------|
| H | it sails | it flies |
# Statement: ship
<<H>>
# Statement: plane
<<H>>
"""


def test_words_have_one_column_for_each_story():
    text = read(WORDS + REST)
    assert set(text.words_of("ship")) == {"H"}
    with pytest.raises(ContentError, match="Give each story one column"):
        read(WORDS.replace("# Statement: plane\n<<H>>\n", "") + REST)
    with pytest.raises(ContentError, match="does not fit"):
        read(WORDS.replace("| it flies |", "|") + REST)


def test_items_to_order_say_what_they_follow():
    text = read("# Statement\nx\n# Order\n1. a\n2. b {after}\n3. c\n   goes on {after 1, 2}\n")
    assert [item.after for item in text.order] == [None, (), (0, 1)]
    assert "goes on" in text.order[2].body.nodes[0].text
