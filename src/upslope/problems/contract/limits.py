"""Hold the limits of the contract in one table: set by judgement, to be revisited with experience."""

from math import sqrt

WORST_DRAW_MS = 400.0
P95_DRAW_MS = 40.0
"""Drawing and rendering every text, in CPU time. The aim is 10 ms, which `benchmarks/templates.py` measures;
a check refuses only what no busy or slow machine explains."""

MOST_REDRAWS = 0.80
"""Share of all draws that are given up."""

LEAST_STATEMENTS = 100
"""Different statements one level gives, unless the head says `finite`."""

COMMONEST_ANSWER = 0.10
OVER_CHANCE = 1.5
"""How much likelier than by chance one option or one set of facts may be right."""

PLAIN_ANSWER = 0.15
"""Share of variants whose answer is 0, 1 or -1."""

ANSWER_IN_TEXT = 0.10
SHORT_ANSWER_IN_TEXT = 0.50
"""The same for answers of one or two characters, which stand in a text by accident."""

HIDDEN_DUPLICATES = 0.05
"""Share of variants in which a field may go unseen."""

FIELD_SWAPS = 20
"""Variants of each level in which each field is exchanged for another variant's."""

SLIP_OCCURS = 0.50
"""Share of seeds of some level in which a declared mistake can happen."""

MOST_WORDS = 120
MOST_CODE_LINES = 80
MOST_HEADLINE_WORDS = 8
WIDEST_FORMULA = 60
"""Characters of a displayed formula that fit a phone."""

MOST_DIGITS = 6
CHECKED_SEEDS = 12
"""Seeds of each level on which every kind of right and wrong answer is tried."""

MOST_REPORTED = 3
"""Refusals of one rule for one template; more of the same help nobody."""


def exceeds(count: int, total: int, share: float) -> bool:
    """Return whether a count lies above a share by more than chance (two standard deviations) explains."""
    return count > share * total + 2 * sqrt(total * share * (1 - share))


def fewest_statements(seeds: int) -> int:
    """Return how many different statements that many seeds show when 100 are equally likely, less a
    margin."""
    if seeds >= 500:
        return LEAST_STATEMENTS
    return int(0.8 * LEAST_STATEMENTS * (1 - (1 - 1 / LEAST_STATEMENTS) ** seeds))
