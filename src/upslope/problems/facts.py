"""Draw which statements of `# Facts` a variant shows, and make an answer of them.

A drawn statement has no id: the rendered sentence, its truth and its reason are stored with the variant, so
that a corrected pool of statements leaves old attempts as they were.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from upslope.checking import Answer, Choice, Facts, Slip
from upslope.core.errors import ContentError
from upslope.core.rng import Rng
from upslope.problems.front_matter import TemplateFile
from upslope.problems.numerals import ShowError
from upslope.problems.passage import Scope
from upslope.problems.template import Redraw
from upslope.problems.text import TemplateText
from upslope.problems.text_lists import FactPassage
from upslope.problems.variant import SlipText, Step

_OPTION_SLIP = "option-"


@dataclass(frozen=True, slots=True)
class ShownFact:
    """Hold one statement as shown: rendered sentence, truth, rendered reason."""

    statement: str
    truth: bool
    reason: str


def draw_facts(file: TemplateFile, text: TemplateText, scope: Scope, rng: Rng) -> tuple[ShownFact, ...]:
    """Return the statements of one variant in the order shown: at least one true and one false.

    With `only_one`, one true statement among false ones. Raises Redraw where these numbers leave too few.
    """
    truths = [(fact, _truth(text, fact, scope)) for fact in text.facts]
    true = [fact for fact, truth in truths if truth]
    false = [fact for fact, truth in truths if not truth]
    if file.only_one:
        least = most = 1
    else:
        least, most = max(1, file.shown - len(false)), min(file.shown - 1, len(true))
    if least > most or len(true) < least or len(false) < file.shown - most:
        raise Redraw(f"{len(true)} true and {len(false)} false statements: too few to show {file.shown}")
    count = rng.integer(least, most)
    chosen = [(f, True) for f in rng.sample(true, count)] + [
        (f, False) for f in rng.sample(false, file.shown - count)
    ]
    return tuple(
        ShownFact(fact.statement.render(scope), truth, fact.reason.render(scope))
        for fact, truth in rng.shuffled(chosen)
    )


def _truth(text: TemplateText, fact: FactPassage, scope: Scope) -> bool:
    if fact.truth is not None:
        return fact.truth
    try:
        value = scope.look_up((fact.property,))
    except ShowError as error:
        raise ContentError(
            text.path, fact.line, "facts", f"[?{fact.property}]: {error.message};", error.mend
        ) from None
    if not isinstance(value, bool):
        mend = "Let the property return True or False."
        raise ContentError(text.path, fact.line, "facts", f"[?{fact.property}] is {value!r}.", mend)
    return value


def facts_answer(file: TemplateFile, shown: Sequence[ShownFact]) -> Answer:
    """Return what counts as right: the truth of each statement, or the one that is true."""
    statements = tuple(fact.statement for fact in shown)
    truths = tuple(fact.truth for fact in shown)
    if file.only_one:
        return Choice(statements, (truths.index(True),))
    return Facts(statements, truths, tuple(fact.reason for fact in shown))


def facts_slips(file: TemplateFile, shown: Sequence[ShownFact]) -> tuple[Slip, ...]:
    """Return one slip for each wrong option of a single choice: its reason is the feedback."""
    if not file.only_one:
        return ()
    statements = tuple(fact.statement for fact in shown)
    wrong = [i for i, fact in enumerate(shown) if not fact.truth]
    return tuple(Slip(f"{_OPTION_SLIP}{i + 1}", Choice(statements, (i,))) for i in wrong)


def fact_feedback(name: str, shown: Sequence[ShownFact]) -> SlipText | None:
    """Return the feedback of a slip that `facts_slips` made, None for any other name."""
    number = name.removeprefix(_OPTION_SLIP)
    if number == name or not number.isdigit() or not 1 <= int(number) <= len(shown):
        return None
    return SlipText("", shown[int(number) - 1].reason)


def facts_solution(file: TemplateFile, shown: Sequence[ShownFact]) -> tuple[Step, ...]:
    """Return one step for each statement: whether it is true, and why."""
    noun = "Option" if file.only_one else "Statement"
    right, wrong = ("is right", "is not right") if file.only_one else ("is true", "is false")
    return tuple(
        Step(f"{noun} {number} {right if fact.truth else wrong}", f"{fact.statement}\n\n{fact.reason}")
        for number, fact in enumerate(shown, 1)
    )
