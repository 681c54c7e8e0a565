"""Rules over what is drawn: effort, variety, slips that can happen, `verify`."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from upslope.checking import Answer, Choice, Expr, Facts, Number
from upslope.core.errors import Refusal
from upslope.problems.contract.answers import has_text
from upslope.problems.contract.examined import Examined, Sample, where
from upslope.problems.contract.limits import (
    COMMONEST_ANSWER,
    FIELD_SWAPS,
    HIDDEN_DUPLICATES,
    MOST_REDRAWS,
    MOST_REPORTED,
    OVER_CHANCE,
    P95_DRAW_MS,
    PLAIN_ANSWER,
    SLIP_OCCURS,
    WORST_DRAW_MS,
    exceeds,
    fewest_statements,
)
from upslope.problems.loading import line_of_failure
from upslope.problems.shown import Shown
from upslope.problems.template import field_names


def effort(examined: Examined) -> Iterator[Refusal]:
    """Refuse many redraws and slow draws (CPU time)."""
    samples = examined.samples
    reasons = Counter(reason for sample in samples for reason in sample.drawn.redraws)
    total = reasons.total()
    if total > MOST_REDRAWS * (total + len(samples)):
        worst = ", ".join(f"{count} × {reason}" for reason, count in reasons.most_common(3))
        message = f"{total} of {total + len(samples)} draws are given up ({worst})."
        yield Refusal(examined.code_path, 1, "redraws", message, "Build from the answer backwards.")
    times = sorted(sample.milliseconds for sample in samples)
    slow = [sample for sample in samples if sample.milliseconds > WORST_DRAW_MS]
    if len(slow) > max(1, len(samples) // 200):  # one outlier may be the collector of garbage
        message = f"{where(slow[0])} takes {slow[0].milliseconds:.0f} ms."
        yield Refusal(examined.code_path, 1, "slow", message, f"A draw takes at most {WORST_DRAW_MS:.0f} ms.")
    if times and times[int(len(times) * 0.95)] > P95_DRAW_MS:
        message = f"One draw in twenty takes over {times[int(len(times) * 0.95)]:.1f} ms."
        yield Refusal(examined.code_path, 1, "slow", message, f"Stay below {P95_DRAW_MS:.0f} ms.")


def verified(examined: Examined) -> Iterator[Refusal]:
    """Refuse variants whose `verify` fails."""
    failures = 0
    for sample in examined.samples:
        instance = sample.drawn.instance
        if instance is None or failures >= MOST_REPORTED:
            continue
        try:
            instance.verify()
        except Exception as error:
            failures += 1
            said = f": {error}" if str(error) else ""
            line = line_of_failure(examined.code_path, error)
            message = f"{where(sample)}: verify fails with {type(error).__name__}{said} for {instance!r}."
            yield Refusal(examined.code_path, line, "verify", message, "One of the two routes is wrong.")


def variety(examined: Examined) -> Iterator[Refusal]:
    """Refuse levels that show few different statements."""
    for level, samples in examined.levels():
        statements = Counter(sample.drawn.variant.statement_key for sample in samples)
        finite = examined.loaded.file.finite
        least = fewest_statements(len(samples)) if finite is None else min(finite, len(samples)) // 2
        if len(statements) < least:
            message = f"Level {level} shows {len(statements)} statements in {len(samples)} seeds."
            mend = f"Draw from more, at least {least}; or say finite = {len(statements)} in the head."
            if len(statements) == 1:
                mend = "Write what is drawn into the statement: <<name>>."
            yield Refusal(examined.code_path, 1, "few-statements", message, mend)


def every_field_shows(examined: Examined) -> Iterator[Refusal]:
    """Refuse a field that the statement does not depend on: it makes hidden duplicates.

    Puts the value of another variant into one field and looks whether the statement changes.
    """
    make = examined.loaded.make
    if make is None or examined.loaded.text.facts:
        return
    for name in field_names(make):
        tried = same = 0
        for level, samples in examined.levels():
            for one, other in pairwise(samples):
                changed = _with_field_of(examined, one, other, name)
                if changed is not None and tried < FIELD_SWAPS * level:
                    tried += 1
                    same += changed == one.drawn.variant.statement_key
        if tried and same > HIDDEN_DUPLICATES * tried + 1:
            message = f"The field {name} does not show: {same} of {tried} statements do not depend on it."
            mend = f"Show it with <<{name}>>, derive it, or draw it in a fixed way where it does not show."
            yield Refusal(examined.code_path, 1, "hidden-duplicates", message, mend)


def _with_field_of(examined: Examined, one: Sample, other: Sample, name: str) -> str | None:
    """Return the statement's key with one field exchanged, None where the fields are equal or do not fit."""
    instance, donor = one.drawn.instance, other.drawn.instance
    if instance is None or donor is None or getattr(instance, name) == getattr(donor, name):
        return None
    try:
        values = {field: getattr(instance, field) for field in field_names(type(instance))}
        changed = type(instance)(**{**values, name: getattr(donor, name)})
        return examined.loaded.build(changed, Shown(), one.level, one.seed).statement_key
    except Exception:  # the other value may not fit these fields: nothing can be said
        return None


def stories_are_told(examined: Examined) -> Iterator[Refusal]:
    """Refuse a statement whose story is never drawn."""
    drawn = {str(getattr(sample.drawn.instance, "story", "")) for sample in examined.samples}
    for story in examined.loaded.text.statements:
        if story and story not in drawn:
            message = f"No seed tells the story {story}."
            yield Refusal(
                examined.text_path, examined.line("Statement"), "story", message, "Let draw choose it."
            )


def answers_vary(examined: Examined) -> Iterator[Refusal]:
    """Refuse an answer that can be guessed because it is so common."""
    for level, samples in examined.levels():
        if not samples or examined.loaded.file.finite is not None:
            continue
        common = Counter(_guess(sample.drawn.variant.answer, sample) for sample in samples).most_common(1)[0][
            1
        ]
        share = _chance(samples[0].drawn.variant.answer)
        if exceeds(common, len(samples), share) and not examined.allows("common-answer"):
            message = f"Level {level}: one answer is right in {common} of {len(samples)} seeds."
            mend = "Draw more evenly; or ask for more, such as the numbers behind it."
            yield Refusal(examined.code_path, 1, "common-answer", message, mend)
        plain = sum(_is_plain(sample.drawn.variant.answer) for sample in samples)
        if exceeds(plain, len(samples), PLAIN_ANSWER) and not examined.allows("plain-answer"):
            message = f"Level {level}: the answer is 0, 1 or -1 in {plain} of {len(samples)} seeds."
            yield Refusal(
                examined.code_path, 1, "plain-answer", message, "Leave these values out more often."
            )


def _guess(answer: Answer, sample: Sample) -> str:
    """Return what a learner would have to guess."""
    if isinstance(answer, Choice):
        return str(answer.correct)
    if isinstance(answer, Facts):
        return str(answer.truths)
    return sample.drawn.variant.answer_key


def _chance(answer: Answer) -> float:
    if isinstance(answer, Choice):
        options = len(answer.options)
        patterns = int(2**options - 1) if answer.several else options
        return OVER_CHANCE / patterns
    if isinstance(answer, Facts):
        return max(COMMONEST_ANSWER, OVER_CHANCE / int(2 ** len(answer.truths) - 2))
    return COMMONEST_ANSWER


def _is_plain(answer: Answer) -> bool:
    if not isinstance(answer, Number):
        return False
    value = answer.value
    return value in (0, 1, -1) or (isinstance(value, Expr) and value.text() in ("0", "1", "-1"))


def slips_match(examined: Examined) -> Iterator[Refusal]:
    """Refuse slips without text, text without slip, and mistakes that hardly ever can happen."""
    told = examined.loaded.text.slips
    drawn: dict[str, Counter[int]] = {}
    for sample in examined.samples:
        for slip in sample.drawn.variant.slips:
            if not has_text(examined, slip.name):
                mend = f"Write # Slip: {slip.name} into {examined.text_path.name}."
                yield Refusal(examined.code_path, 1, "slip", f"Slip {slip.name} has no text.", mend)
                return
            drawn.setdefault(slip.name, Counter())[sample.level] += 1
    sizes = {level: len(samples) for level, samples in examined.levels()}
    for name, slip_text in told.items():
        if name not in drawn:
            message = f"No seed gives the slip {name}."
            yield Refusal(
                examined.text_path, slip_text.line, "slip", message, "Return it from slips(), or cut it."
            )
        elif not any(drawn[name][level] >= SLIP_OCCURS * size for level, size in sizes.items() if size):
            message = f"The slip {name} can happen in few variants of any level."
            yield Refusal(
                examined.text_path, slip_text.line, "slip", message, "Draw so that it can, or cut it."
            )
