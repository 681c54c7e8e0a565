"""Turn a lesson into HTML: examples filled by their templates, figures drawn, answers folded."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from upslope.core.errors import ContentError, NotFoundError
from upslope.core.ids import ItemId, TemplateId
from upslope.curriculum.blocks import settings_of
from upslope.curriculum.figures import draw_figure, figure_html
from upslope.curriculum.lesson import Lesson, LessonPoint, LessonText, Section, SectionKind
from upslope.curriculum.lesson_text import read_lesson
from upslope.curriculum.lesson_tokens import arranged
from upslope.curriculum.markup import parser, render, render_inline
from upslope.curriculum.model import Concept, CourseItem
from upslope.curriculum.safe import Html
from upslope.problems.loaded import LoadedTemplate
from upslope.problems.variant import Variant

BLANK = '<span class="blank" role="img" aria-label="to be found"></span>'

_MARK = re.compile("\u27e6(part:[^\u27e7]*|figure)\u27e7")
_TRAP_SLIP = re.compile(r"\s*\(([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)\)\s*$")
_LABELS = {"definition": "Definition", "theorem": "Theorem", "proof": "Proof", "try": "Try it yourself"}
_OPEN = {
    "steps_open": '<ol class="steps">\n',
    "step_open": "<li><div>\n",
    "step_close": "</div></li>\n",
    "steps_close": "</ol>\n",
    "answer_open": "<details><summary>Show the answer</summary>\n",
    "answer_close": "</details>\n",
}


@dataclass(frozen=True, slots=True)
class Sources:
    """Give a lesson what it draws on: templates for examples, items of courses for links."""

    template: Callable[[TemplateId], LoadedTemplate]
    items: Mapping[ItemId, CourseItem]


def render_lesson(concept: Concept, sources: Sources) -> Lesson:
    """Read and render a concept's lesson. Raises ContentError with the line of what cannot be shown."""
    text = read_lesson(concept.path)
    for refusal in text.refusals:
        raise ContentError(refusal.path, refusal.line, refusal.rule, refusal.message, refusal.mend)
    page = LessonPage(concept, text, sources)
    return Lesson(
        concept=concept.id,
        objective=render_inline(concept.objective),
        why=page.of(SectionKind.WHY),
        points=tuple(LessonPoint(s.point, page.section(s)) for s in text.of(SectionKind.POINT)),
        summary=page.of(SectionKind.SUMMARY),
        summary_lines=tuple(line for s in text.of(SectionKind.SUMMARY) for line in list_lines(s.tokens)),
        traps=page.of(SectionKind.TRAPS),
        in_deep_learning=page.of(SectionKind.IN_DEEP_LEARNING),
    )


def list_lines(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the items of the outermost lists as Markdown, one line each."""
    return tuple(
        " ".join(token.content.split())
        for before, token in pairwise(tokens)
        if token.type == "inline" and before.type == "paragraph_open" and token.level == 3
    )


def trap_slip(line: str) -> str:
    """Return the name in brackets at the end of a trap, or "": "… *because* … (plus-F)"."""
    found = _TRAP_SLIP.search(line)
    return found[1] if found else ""


class LessonPage:
    """Render the sections of one lesson."""

    def __init__(self, concept: Concept, text: LessonText, sources: Sources) -> None:
        self._concept = concept
        self._text = text
        self._sources = sources
        self._md = parser()
        for name, rule in _RULES.items():
            self._md.add_render_rule(name, rule)

    def of(self, kind: SectionKind) -> Html:
        """Return all sections of a kind."""
        return Html("".join(self.section(section) for section in self._text.of(kind)))

    def section(self, section: Section) -> Html:
        """Return one section. Raises ContentError."""
        tokens = arranged(section.tokens)
        if section.kind is SectionKind.TRAPS:
            tokens = _without_slip_names(tokens, self._slip_names())
        return Html(self._md.renderer.render(tokens, self._md.options, {"page": self}))

    def block_open(self, token: Token) -> str:
        """Return what stands at the opening of a block."""
        name, settings = token.info, settings_of(token)
        if name == "link":
            return self._link(token)
        title = render_inline(settings["title"]) if "title" in settings else ""
        label = _LABELS.get(name, "Worked example")
        heading = f"{label}: {title}" if title else label
        filling = self._filling(token) if name == "example" and "template" in settings else ""
        return f'<section class="block {name}"><p class="block-label">{heading}</p>\n{filling}'

    def block_leaf(self, token: Token) -> str:
        """Return a figure."""
        name = settings_of(token).get("name", "")
        if not name:
            raise self._refuse(token, "figure", "A figure needs a name.", "Write :::figure name=rows.")
        return figure_html(draw_figure(self._concept, name))

    def _filling(self, token: Token) -> str:
        """Return statement and solution of the template's own variant, so that text and checker agree."""
        settings = settings_of(token)
        try:
            level, seed = int(settings.get("level", "1")), int(settings["seed"])
            variant = self._sources.template(TemplateId(settings["template"])).draw(level, seed)
        except (KeyError, ValueError) as error:
            mend = "Write :::example template=its-id seed=7 level=1."
            raise self._refuse(token, "example", "seed and level must be numbers.", mend) from error
        except NotFoundError as error:
            raise self._refuse(token, "example", error.message, "Mend the template's id.") from error
        return worked_example(variant)

    def _link(self, token: Token) -> str:
        item = self._sources.items.get(ItemId(settings_of(token).get("item", "")))
        if item is None:
            mend = "Write :::link item=1806-u1s07, an item of a course."
            raise self._refuse(token, "link", "The link names no item of a course.", mend)
        title = escape(item.title)
        linked = f'<a href="{escape(item.url)}" rel="external noreferrer">{title}</a>' if item.url else title
        return f'<aside class="block link"><p class="block-label">Elsewhere: {linked}</p>\n'

    def _slip_names(self) -> Collection[str]:
        names: set[str] = set()
        for point in self._concept.points:
            for practice in point.practice:
                names.update(self._sources.template(practice.template).text.slips)
        return names

    def _refuse(self, token: Token, rule: str, message: str, mend: str) -> ContentError:
        line = self._text.body_line + (token.map[0] if token.map else 0)
        return ContentError(self._text.path, line, rule, message, mend)


def worked_example(variant: Variant) -> Html:
    """Return a variant's statement and its worked solution, step by step."""
    figure = figure_html(variant.figure) if variant.figure else Html("")
    statement = render(variant.statement)
    if variant.figure and "\u27e6figure\u27e7" not in statement:
        statement = Html(statement + figure)
    statement = Html(_MARK.sub(lambda mark: figure if mark[1] == "figure" else BLANK, statement))
    steps = "".join(
        f"<li><div><p><b>{render_inline(step.title)}</b></p>\n{render(step.text)}</div></li>\n"
        for step in variant.solution
    )
    return Html(f'{statement}<ol class="steps">\n{steps}</ol>\n{render(variant.after)}')


def _without_slip_names(tokens: Sequence[Token], names: Collection[str]) -> list[Token]:
    """Take the slip's name off the end of each trap: it tells authors and `check`, not learners."""
    out = []
    for token in tokens:
        if token.type == "inline" and trap_slip(token.content) in names and token.children:
            children = list(token.children)
            children[-1] = children[-1].copy(content=_TRAP_SLIP.sub("", children[-1].content))
            token = token.copy(children=children)
        out.append(token)
    return out


def _block_open(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
) -> str:
    page: LessonPage = env["page"]
    return page.block_open(tokens[index])


def _block_close(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
) -> str:
    return "</aside>\n" if tokens[index].info == "link" else "</section>\n"


def _block_leaf(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
) -> str:
    page: LessonPage = env["page"]
    return page.block_leaf(tokens[index])


def _fixed(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
    return _OPEN[tokens[index].type]


_RULES = {
    "block_open": _block_open,
    "block_close": _block_close,
    "block_leaf": _block_leaf,
    **dict.fromkeys(_OPEN, _fixed),
}
