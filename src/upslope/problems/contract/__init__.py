"""The contract every template keeps: one call, refusals with file, line, rule and mend.

Nothing here is advice: the seven faults that other systems repair for years (degenerate draws, a
distractor that is right, signs and coefficients 1, text that contradicts the numbers, duplicate variants,
seeds that mean something else elsewhere, changed code under old attempts) are refused.
"""

from pathlib import Path

from upslope.core.errors import ContentError, Refusal
from upslope.problems.contract import answers, drawn, static, texts
from upslope.problems.contract.determinism import digests, same_digests
from upslope.problems.contract.examined import Examined, Render, Rule, Sample, parse_code, sample
from upslope.problems.front_matter import TemplateFile
from upslope.problems.loaded import LoadedTemplate, load

__all__ = ["DRAWN_RULES", "STATIC_RULES", "check_loaded", "check_template", "digests", "same_digests"]

STATIC_RULES: tuple[Rule, ...] = (
    static.names_known,
    static.names_used,
    static.code_is_allowed,
    static.code_is_short,
    static.has_verify,
    static.rounding_is_said,
    static.slips_are_told,
    static.facts_are_many,
)
DRAWN_RULES: tuple[Rule, ...] = (
    drawn.effort,
    drawn.verified,
    drawn.variety,
    drawn.every_field_shows,
    drawn.stories_are_told,
    drawn.answers_vary,
    drawn.slips_match,
    answers.right_is_accepted,
    answers.wrong_is_refused,
    answers.junk_is_unreadable,
    answers.slips_are_caught,
    texts.formulas_are_clean,
    texts.formulas_render,
    texts.texts_are_short,
    texts.parts_have_places,
    texts.answer_is_not_told,
)


def check_template(
    file: TemplateFile, *, seeds: int = 60, render: Render | None = None, pack_shared: Path | None = None
) -> tuple[Refusal, ...]:
    """Return why a template is refused, nothing if it keeps the contract.

    Draws `seeds` variants of each level. `render` turns TeX into markup and raises for what it refuses;
    without it formulas are not set. Static rules go first: with wrong names or too few facts nothing is
    drawn.
    """
    try:
        loaded = load(file, pack_shared)
    except ContentError as error:
        return (error.refusal,)
    return check_loaded(loaded, seeds=seeds, render=render)


def check_loaded(
    loaded: LoadedTemplate, *, seeds: int = 60, render: Render | None = None
) -> tuple[Refusal, ...]:
    """Return why a loaded template is refused; see `check_template`."""
    tree = parse_code(loaded)
    unread = Examined(loaded, tree, (), render)
    found = [refusal for rule in STATIC_RULES for refusal in rule(unread)]
    if any(refusal.rule in ("name", "import", "facts") for refusal in found):
        return tuple(found)
    samples: list[Sample] = []
    for each in sample(loaded, seeds):
        if isinstance(each, Refusal):
            return (*found, each)
        samples.append(each)
    examined = Examined(loaded, tree, tuple(samples), render)
    found += [refusal for rule in DRAWN_RULES for refusal in rule(examined)]
    return tuple(found)
