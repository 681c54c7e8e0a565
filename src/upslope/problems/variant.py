"""Hold one variant: concrete numbers, every text with them in, and what counts as right."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b

from upslope.checking import Answer, Slip, Verdict, spec_to_json
from upslope.core.ids import TemplateId
from upslope.problems.figure import Figure


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one step of the worked solution, as Markdown."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SlipText:
    """Hold the feedback for a declared mistake; `step_index` is the step it breaks, from 0, or None."""

    headline: str
    text: str
    step_index: int | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """Hold one variant of a template; all texts are Markdown with LaTeX.

    In `statement` the mark ⟦part:name⟧ stands where the input of that part goes, ⟦figure⟧ where the figure
    goes; a part or figure without a mark goes to the end. `fields_json` is what an attempt stores.
    """

    template: TemplateId
    version: int
    level: int
    seed: int
    fields_json: str
    statement: str
    hints: tuple[str, ...]
    solution: tuple[Step, ...]
    after: str
    answer: Answer
    slips: tuple[Slip, ...]
    figure: Figure | None
    tell: Callable[[str, Verdict], SlipText] = field(repr=False, compare=False)
    """Render the feedback of a slip; called by `feedback`."""

    def feedback(self, slip: str, verdict: Verdict) -> SlipText:
        """Return the text for a declared mistake, with the learner's own numbers from the verdict in it.

        Raises KeyError if no slip has this name.
        """
        return self.tell(slip, verdict)

    @property
    def statement_key(self) -> str:
        """Return a key that two variants share when a learner would read the same question."""
        shown = [self.statement, self.figure.svg if self.figure else ""]
        if self.answer.kind in ("choice", "facts", "ordering"):  # the options are read too
            shown.append(spec_to_json(self.answer))
        return _digest("\x1f".join(shown))

    @property
    def answer_key(self) -> str:
        """Return a key that two variants share when the same answer is right for both."""
        return _digest(spec_to_json(self.answer))


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=12).hexdigest()
