"""Parse the blocks of lessons: nesting, leaves, settings, ends."""

import pytest

from upslope.curriculum.blocks import is_closed, settings, settings_of
from upslope.curriculum.markup import parser


def shape(text: str) -> str:
    """Spell the block tokens and paragraphs of a text: `<example p >`."""
    words = []
    for token in parser().parse(text):
        if token.type == "block_open":
            words.append(f"<{token.info}" + ("" if is_closed(token) else "!"))
        elif token.type == "block_close":
            words.append(">")
        elif token.type == "block_leaf":
            words.append(f"({token.info} {settings_of(token).get('name', '')})")
        elif token.type in ("paragraph_open", "fence", "hr", "math_block"):
            words.append(token.type[0])
    return " ".join(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (":::example\na\n:::\nb", "<example p > p"),
        ("a\n:::try\nb\n---\nc\n:::", "p <try p h p >"),
        (":::theorem\na\n\n:::proof\nb\n:::\n\nc\n:::\nd", "<theorem p <proof p > p > p"),
        (":::figure name=rows\nafter", "(figure rows) p"),
        (":::figure name=rows\n:::\nafter", "(figure rows) p"),
        (":::example\n:::figure name=rows\n:::\na\n:::\nb", "<example (figure rows) p > p"),
        (":::example\n:::figure name=rows\n:::\nb", "<example! (figure rows) p >"),
        (":::example template=t seed=1\n:::\nb", "<example > p"),
        (":::example\na", "<example! p >"),
        (":::example\n```\n:::\n```\nb\n:::", "<example f p >"),
        (":::example\n$$\nx\n$$\n:::", "<example m >"),
        (":::question\na\n:::", "p"),
        ("a\n:::", "p"),
        ("- a\n\n  :::try\n  b\n  :::\n", "p <try p >"),
        ("    :::example", ""),
    ],
)
def test_blocks_open_and_close(text: str, expected: str) -> None:
    assert shape(text) == expected


def test_settings_are_words_or_quoted() -> None:
    assert dict(settings('template=a-b seed=12 level=2 title="of two rows"')) == {
        "template": "a-b",
        "seed": "12",
        "level": "2",
        "title": "of two rows",
    }
    assert dict(settings("")) == {}


def test_lines_of_blocks_are_known() -> None:
    token = next(t for t in parser().parse("a\n\n:::try\nb\n:::\n") if t.type == "block_open")
    assert token.map == [2, 4]
