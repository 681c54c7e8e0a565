import html
import json
import os
import re
import sys

import pytest

from upslope.checking import Outcome, Verdict, check
from upslope.core.errors import ContentError
from upslope.problems import load
from upslope.problems.loaded import MOST_REDRAWS
from upslope.problems.typed import typed

CODE = """
from typing import Self
from upslope.problems import Answer, Number, Redraw, Rng, Template, derived

class MadeUp(Template):
    a: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        {draw}

    @derived
    def double(self) -> int:
        return 2 * self.a

    def answer(self) -> Answer:
        return Number(self.double)

    def slips(self) -> dict[str, Answer]:
        return {{"squared": Number(self.a ** 2)}}
"""
TEXT = "# Statement\nDouble $<<a>>$.\n# Slip: squared | Squared $<<a>>$ | step: Two\nFrom $<<response>>$.\n"


def code(draw: str = "return cls(a=rng.integer(2, 60))") -> str:
    return CODE.format(draw=draw)


def test_equal_seeds_give_equal_variants_and_levels_differ(model):
    loaded = model("conv-layer-shape")
    assert loaded.draw(2, 7) == loaded.draw(2, 7)
    assert loaded.draw(1, 7).statement != loaded.draw(2, 7).statement
    assert len({loaded.draw(1, seed).statement_key for seed in range(40)}) == 40


@pytest.mark.parametrize("stem", ["special-solutions", "posterior-of-a-rare-event", "conv-layer-shape"])
def test_replay_needs_no_draw(model, stem):
    loaded = model(stem)
    for level in (1, 2):
        for seed in range(10):
            drawn = loaded.draw(level, seed)
            assert loaded.replay(level, seed, drawn.fields_json) == drawn


def test_a_model_reads_as_its_author_meant(model):
    variant = model("conv-layer-shape").draw(2, 7)
    assert "goes through\n\n```python\nnn.Conv2d(8, 12, kernel_size=5" in variant.statement
    assert variant.statement.endswith("⟦part:parameters⟧")
    assert [step.title for step in variant.solution] == ["One side", "Shape", "Parameters"]
    stories = {model("posterior-of-a-rare-event").draw(1, seed).statement.split()[0] for seed in range(20)}
    assert stories == {"An", "In", "Of"}


def test_a_variant_on_which_a_slip_is_right_is_drawn_again(write):
    loaded = load(write(TEXT, code("return cls(a=rng.integer(1, 3))")))  # 2 doubled is 2 squared
    drawn = [loaded.draw_counted(1, seed) for seed in range(60)]
    assert {d.instance.a for d in drawn} == {1, 3}
    reasons = [reason for d in drawn for reason in d.redraws]
    assert set(reasons) == {"slip squared gives the right answer"}


def test_each_redraw_has_a_fresh_stream_and_its_reason(write):
    loaded = load(write(TEXT, code("""a = rng.integer(3, 9)
        if a < 9:
            raise Redraw(f"{a} is small")
        return cls(a=a)""")))  # fmt: skip
    drawn = loaded.draw_counted(1, 1)
    assert drawn.instance.a == 9
    assert len(set(drawn.redraws)) > 1


def test_a_hundred_redraws_are_an_error_that_counts_the_reasons(write):
    loaded = load(write(TEXT, code("raise Redraw('never')")))
    with pytest.raises(ContentError, match=f"{MOST_REDRAWS} × never") as caught:
        loaded.draw(1, 0)
    assert caught.value.refusal.rule == "redraw"


def test_what_the_code_raises_is_told_with_its_line(write):
    loaded = load(write(TEXT, code("return cls(a=1 // 0)")))
    with pytest.raises(ContentError, match="ZeroDivisionError") as caught:
        loaded.draw(1, 0)
    assert (caught.value.refusal.path.name, caught.value.refusal.line) == ("made-up.py", 10)


def test_a_derived_property_that_fails_is_told_with_its_line(write):
    source = code() + "\n    @derived\n    def half(self) -> int:\n        return self.a // 0\n"
    loaded = load(write(TEXT.replace("<<a>>$.", "<<half>>$."), source))
    with pytest.raises(ContentError, match="half failed: ZeroDivisionError") as caught:
        loaded.draw(1, 0)
    assert caught.value.refusal.line == source.splitlines().index("        return self.a // 0") + 1


def test_feedback_uses_what_the_learner_wrote(write):
    loaded = load(
        write(TEXT.replace("<<response>>$", "<<response>>$<<if witness>>: $<<witness>>$<<end>>"), code())
    )
    variant = loaded.draw(1, 1)
    a = json.loads(variant.fields_json)["fields"]["a"]
    verdict = check(variant.answer, typed(variant.slips[0].answer), slips=variant.slips)
    assert (verdict.outcome, verdict.slip) == (Outcome.WRONG, "squared")
    told = variant.feedback("squared", verdict)
    assert (told.headline, told.step_index) == (f"Squared ${a}$", 1)
    assert told.text == f"From ${a * a}$."
    told = variant.feedback("squared", Verdict(Outcome.WRONG, read_as="9", witness="9 \\neq 6"))
    assert told.text == "From $9$: $9 \\neq 6$."
    with pytest.raises(KeyError):
        variant.feedback("other", verdict)


def test_the_answer_may_not_be_used_in_the_statement_as_response(write):
    loaded = load(write(TEXT.replace("Double", "Double <<response>>"), code()))
    with pytest.raises(ContentError, match="no such name"):
        loaded.draw(1, 0)


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "[]",
        "{}",
        '{"v":2,"fields":{"a":1}}',
        '{"v":1,"fields":{}}',
        '{"v":1,"fields":{"a":"x"}}',
        '{"v":1}',
    ],
)
def test_stored_fields_of_something_else_are_refused(write, stored):
    loaded = load(write(TEXT, code()))
    with pytest.raises(ContentError) as caught:
        loaded.replay(1, 1, stored)
    assert caught.value.refusal.rule == "fields"


def test_levels_count_from_one(model):
    with pytest.raises(ContentError, match="Levels are 1 to 2"):
        model("conv-layer-shape").draw(3, 1)
    with pytest.raises(ContentError, match="Levels are 1 to 2"):
        model("conv-layer-shape").draw(0, 1)


def test_a_figure_stands_where_the_text_says(write):
    drawing = '    def figure(self):\n        return Figure("<svg></svg>", f"{self.a} dots")\n\n'
    with_figure = code().replace("    def answer", f"{drawing}    def answer")
    with_figure = with_figure.replace("Answer, ", "Answer, Figure, ")
    loaded = load(write(TEXT.replace("Double", "<<figure>>\n\nDouble"), with_figure))
    variant = loaded.draw(1, 3)
    assert variant.statement.startswith("⟦figure⟧\n\nDouble")
    assert variant.figure is not None
    assert variant.figure.alt.endswith("dots")


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("# Statement\nx\n", None, "neither # Facts"),
        ("# Statement\nx\n", "x = 1\n", "0 template classes"),
        ("# Statement\nx\n", code() + code().replace("MadeUp", "Other"), "2 template classes"),
        ("# Statement\nx\n", code().replace("def answer", "def answers"), "gives no answer"),
        ("# Statement\nx\n", "import nothing_of_this_name\n", "ModuleNotFoundError"),
        ("# Statement\nx\n", "from pack import shared\n", "no shared"),
        ("# Statement\nx\n", "def f(:\n", "invalid syntax"),
        ("# Statement\nx\n", code().replace("a: int", "a: Unknown"), "Unknown"),
    ],
)
def test_code_that_cannot_be_used_is_refused(write, text, source, said):
    with pytest.raises(ContentError, match=said):
        load(write(text, source))


def test_helpers_of_pack_and_concept_are_reached_without_a_path(write, tmp_path):
    (tmp_path / "pack").mkdir()
    shared = tmp_path / "pack" / "shared.py"
    shared.write_text("def three() -> int:\n    return 3\n")
    (tmp_path / "figures.py").write_text("def four() -> int:\n    return 4\n")
    source = code("return cls(a=shared.three() * figures.four() + rng.integer(0, 9))")
    source = "from concept import figures\nfrom pack import shared\n" + source
    loaded = load(write(TEXT, source), shared)
    assert 12 <= json.loads(loaded.draw(1, 0).fields_json)["fields"]["a"] <= 21
    again = load(write(TEXT, source, name="another"), shared)
    assert again.make.draw.__globals__["shared"] is loaded.make.draw.__globals__["shared"]
    shared.write_text("def three() -> int:\n    return 300\n")
    os.utime(shared, ns=(1, 1))
    assert load(write(TEXT, source), shared).draw(1, 0).statement != loaded.draw(1, 0).statement
    assert "shared" not in sys.modules
    assert "pack" not in sys.modules
    assert str(tmp_path) not in sys.path


def test_a_template_may_be_called_like_a_library(write):
    loaded = load(write(TEXT, code(), name="html"))
    assert loaded.draw(1, 1).template == "html"
    assert html.escape("<") == "&lt;"


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("Number(self.double)", "self.double", r"answer is \d+, which is no kind of answer.*Number"),
        ("Number(self.a ** 2)", "self.a ** 2", r"squared is \d+, which is no kind of answer.*Number"),
        ("rng.integer(2, 60)", "rng.randint(2, 60)", "no attribute 'randint'.*Rng has .*integer"),
    ],
)
def test_what_an_author_takes_for_something_else_is_refused_with_the_mend(write, right, wrong, said):
    with pytest.raises(ContentError) as caught:
        load(write(TEXT, code().replace(right, wrong))).draw(1, 0)
    assert re.search(said, str(caught.value))


def test_too_few_facts_are_said_to_be_few(write):
    loaded = load(write("# Statement\nx\n# Facts\n- [x] a\n  b\n- [ ] c\n  d\n"))
    with pytest.raises(ContentError, match=r"too few to show 5.*Write more"):
        loaded.draw(1, 0)
