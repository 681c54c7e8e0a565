"""Draw variants of a loaded template, and bring stored ones back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from upslope.checking import Answer, Outcome, Slip, Verdict, check
from upslope.core.errors import ContentError, UpslopeError
from upslope.core.rng import Rng
from upslope.problems.fields import FIELDS_VERSION, FieldError, decode, dumps, encode
from upslope.problems.figure import Figure
from upslope.problems.front_matter import TemplateFile
from upslope.problems.loading import content_error, line_of, load_class
from upslope.problems.passage import Passage, Scope
from upslope.problems.shown import Shown
from upslope.problems.template import Redraw, Template, derived_names, field_names
from upslope.problems.tex import Tex
from upslope.problems.text import TemplateText, read_text
from upslope.problems.typed import typed
from upslope.problems.variant import SlipText, Step, Variant

MOST_REDRAWS = 100


@dataclass(frozen=True, slots=True)
class Drawn:
    """Hold a variant, the instance behind it, and why earlier draws of this seed were given up."""

    variant: Variant
    instance: Template | None
    redraws: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadedTemplate:
    """Hold a template with its text read and its class imported (None without Python)."""

    file: TemplateFile
    text: TemplateText
    make: type[Template] | None
    vocabulary: tuple[str, ...] = field(default=())
    """Names the text may use: fields, derived properties, `figure`."""

    def draw(self, level: int, seed: int) -> Variant:
        """Return the variant of a level (from 1) and seed. Raises ContentError if none can be drawn."""
        return self.draw_counted(level, seed).variant

    def draw_counted(self, level: int, seed: int) -> Drawn:
        """Return the variant with the instance behind it and the reasons of redraws."""
        self._need_level(level)
        reasons: list[str] = []
        for attempt in range(MOST_REDRAWS):
            rng = Rng(self.file.id, level, seed, attempt)
            try:
                instance = self._draw_instance(rng, level)
                shown = Shown.draw(self.file, self.text, self._scope(instance), rng)
                variant = self.build(instance, shown, level, seed)
                self._need_distinct(variant)
            except Redraw as redraw:
                reasons.append(redraw.reason)
                continue
            return Drawn(variant, instance, tuple(reasons))
        counts = ", ".join(f"{reasons.count(reason)} × {reason}" for reason in dict.fromkeys(reasons))
        path = self.file.code_path if self.make else self.file.path
        message = f"Level {level}, seed {seed}: {MOST_REDRAWS} draws in a row were given up ({counts})."
        mend = "Build from the answer backwards instead of rejecting."
        raise ContentError(path, 1, "redraw", message, mend if self.make else "Write more of them.")

    def replay(self, level: int, seed: int, fields_json: str) -> Variant:
        """Return the variant whose fields were stored, without drawing again.

        Raises ContentError if the stored fields are not those of this template.
        """
        self._need_level(level)
        try:
            stored = json.loads(fields_json)
            if stored["v"] != FIELDS_VERSION:
                raise ValueError(f"fields are stored in version {stored['v']}")
            instance = decode(self.make, stored["fields"]) if self.make else None
            shown = Shown.from_json(stored)
        except (FieldError, ValueError, KeyError, TypeError) as error:
            path = self.file.code_path if self.make else self.file.path
            said = error.message if isinstance(error, UpslopeError) else repr(error)
            mend = "A change of fields needs a new template; the old pair moves to retired/."
            raise ContentError(path, 1, "fields", f"Stored fields cannot be read: {said}", mend) from error
        return self.build(instance, shown, level, seed)

    def _need_level(self, level: int) -> None:
        if not 1 <= level <= self.file.level_count:
            message = f"There is no level {level}."
            raise ContentError(
                self.file.path, 1, "level", message, f"Levels are 1 to {self.file.level_count}."
            )

    def _draw_instance(self, rng: Rng, level: int) -> Template | None:
        if self.make is None:
            return None
        try:
            return self.make.draw(rng, level)
        except Redraw:
            raise
        except Exception as error:
            raise content_error(self.file.code_path, error, "draw", f"Level {level}: draw failed") from error

    def build(self, instance: Template | None, shown: Shown, level: int, seed: int) -> Variant:
        """Return the variant of given fields and of what the text shows. May raise Redraw or ContentError."""
        scope = self._scope(instance)
        text, file = self.text, self.file
        steps = tuple(Step(step.title.render(scope), step.body.render(scope)) for step in text.steps)
        answer, slips, figure = self._answer(instance, shown)
        return Variant(
            template=file.id,
            version=file.version,
            level=level,
            seed=seed,
            fields_json=self._fields_json(instance, shown),
            statement=self._statement(instance).render(scope),
            hints=tuple(hint.render(scope) for hint in text.hints),
            solution=steps or shown.solution(file),
            after=text.after.render(scope) if text.after else "",
            answer=answer,
            slips=slips,
            figure=figure,
            tell=lambda name, verdict: self._feedback(name, verdict, scope, shown),
        )

    def _answer(
        self, instance: Template | None, shown: Shown
    ) -> tuple[Answer, tuple[Slip, ...], Figure | None]:
        told = shown.answer(self.file)
        if instance is None:
            if told is None:  # load refuses such a template; stored fields may lack what they should hold
                raise ContentError(self.file.path, 1, "fields", "Stored fields hold no facts and no order.")
            return told, shown.slips(self.file), None
        try:
            figure = instance.figure()
            slips = tuple(Slip(name, need_answer(a, name)) for name, a in instance.slips().items())
            answer = told or need_answer(instance.answer(), "answer")
        except Redraw:
            raise
        except Exception as error:
            raise content_error(
                self.file.code_path, error, "answer", "Answer, slips or figure failed"
            ) from error
        return answer, (*slips, *shown.slips(self.file)), figure

    def _need_distinct(self, variant: Variant) -> None:
        """Raise Redraw if a declared mistake gives the right answer: such a variant tests nothing."""
        for slip in variant.slips:
            if slip.answer == variant.answer:
                raise Redraw(f"slip {slip.name} gives the right answer")
            response = typed(slip.answer, shown=variant.answer)
            verdict = check(variant.answer, response)
            if verdict.outcome is Outcome.CORRECT or not verdict.form_ok:
                raise Redraw(f"slip {slip.name} gives the right answer")

    def _fields_json(self, instance: Template | None, shown: Shown) -> str:
        stored: dict[str, Any] = {"v": FIELDS_VERSION, "fields": {}, **shown.to_json()}
        try:
            stored["fields"] = encode(instance) if instance is not None else {}
        except FieldError as error:
            line = line_of(self.file.code_path, f"    {error.field}:")
            raise ContentError(self.file.code_path, line, "field", error.message, error.hint) from error
        return dumps(stored)

    def _story(self, instance: Template | None) -> str:
        return str(getattr(instance, "story", "")) if "" not in self.text.statements else ""

    def _statement(self, instance: Template | None) -> Passage:
        story = self._story(instance)
        if story not in self.text.statements:
            known = ", ".join(self.text.statements)
            message = f"No # Statement tells the story {story!r}." if story else "The variant names no story."
            raise ContentError(self.file.path, 1, "story", message, f"Let the field story be one of {known}.")
        return self.text.statements[story]

    def _scope(self, instance: Template | None, **extra: object) -> Scope:
        words: Mapping[str, object] = self.text.words_of(self._story(instance))
        return _InstanceScope(self.file, instance, self.vocabulary, extra={**words, **extra})

    def _feedback(self, name: str, verdict: Verdict, scope: Scope, shown: Shown) -> SlipText:
        if name not in self.text.slips:
            told = shown.feedback(name)
            if told is None:
                raise KeyError(name)
            return told
        slip = self.text.slips[name]
        heard = scope.with_name("response", Tex(verdict.read_as or r"\ldots"))
        heard = heard.with_name("witness", Tex(verdict.witness))
        headline = slip.headline.render(heard) if slip.headline else ""
        return SlipText(headline, slip.body.render(heard), slip.step)


def need_answer(value: object, name: str) -> Answer:
    """Return what an author's class gave under a name. Raises UpslopeError unless it is a kind of answer."""
    if isinstance(value, Answer):
        return value
    mend = "Wrap it: Number(…), Vector(…); docs/answers.md lists the kinds."
    raise UpslopeError(f"{name} is {value!r}, which is no kind of answer", mend)


class _InstanceScope(Scope):
    """Look names up in an instance; `figure` is its drawing, and what fails says which line of Python."""

    def __init__(
        self,
        file: TemplateFile,
        instance: Template | None,
        names: tuple[str, ...],
        *,
        extra: Mapping[str, object],
    ) -> None:
        super().__init__(instance, names, extra=extra)
        self._file = file

    def owner_value(self, name: str) -> object:
        try:
            value = super().owner_value(name)
            return value() if name == "figure" and callable(value) else value
        except Redraw:
            raise
        except Exception as error:
            raise content_error(self._file.code_path, error, "derived", f"{name} failed") from error


def load(file: TemplateFile, pack_shared: Path | None = None) -> LoadedTemplate:
    """Read a template's text and import its class, if it has one.

    `pack_shared` is the pack's `shared.py`, reached by `from pack import shared`. Raises ContentError.
    """
    text = read_text(file)
    make = load_class(file.code_path, pack_shared) if file.has_code else None
    if make is None and not text.answers:
        message = f"There is neither # Facts nor # Order nor {file.code_path.name}."
        raise ContentError(file.path, 1, "class", message, "Write the class that draws and answers.")
    if make is not None and not text.answers and make.answer is Template.answer:
        raise ContentError(
            file.code_path, 1, "class", f"{make.__name__} gives no answer.", "Define answer(self)."
        )
    names = (*field_names(make), *derived_names(make), "figure") if make else ()
    return LoadedTemplate(file, text, make, names)
