"""Arrange the parsed blocks of a lesson: steps of an example, the folded answer of a try."""

from collections.abc import Sequence

from markdown_it.token import Token


def arranged(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens with `steps`, `step` and `answer` pairs put in.

    In an example every paragraph that begins with a bold phrase ending in a full stop begins a step; in a try
    the first `---` begins the answer.
    """
    out: list[Token] = []
    open_blocks: list[_Block] = []
    for place, token in enumerate(tokens):
        block = open_blocks[-1] if open_blocks else None
        if token.type == "block_close" and block is not None:
            out.extend(block.ends())
            open_blocks.pop()
        elif block is not None and token.level == block.level + 1:
            if block.name == "example" and _begins_step(tokens, place):
                out.extend(block.begin_step())
            elif block.name == "try" and token.type == "hr" and not block.began:
                out.extend(block.begin_answer())
                continue
        out.append(token)
        if token.type == "block_open":
            open_blocks.append(_Block(token.info, token.level))
    return out


class _Block:
    """Remember what has begun inside one open block."""

    def __init__(self, name: str, level: int) -> None:
        self.name = name
        self.level = level
        self.began = False

    def begin_step(self) -> list[Token]:
        opening = [_token("step_close", -1)] if self.began else [_token("steps_open", 1)]
        self.began = True
        return [*opening, _token("step_open", 1)]

    def begin_answer(self) -> list[Token]:
        self.began = True
        return [_token("answer_open", 1)]

    def ends(self) -> list[Token]:
        if not self.began:
            return []
        if self.name == "try":
            return [_token("answer_close", -1)]
        return [_token("step_close", -1), _token("steps_close", -1)]


def _token(kind: str, nesting: int) -> Token:
    return Token(kind, "", nesting)  # type: ignore[arg-type]


def _begins_step(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether `**Reduce.** …` begins here."""
    if tokens[place].type != "paragraph_open":
        return False
    children = [child for child in tokens[place + 1].children or [] if child.type != "text" or child.content]
    if not children or children[0].type != "strong_open":
        return False
    end = next(n for n, child in enumerate(children) if child.type == "strong_close")
    return children[end - 1].content.rstrip().endswith(".")
