"""The sentence under an activity."""

from datetime import date

import pytest

from upslope.planner import Reason, ReasonCode, sentence
from upslope.planner.reasons import listed, number, percent, when

TODAY = date(2026, 5, 14)
MONDAY = date(2026, 5, 11)

CASES = [
    (
        Reason(code=ReasonCode.NEXT, known=2, opens=3, on_path=True),
        "You know both prerequisites. It opens three concepts on the way to your goal.",
    ),
    (Reason(code=ReasonCode.NEXT, known=1, opens=1), "You know its prerequisite. It opens one concept."),
    (Reason(code=ReasonCode.NEXT), "It needs nothing before it."),
    (
        Reason(code=ReasonCode.NEXT, known=3, on_path=True),
        "You know all three prerequisites. It lies on the way to your goal.",
    ),
    (
        Reason(code=ReasonCode.NEXT, known=12, opens=11, is_goal=True, on_path=True),
        "You know all 12 prerequisites. It is your goal.",
    ),
    (
        Reason(code=ReasonCode.BEYOND_GAP, names=("Dot product",)),
        "It builds on Dot product, which has no lesson here yet.",
    ),
    (
        Reason(code=ReasonCode.BEYOND_GAP, names=("Limits", "Series")),
        "It builds on Limits and Series, which have no lesson here yet.",
    ),
    (
        Reason(code=ReasonCode.GAP_FOUND),
        "You said you know it; a question showed a gap. The lesson closes it.",
    ),
    (Reason(code=ReasonCode.CONTINUE, steps_done=2, steps=4), "Two steps of four left."),
    (Reason(code=ReasonCode.CONTINUE, steps_done=3, steps=4), "One step of four left."),
    (Reason(code=ReasonCode.CONTINUE, steps=4), "Begun, no step done yet."),
    (
        Reason(code=ReasonCode.RECALL, recall=0.8412, target=0.9),
        "Recall 84\u2009%, below your 90\u2009%.",
    ),
    (
        Reason(code=ReasonCode.RECALL, recall=0.8961, target=0.9),
        "Recall has come down to your 90\u2009%.",
    ),
    (
        Reason(code=ReasonCode.FIRST_REVIEW, day=MONDAY),
        "Learned on Monday, not yet confirmed: this is the first review.",
    ),
    (
        Reason(code=ReasonCode.MISSED, day=date(2026, 5, 13)),
        "Missed yesterday. A new question shows whether it holds now.",
    ),
    (
        Reason(code=ReasonCode.MISSED_AGAIN, count=2, names=("Rank", "Basis")),
        "Missed twice running. It rests on Rank and Basis.",
    ),
    (Reason(code=ReasonCode.MISSED_AGAIN, count=3), "Missed three times running."),
    (
        Reason(code=ReasonCode.CHECK),
        "Known on your word, not yet checked. One right answer confirms it.",
    ),
    (
        Reason(code=ReasonCode.REPAIR, count=2, names=("Null space",)),
        "A step of Null space stopped twice. It rests on this.",
    ),
]


@pytest.mark.parametrize(("reason", "words"), CASES)
def test_sentences(reason: Reason, words: str) -> None:
    assert sentence(reason, today=TODAY) == words


def test_every_code_has_a_sentence() -> None:
    assert {reason.code for reason, _ in CASES} == set(ReasonCode)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "today"),
        (date(2026, 5, 13), "yesterday"),
        (MONDAY, "on Monday"),
        (date(2026, 5, 8), "on Friday"),
        (date(2026, 5, 7), "on 7 May"),
        (date(2025, 12, 31), "on 31 December 2025"),
        (date(2026, 6, 1), "before"),
        (None, "before"),
    ],
)
def test_days_in_words(day: date | None, words: str) -> None:
    assert when(day, TODAY) == words


def test_small_words() -> None:
    assert [number(n) for n in (0, 1, 10, 11)] == ["no", "one", "ten", "11"]
    assert percent(0.905) == "90\u2009%"
    assert [listed(names) for names in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
