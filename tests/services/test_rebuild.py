"""What is derived equals what the whole log gives, whatever happened and in whatever order it was derived."""

from datetime import UTC, datetime, time

from hypothesis import HealthCheck, given, settings
from tests.learner.diary import facts_of
from tests.learner.strategies import logs
from tests.services.gardener import Gardener

from upslope.core.clock import FixedClock
from upslope.core.ids import EventId
from upslope.learner.events import Attempt, Body, Event, Override, Retraction
from upslope.learner.fold import fold
from upslope.services import house as houses
from upslope.services.house import House
from upslope.services.rebuild import bring_up_to_date, rebuild
from upslope.services.record import record
from upslope.store import learners
from upslope.store import queries as read
from upslope.store.erase import erase_rows
from upslope.store.models import AnswerRow, ConceptBeliefRow, DayRow


def renamed(body: Body, ids: dict[str, EventId]) -> Body:
    """Return a body whose target is the event as the store named it."""
    if isinstance(body, Retraction):
        return Retraction(ids.get(body.target, body.target), body.reason)
    if isinstance(body, Override):
        return Override(ids.get(body.target, body.target), body.outcome, body.reason)
    return body


def write_log(house: House, clock: FixedClock, log: list[Event]) -> None:
    """Record a log one event at a time, each at its own hour."""
    ids: dict[str, EventId] = {}
    for number, event in enumerate(log):
        clock.instant = datetime.combine(event.day, time(20), UTC)
        ids[event.id] = record(house, renamed(event.body, ids), f"hypothesis-{number}").id


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(log=logs())
def test_rebuild_equals_incremental_on_any_log(house: House, clock: FixedClock, log: list[Event]) -> None:
    erase_rows(house.learner)
    learners.touch(house.learner)
    house.memo.put("facts", facts_of("rank", "basis", "trace"))
    write_log(house, clock, log)
    kept = house.look().beliefs
    assert kept == fold(read.events.everything(house.learner), house.facts)
    fresh = House(house.curriculum, clock, house.learner)
    fresh.memo.put("facts", house.facts)
    assert fresh.look().beliefs == kept
    found = rebuild(house)
    assert found.is_equal, found
    assert found.events == len(log)


def test_damaged_derived_rows_are_reported_and_mended(gardener: Gardener) -> None:
    gardener.learn("adding", "doubling")
    house = gardener.house
    before = house.look().beliefs
    ConceptBeliefRow.objects.filter(concept="adding").delete()
    AnswerRow.objects.filter(concept="doubling").update(right=False)
    DayRow.objects.all().delete()
    found = rebuild(house)
    assert found.concepts_differed == ("adding",)
    assert found.answers_differed > 0
    assert found.days_differed == 1
    assert house.look().beliefs == before
    assert rebuild(house).is_equal


def test_a_changed_lesson_rebuilds_at_the_next_start(gardener: Gardener, clock: FixedClock) -> None:
    gardener.learn("adding")
    house = gardener.house
    assert not bring_up_to_date(house)
    changed = House(house.curriculum, clock, house.learner)
    changed.memo.put("facts", {**house.facts, **facts_of("adding", points=3)})
    assert changed.basis != house.basis
    assert bring_up_to_date(changed)
    assert not bring_up_to_date(changed)
    assert bring_up_to_date(house)
    assert houses.build(curriculum=house.curriculum, clock=clock).look().beliefs == house.look().beliefs


def test_an_undo_gives_the_beliefs_that_would_have_been(gardener: Gardener, clock: FixedClock) -> None:
    gardener.learn("adding")
    clock.advance(days=3)
    before = gardener.house.look().beliefs.concepts
    view = gardener.review("adding", right=False)
    assert gardener.house.look().beliefs.concepts != before
    gardener.undo(view.event)
    assert gardener.house.look().beliefs.concepts == before
    assert rebuild(gardener.house).is_equal


def test_predictions_are_kept_for_reviews_a_day_or_more_later(gardener: Gardener, clock: FixedClock) -> None:
    gardener.learn("adding")
    gardener.review("adding")
    clock.advance(days=4)
    gardener.review("adding")
    found = AnswerRow.objects.filter(predicted_ppm__isnull=False)
    assert [row.recalled for row in found] == [True]
    assert 500_000 < (found[0].predicted_ppm or 0) < 1_000_000


def test_every_attempt_has_one_line(gardener: Gardener) -> None:
    gardener.learn("adding")
    events = list(read.events.everything(gardener.house.learner))
    assert {row.event for row in AnswerRow.objects.all()} == {
        event.id for event in events if isinstance(event.body, Attempt)
    }
