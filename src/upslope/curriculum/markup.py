"""Turn the Markdown of lessons, templates and learners into HTML, formulas set.

Raw HTML is off: `<b>` comes out as the four characters. Headings go one level down, because the page has the
first. `---` is a rule, never a heading, and images are not read: figures are drawn by code, with alt text.
"""

from collections.abc import Sequence
from html import escape
from threading import local
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.dollarmath.index import math_inline_dollar

from upslope.curriculum import katex, unicode_math
from upslope.curriculum.blocks import blocks_plugin
from upslope.curriculum.safe import Html

__all__ = ["Html", "parser", "plain", "render", "render_inline", "render_learner_text"]

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Private characters around the number of a formula while learner text is being cleaned."""

_local = local()


def render(markdown: str) -> Html:
    """Return Markdown as HTML, in paragraphs."""
    return Html(_shared("author").render(markdown))


def render_inline(markdown: str) -> Html:
    """Return one line of Markdown as HTML without a paragraph around it."""
    return Html(_shared("author").renderInline(markdown))


def plain(markdown: str) -> str:
    """Return one line of Markdown as text, its formulas in Unicode: "Vectors in ℝⁿ".

    For places that hold no markup (drawings, window titles) and for sorting. The text is not escaped.
    """
    (inline,) = _shared("author").parseInline(markdown)
    return "".join(_plain_piece(token) for token in inline.children or [])


def _plain_piece(token: Token) -> str:
    if token.type in ("math_inline", "math_inline_double"):
        return unicode_math.line(token.content.strip())
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def render_learner_text(markdown: str) -> Html:
    """Return a learner's own Markdown as HTML: parsed without raw HTML, cleaned, then the formulas put in."""
    formulas: list[Html] = []
    md = _shared("learner")
    text = markdown.replace(_OPEN, "").replace(_CLOSE, "")
    clean = nh3.clean(md.render(text, {"formulas": formulas}), tags=_LEARNER_TAGS, attributes={"a": {"href"}})
    for number, formula in enumerate(formulas):
        clean = clean.replace(f"{_OPEN}{number}{_CLOSE}", formula)
    return Html(clean)


_LEARNER_TAGS = {
    *("p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a"),
    *("h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}


def parser() -> MarkdownIt:
    """Return a new parser with the rules of this package; not to be shared between threads."""
    md = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["lheading", "image"])
    md.use(dollarmath_plugin, allow_labels=False, allow_digits=False, double_inline=True)
    md.inline.ruler.at("math_inline", _dollar)
    md.use(blocks_plugin)
    for name, rule in _RULES.items():
        md.add_render_rule(name, rule)
    return md


def _shared(kind: str) -> MarkdownIt:
    """Return this thread's parser for authors' or learners' text."""
    md: MarkdownIt | None = getattr(_local, kind, None)
    if md is None:
        md = parser()
        if kind == "learner":
            md.disable("upslope_block")
            for name in ("math_inline", "math_inline_double", "math_block"):
                md.add_render_rule(name, _keep_formula)
        setattr(_local, kind, md)
    return md


_inner_dollar = math_inline_dollar(allow_space=True, allow_digits=False, allow_double=True)


def _dollar(state: StateInline, silent: bool) -> bool:
    """Read $…$ as the plug-in does, but without its look at the last character of a text that begins with $.

    At position 0 the plug-in asks for `src[-1]`; were that a digit, "$x$ is 5" would be no formula.
    """
    text = state.src
    state.src = text + " "
    try:
        return _inner_dollar(state, silent)
    finally:
        state.src = text


def _formula(token: Token) -> Html:
    display = token.type != "math_inline"
    return katex.render(token.content.strip(), display)


def _math_inline(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return _formula(tokens[index])


def _math_block(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return f'<div class="math">{_formula(tokens[index])}</div>\n'


def _keep_formula(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
) -> str:
    env["formulas"].append(_formula(tokens[index]))
    return f"{_OPEN}{len(env['formulas']) - 1}{_CLOSE}"


def _heading(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    level = min(int(tokens[index].tag[1]) + 1, 6)
    return f"<h{level}>" if tokens[index].nesting == 1 else f"</h{level}>\n"


def _fence(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """Show code; it can be scrolled by keyboard. What is marked `check` is for the checker alone."""
    words = tokens[index].info.split()
    if "check" in words[1:]:
        return ""
    text = escape(tokens[index].content, quote=False)
    if words[:1] == ["output"]:
        return f'<pre class="output" tabindex="0"><samp>{text}</samp></pre>\n'
    language = f' class="language-{escape(words[0])}"' if words else ""
    return f'<pre class="code" tabindex="0"><code{language}>{text}</code></pre>\n'


def _link_open(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    href = str(tokens[index].attrGet("href") or "")
    foreign = ' rel="external noreferrer"' if href.startswith(("http://", "https://")) else ""
    return f'<a href="{escape(href)}"{foreign}>'


_RULES = {
    "math_inline": _math_inline,
    "math_inline_double": _math_inline,
    "math_block": _math_block,
    "heading_open": _heading,
    "heading_close": _heading,
    "fence": _fence,
    "link_open": _link_open,
}
