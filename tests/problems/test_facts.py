import json

import pytest

from upslope.checking import Choice, Facts, Outcome, Response, check
from upslope.core.errors import ContentError
from upslope.problems import load

POOL = """# Statement
Which statements about $n = <<n>>$ are true?
# Facts
- [?even] $n$ is even.
  $n$ leaves <<rest>> when divided by $2$.
- [x] $n$ is whole.
  It is drawn so.
- [x] $n + 1$ is greater than $n$.
  Adding $1$ makes greater.
- [ ] $n$ is negative.
  It is at least $1$.
- [ ] $n + n$ is odd.
  Twice a whole number is even.
"""
CODE = """
from typing import Self
from upslope.problems import Rng, Template, derived

class MadeUp(Template):
    n: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        return cls(n=rng.integer(1, 99))

    @derived
    def rest(self) -> int:
        return self.n % 2

    @derived
    def even(self) -> bool:
        return self.rest == 0
"""
PLAIN = POOL.replace("[?even]", "[ ]").replace("$n = <<n>>$", "$n$").replace("<<rest>>", "$1$")


def test_some_are_shown_and_never_all_true_or_all_false(write):
    loaded = load(write(POOL, CODE, extra="show = 3\n"))
    shown = [loaded.draw(1, seed) for seed in range(200)]
    for variant in shown:
        answer = variant.answer
        assert isinstance(answer, Facts)
        assert len(answer.statements) == 3
        assert True in answer.truths
        assert False in answer.truths
        n = json.loads(variant.fields_json)["fields"]["n"]
        if "$n$ is even." in answer.statements:
            assert answer.truths[answer.statements.index("$n$ is even.")] == (n % 2 == 0)
    first = {variant.answer.statements[0] for variant in shown}
    assert len(first) == 5  # every statement comes first somewhere
    assert {sum(variant.answer.truths) for variant in shown} == {1, 2}


def test_the_reasons_are_the_solution_and_are_rendered(write):
    variant = load(write(POOL, CODE, extra="show = 4\n")).draw(1, 1)
    assert [step.title for step in variant.solution] == [
        f"Statement {i} is {'true' if truth else 'false'}" for i, truth in enumerate(variant.answer.truths, 1)
    ]
    assert all("<<" not in step.text for step in variant.solution)


def test_old_variants_keep_their_sentences(write):
    loaded = load(write(POOL, CODE, extra="show = 3\n"))
    drawn = loaded.draw(1, 5)
    reworded = load(write(POOL.replace("is even", "is an even number"), CODE, extra="show = 3\n"))
    assert reworded.replay(1, 5, drawn.fields_json) == drawn
    assert any("an even number" in reworded.draw(1, s).fields_json for s in range(20))


def test_one_true_option_among_false_ones(write):
    loaded = load(write(PLAIN, extra="only_one = true\nshow = 4\n"))
    for seed in range(30):
        variant = loaded.draw(1, seed)
        answer = variant.answer
        assert isinstance(answer, Choice)
        assert len(answer.options) == 4
        right = answer.options[answer.correct[0]]
        assert right in ("$n$ is whole.", "$n + 1$ is greater than $n$.")
        wrong = next(i for i in range(4) if i not in answer.correct)
        verdict = check(answer, Response(str(wrong + 1)), slips=variant.slips)
        assert verdict.outcome is Outcome.WRONG
        assert verdict.slip == f"option-{wrong + 1}"
        assert variant.feedback(verdict.slip, verdict).text in PLAIN


def test_without_python_seeds_still_differ(write):
    loaded = load(write(PLAIN, extra="show = 3\n"))
    assert loaded.make is None
    keys = {loaded.draw(1, seed).statement_key for seed in range(50)}
    assert len(keys) > 25
    variant = loaded.draw(1, 3)
    assert loaded.replay(1, 3, variant.fields_json) == variant


def test_too_few_of_a_kind_is_an_error_that_says_so(write):
    loaded = load(write(PLAIN.replace("- [x]", "- [ ]"), extra="show = 3\n"))
    with pytest.raises(ContentError, match="0 true and 5 false"):
        loaded.draw(1, 0)


def test_a_property_that_is_no_truth_value_is_refused(write):
    loaded = load(write(POOL.replace("?even", "?rest"), CODE, extra="show = 3\n"))
    with pytest.raises(ContentError, match=r"\[\?rest\] is \d") as caught:
        loaded.draw(1, 0)
    assert caught.value.refusal.line == 11
