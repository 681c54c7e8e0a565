"""Write an event down and let everything derived follow, in one transaction."""

import re

from django.db import transaction

from upslope.checking import CHECKER_VERSION
from upslope.core.errors import UpslopeError
from upslope.core.ids import ConceptId, EventId
from upslope.learner.beliefs import MODEL_VERSION, Beliefs
from upslope.learner.events import Attempt, Body, Event, Override, Retraction, Versions
from upslope.learner.fold import Before, apply, named_concepts
from upslope.services.house import House
from upslope.store import answers, beliefs, learners, log
from upslope.store import queries as read
from upslope.store.answers import Standing
from upslope.store.log import Circumstances
from upslope.store.stored_log import StoredLog
from upslope.store.transactions import writing

_TOKEN = re.compile(r"[A-Za-z0-9_\-.:]{8,80}")


def record(house: House, body: Body, client_token: str) -> Event:
    """Append an event and bring beliefs, answers and days up to date; the same token writes once.

    Raises UpslopeError if the token cannot be one, DatabaseError if nothing can be written.
    """
    with writing():
        return record_inside(house, body, client_token)


def record_inside(house: House, body: Body, client_token: str) -> Event:
    """Do what `record` does inside a transaction that is open already."""
    if not _TOKEN.fullmatch(client_token):
        raise UpslopeError("This request has no usable token.", "Load the page again.")
    known = read.events.by_token(house.learner, client_token)
    if known is not None:
        return known
    before = house.look().beliefs
    event = log.append(house.learner, body, _circumstances(house, body, client_token))
    _take_in(house, event, before)
    return event


def _take_in(house: House, event: Event, old: Beliefs) -> None:
    """Let everything derived follow an event that was just appended, from the beliefs before it."""
    new = apply(old, event, house.facts, StoredLog(house.learner))
    beliefs.save_changes(house.learner, old=old, new=new)
    body = event.body
    if isinstance(body, Attempt):
        before = Before(event, old.of(body.concept), old.parameters)
        _save_answers(house, [(event, answers.standing_of_new(before))])
    elif isinstance(body, Retraction | Override):
        _amend_answers(house, event)
    revision = learners.touch(house.learner)
    transaction.on_commit(lambda: house.remember(revision, new))


def _amend_answers(house: House, event: Event) -> None:
    """Write anew the answers of every concept that an amendment bears on in the end."""
    subject = _subject(house, event)
    if subject is None:
        return
    concepts = named_concepts(subject)
    bearing = tuple(StoredLog(house.learner).concerning(concepts))
    lines = answers.standings(bearing, house.facts)
    _save_answers(house, [line for line in lines if concepts is None or _concept(line[0]) in concepts])


def _concept(event: Event) -> ConceptId | None:
    return event.body.concept if isinstance(event.body, Attempt) else None


def _save_answers(house: House, lines: list[tuple[Event, Standing]]) -> None:
    days = answers.save(house.learner, lines)
    answers.sum_up_days(house.learner, days)


def _subject(house: House, event: Event) -> Event | None:
    """Follow amendments of amendments to the event they are all about."""
    found: Event | None = event
    while found is not None and isinstance(found.body, Retraction | Override):
        found = read.events.by_id(house.learner, found.body.target)
    return found


def is_retracted(house: House, event: EventId) -> bool:
    """Say whether an event counts as never having happened."""
    return event in read.events.retracted_among(house.learner, [event])


def _circumstances(house: House, body: Body, client_token: str) -> Circumstances:
    moment = house.moment()
    is_attempt = isinstance(body, Attempt)
    return Circumstances(
        at=moment.at,
        zone_offset_minutes=moment.zone_offset_minutes,
        study_day=moment.today,
        client_token=client_token,
        versions=Versions(
            pack=house.curriculum.version,
            template=body.template_version if isinstance(body, Attempt) else 0,
            checker=CHECKER_VERSION if is_attempt else 0,
            model=MODEL_VERSION,
        ),
    )
