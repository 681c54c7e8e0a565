"""Events survive the way to JSON and back, and what is from the future survives untouched."""

import json

import pytest
from hypothesis import given
from tests.learner.diary import Diary, attempt
from tests.learner.strategies import bodies, envelopes

from upslope.learner.codec import CodecError
from upslope.learner.events import (
    BODY_VERSION,
    Body,
    Envelope,
    Event,
    EventKind,
    ParametersAdopted,
    Unknown,
    body_from_json,
    body_to_json,
    event_from_json,
    event_to_json,
)


@given(bodies)
def test_every_body_reads_back_equal(body: Body) -> None:
    assert body_from_json(body.kind, body_to_json(body)) == body


@given(envelopes, bodies)
def test_every_event_reads_back_equal(envelope: Envelope, body: Body) -> None:
    event = Event(envelope, body)
    line = event_to_json(event)
    assert "\n" not in line
    assert event_from_json(line) == event


@given(bodies)
def test_the_same_body_is_always_written_the_same_way(body: Body) -> None:
    text = body_to_json(body)
    assert body_to_json(body_from_json(body.kind, text)) == text


def test_every_kind_is_drawn_and_carries_its_version() -> None:
    assert {member.value for member in EventKind} >= {"attempt", "parameters-adopted"}
    data = json.loads(body_to_json(attempt()))
    assert data["v"] == BODY_VERSION
    assert data["outcome"] == "correct"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("dream", '{"v":1,"about":"sheep"}'),
        ("dream", "not even JSON"),
        ("skip", '{"v": 2, "concept": "rank", "mood": 3}'),
    ],
)
def test_what_is_from_the_future_is_kept_word_for_word(kind: str, text: str) -> None:
    body = body_from_json(kind, text)
    assert body == Unknown(kind, text)
    assert body_to_json(body) == text
    event = Diary().write(body)
    assert event_from_json(event_to_json(event)) == event


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        ("skip", "{}", "no version"),
        ("skip", "[]", "no version"),
        ("skip", "{", "not JSON"),
        ("skip", '{"v":1}', "lacks its concept"),
        ("skip", '{"v":1,"concept":7}', "belongs str"),
        ("snooze", '{"v":1,"concept":"rank","until":"soon"}', "belongs a date"),
        ("override", '{"v":1,"target":"e1","outcome":"splendid"}', "no 'splendid'"),
        ("claim", '{"v":1,"concepts":"rank"}', "belongs a list"),
        ("grading", '{"v":1,"assignment":"a","submission":"s","score":"1"}', "belongs a number"),
        ("rating", '{"v":1,"memory":"rank","grade":"good"}', "belongs a MemoryKey"),
    ],
)
def test_a_damaged_body_is_refused_with_the_place(kind: str, text: str, says: str) -> None:
    with pytest.raises(CodecError, match=says):
        body_from_json(kind, text)


def test_a_line_that_is_no_export_is_refused() -> None:
    with pytest.raises(CodecError, match="not an exported event"):
        event_from_json('{"v": 1, "kind": "skip"}')


def test_fields_of_later_releases_are_passed_over() -> None:
    body = body_from_json("skip", '{"v":1,"concept":"rank","weather":"rain"}')
    assert body_to_json(body) == body_to_json(body_from_json("skip", '{"v":1,"concept":"rank"}'))


def test_infinities_are_never_written() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        body_to_json(ParametersAdopted("fsrs", (float("inf"),)))
