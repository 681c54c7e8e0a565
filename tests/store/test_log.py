"""The log: appended to and never changed, whoever asks."""

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.learner import strategies
from tests.learner.diary import attempt

from upslope.core.ids import ConceptId, EventId, LearnerId
from upslope.learner.events import Body, Claim, Override, Retraction, Versions
from upslope.store import learners, log
from upslope.store import queries as read
from upslope.store.database import connect
from upslope.store.erase import erase_learner, erase_rows
from upslope.store.home import Home
from upslope.store.log import Circumstances
from upslope.store.models import EventRow, LearnerProfile
from upslope.store.transactions import writing


def circumstances(token: str) -> Circumstances:
    return Circumstances(
        at=datetime(2026, 5, 14, 18, 30, 0, 123456, UTC),
        zone_offset_minutes=60,
        study_day=date(2026, 5, 14),
        client_token=token,
        versions=Versions("abc", 1, 2, 3),
    )


def write(learner: LearnerId, body: Body, token: str) -> EventId:
    with writing():
        return log.append(learner, body, circumstances(token)).id


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bodies=st.lists(strategies.bodies, max_size=5))
def test_what_is_appended_is_read_back_equal(learner: LearnerId, bodies: list[Body]) -> None:
    erase_rows(learner)
    written = []
    for number, body in enumerate(bodies):
        with writing():
            written.append(log.append(learner, body, circumstances(f"token-{number}")))
    assert list(read.events.everything(learner)) == written
    assert [event.sequence for event in written] == list(range(1, len(bodies) + 1))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE store_eventrow SET body = '{}'",
        "UPDATE store_eventrow SET sequence = sequence + 1",
        "DELETE FROM store_eventrow",
        "INSERT OR REPLACE INTO store_eventrow SELECT * FROM store_eventrow",
        "REPLACE INTO store_eventrow SELECT id, sequence, at, zone_offset_minutes, study_day, client_token,"
        " kind, concept, question, target, 'other', versions, learner_id FROM store_eventrow",
    ],
)
def test_the_log_refuses_every_change_by_sql(learner: LearnerId, change: str) -> None:
    write(learner, attempt(), "token-1")
    before = list(EventRow.objects.values())
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)
    assert list(EventRow.objects.values()) == before


def test_the_log_refuses_changes_by_the_orm(learner: LearnerId) -> None:
    write(learner, attempt(), "token-1")
    row = EventRow.objects.get()
    row.body = "{}"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        row.save()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        row.delete()


def test_another_program_cannot_change_the_log_either(home: Home, learner: LearnerId) -> None:
    write(learner, attempt(), "token-1")
    with closing(connect(home.database)) as other, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute("DELETE FROM store_eventrow")


def test_a_token_writes_once(learner: LearnerId) -> None:
    write(learner, attempt(), "token-1")
    with pytest.raises(IntegrityError), transaction.atomic():
        log.append(learner, attempt(), circumstances("token-1"))
    other = learners.create(at=datetime(2026, 5, 14, tzinfo=UTC), goal="")
    write(other, attempt(), "token-1")
    assert read.events.count(other) == 1


def test_a_transaction_that_fails_leaves_nothing(learner: LearnerId) -> None:
    with suppress(RuntimeError), writing():
        log.append(learner, attempt(), circumstances("token-1"))
        raise RuntimeError
    assert read.events.count(learner) == 0
    write(learner, attempt(), "token-2")
    assert [event.sequence for event in read.events.everything(learner)] == [1]


def test_amendments_stand_under_the_concept_of_their_target(learner: LearnerId) -> None:
    first = write(learner, attempt("rank"), "token-1")
    write(learner, attempt("trace"), "token-2")
    undo = write(learner, Retraction(first), "token-3")
    redo = write(learner, Retraction(undo), "token-4")
    mark = write(learner, Override(first), "token-5")
    found = read.events.of_concept(learner, ConceptId("rank"))
    assert [event.id for event in found] == [first, undo, redo, mark]


def test_claims_of_many_concepts_bear_on_each(learner: LearnerId) -> None:
    many = write(learner, Claim((ConceptId("rank"), ConceptId("trace"))), "token-1")
    one = write(learner, Claim((ConceptId("basis"),)), "token-2")
    assert [event.id for event in read.events.of_concept(learner, ConceptId("rank"))] == [many]
    assert [event.id for event in read.events.of_concept(learner, ConceptId("basis"))] == [many, one]


def test_a_retraction_of_a_retraction_counts(learner: LearnerId) -> None:
    first = write(learner, attempt(), "token-1")
    undo = write(learner, Retraction(first), "token-2")
    assert read.events.retracted_among(learner, [first]) == {first}
    write(learner, Retraction(undo), "token-3")
    assert read.events.retracted_among(learner, [first]) == frozenset()


def test_pages_of_the_log_are_found_from_its_end(learner: LearnerId) -> None:
    ids = [write(learner, attempt(), f"token-{number}") for number in range(7)]
    pages = [
        [event.id for event in read.events.page(learner, concept=None, page=page, size=3)]
        for page in (1, 2, 3, 4)
    ]
    assert pages == [ids[:3:-1], ids[3:0:-1], ids[:1], []]
    own = read.events.page(learner, concept=ConceptId("rank"), page=2, size=3)
    assert [event.id for event in own] == ids[3:0:-1]


def test_erasing_is_the_one_way_out_and_seals_the_log_again(learner: LearnerId) -> None:
    write(learner, attempt(), "token-1")
    other = learners.create(at=datetime(2026, 5, 14, tzinfo=UTC), goal="")
    write(other, attempt(), "token-1")
    erase_learner(learner)
    assert not LearnerProfile.objects.filter(id=learner).exists()
    assert read.events.count(learner) == 0
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        EventRow.objects.all().delete()
    assert read.events.count(other) == 1


def test_an_erasure_that_fails_leaves_the_log_sealed(learner: LearnerId) -> None:
    write(learner, attempt(), "token-1")
    with suppress(RuntimeError), writing():
        erase_rows(learner)
        raise RuntimeError
    assert read.events.count(learner) == 1
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        EventRow.objects.all().delete()


def test_ids_cannot_be_guessed() -> None:
    ids = {log.new_id() for _ in range(10_000)}
    assert len(ids) == 10_000
    assert all(len(each) == 20 for each in ids)
