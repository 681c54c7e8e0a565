"""Draw events and whole logs."""

from datetime import UTC, date, timedelta

from hypothesis import strategies as st
from tests.learner.diary import MONDAY, Diary

from upslope.checking.response import NamedText, Syntax
from upslope.checking.verdict import Outcome
from upslope.core.ids import ConceptId, EventId, PointId
from upslope.learner import events as ev
from upslope.learner.memory import DEFAULT_PARAMETERS, Grade, MemoryKey

CONCEPTS = ("rank", "basis", "trace")
FITTED = (*DEFAULT_PARAMETERS[:20], 0.31)

words = st.text(max_size=12)
days = st.dates(date(1970, 1, 1), date(2106, 1, 1))
floats = st.floats(allow_nan=False, allow_infinity=False)
concepts = st.sampled_from(CONCEPTS).map(ConceptId)
outcomes = st.sampled_from(Outcome)
part_outcomes = st.lists(st.builds(ev.PartOutcome, words, outcomes), max_size=3).map(tuple)

attempts = st.builds(
    ev.Attempt,
    concept=concepts,
    point=st.one_of(st.none(), st.sampled_from(["p1", "p2", "elsewhere"]).map(PointId)),
    template=words,
    template_version=st.integers(0),
    level=st.integers(1, 5),
    seed=st.integers(0, 2**64 - 1),
    fields_json=words,
    mode=st.sampled_from(ev.Mode),
    outcome=outcomes,
    response_text=words,
    response_parts=st.lists(st.builds(NamedText, words, words), max_size=2).map(tuple),
    syntax=st.sampled_from(Syntax),
    form_ok=st.booleans(),
    score=floats,
    parts=part_outcomes,
    hints_used=st.integers(0, 4),
    hints_total=st.integers(0, 4),
    gave_up=st.booleans(),
    active_ms=st.integers(0, 10**7),
    elapsed_ms=st.integers(0, 10**7),
    confidence=st.one_of(st.none(), st.integers(0, 100)),
    question=st.one_of(st.none(), words),
)

bodies = st.one_of(
    attempts,
    st.builds(ev.Retraction, words, words),
    st.builds(ev.Override, words, outcomes, words),
    st.builds(ev.Skip, concepts, st.none() | words, st.none() | words, words),
    st.builds(ev.Snooze, concepts, st.none() | days),
    st.builds(ev.Claim, st.lists(concepts).map(tuple), st.sampled_from(ev.ClaimBasis), st.booleans()),
    st.builds(ev.Grading, words, words, floats, part_outcomes, words, words),
    st.builds(ev.ExamEvent, words, words, st.sampled_from(ev.ExamStep), st.none() | words, words),
    st.builds(ev.LedgerEvent, words, st.sampled_from(ev.LedgerState), words),
    st.builds(ev.Rating, st.builds(MemoryKey), st.sampled_from(Grade), st.integers(0)),
    st.builds(ev.ParametersAdopted, words, st.lists(floats).map(tuple), words),
    st.builds(ev.Unknown, st.just("dream"), words),
)

envelopes = st.builds(
    ev.Envelope,
    id=words,
    learner=words,
    sequence=st.integers(1),
    at=st.datetimes(timezones=st.just(UTC)),
    zone_offset_minutes=st.integers(-720, 840),
    study_day=days,
    client_token=words,
    versions=st.builds(ev.Versions),
)


@st.composite
def logs(draw: st.DrawFn, *, most: int = 24) -> list[ev.Event]:
    """Draw a log as a learner could write it: whole lessons, single answers, amendments that refer back.

    Days wander, and now and then the clock jumps.
    """
    diary = Diary()
    for _ in range(draw(st.integers(1, most) | st.integers(most // 2, most))):
        diary.today += draw(st.sampled_from([0, 0, 0, 1, 1, 2, 5, 40, -1, -400, 400]))
        match draw(st.integers(0, 5)):
            case 0:
                diary.learn(draw(concepts))
            case 1:
                diary.review(draw(concepts), draw(outcomes))
            case 2 if diary.events:
                diary.write(draw(_amendments(diary.events)))
            case 3:
                diary.write(draw(attempts))
            case _:
                diary.write(draw(_others))
    return diary.events


_claims = st.builds(ev.Claim, st.lists(concepts, max_size=3).map(tuple), withdrawn=st.booleans())
_snoozes = st.builds(ev.Snooze, concepts, st.none() | st.dates(MONDAY, MONDAY + timedelta(days=90)))
_ratings = st.builds(
    ev.Rating,
    st.builds(MemoryKey, kind=..., id=st.sampled_from(["rank", "note"])),
    st.sampled_from(Grade),
)
_adoptions = st.builds(
    ev.ParametersAdopted,
    st.sampled_from(["fsrs", "priors"]),
    st.sampled_from([DEFAULT_PARAMETERS, FITTED, FITTED[:4]]),
)
_unknown = st.builds(ev.Unknown, st.just("dream"), words)
_others = st.one_of(_claims, _snoozes, _ratings, _adoptions, _unknown)


def _amendments(events: list[ev.Event]) -> st.SearchStrategy[ev.Body]:
    targets = st.one_of(
        st.sampled_from(events).map(lambda event: event.id), st.just(EventId("never-written"))
    )
    return st.one_of(st.builds(ev.Retraction, targets), st.builds(ev.Override, targets, outcomes))
