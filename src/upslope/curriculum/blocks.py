"""Read the blocks of lessons: `:::example`, `:::try`, `:::figure name=rows` and the others of a closed list.

A block opens with `:::name settings` and closes with a line `:::`; blocks nest. Figures and links need no
closing line of their own. Unknown names stay text; `check` refuses them.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

CONTAINERS = ("example", "try", "definition", "theorem", "proof", "link")
LEAVES = ("figure",)
NAMES = (*CONTAINERS, *LEAVES)

OPENING = re.compile(r":::\s*([a-z-]+)\b\s*(.*)")
CLOSING = ":::"

_SETTING = re.compile(r"([a-z-]+)=(\"[^\"]*\"|\S+)")


def settings(info: str) -> Mapping[str, str]:
    """Read `name=rows level=2 title="of two rows"` into a mapping."""
    return MappingProxyType({key: value.strip('"') for key, value in _SETTING.findall(info)})


def settings_of(token: Token) -> Mapping[str, str]:
    """Return the settings of a block's opening token."""
    found: Mapping[str, str] = token.meta["settings"]
    return found


def is_closed(token: Token) -> bool:
    """Return whether a block's closing line was found."""
    return bool(token.meta["closed"])


def blocks_plugin(md: MarkdownIt) -> None:
    """Teach the parser the blocks; tokens are `block_open`, `block_close` and `block_leaf`."""
    interrupts = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.before("fence", "upslope_block", _block, {"alt": interrupts})


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start):
        return False
    opening = OPENING.fullmatch(_line(state, start))
    if opening is None or opening[1] not in NAMES:
        return False
    if silent:
        return True
    name, info = opening[1], opening[2]
    if name in LEAVES:
        following = start + 1 < end and _line(state, start + 1) == CLOSING
        _push(state, "block_leaf", 0, name, info, (start, start + 1))
        state.line = start + 2 if following else start + 1
        return True
    close = _closing(state, start + 1, end)
    _push(state, "block_open", 1, name, info, (start, close))
    _inside(state, start + 1, close)
    _push(state, "block_close", -1, name, info, (start, close))
    state.line = min(close + 1, end)
    return True


def _inside(state: StateBlock, start: int, end: int) -> None:
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", end
    state.md.block.tokenize(state, start, end)
    state.parentType, state.lineMax = parent, line_max


def _push(state: StateBlock, kind: str, nesting: int, name: str, info: str, lines: tuple[int, int]) -> None:
    token = state.push(kind, "div", nesting)  # type: ignore[arg-type]
    token.block = True
    token.info = name
    token.meta = {"settings": settings(info), "closed": lines[1] < state.lineMax}
    token.markup = CLOSING
    token.map = list(lines)


def _closing(state: StateBlock, start: int, end: int) -> int:
    """Return the line that closes a block begun before `start`; `end` where none does."""
    depth, fence = 1, ""
    for number in range(start, end):
        line = _line(state, number)
        if fence or line.startswith(("```", "~~~")):
            fence = "" if fence and line.startswith(fence) else (fence or line[:3])
            continue
        opening = OPENING.fullmatch(line)
        if opening is not None and opening[1] in CONTAINERS:
            depth += 1
        elif line == CLOSING and not _closes_leaf(state, number, start):
            depth -= 1
            if depth == 0:
                return number
    return end


def _closes_leaf(state: StateBlock, number: int, start: int) -> bool:
    before = OPENING.fullmatch(_line(state, number - 1)) if number > start else None
    return before is not None and before[1] in LEAVES


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()
