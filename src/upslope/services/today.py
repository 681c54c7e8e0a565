"""Say what to do now and why, what tonight still holds, and what the day has brought."""

from collections.abc import Iterable
from datetime import date, timedelta
from secrets import token_urlsafe

from upslope.core.errors import NotFoundError
from upslope.core.ids import ConceptId, PointId
from upslope.curriculum import markup
from upslope.learner.beliefs import Status
from upslope.learner.events import Mode, Snooze
from upslope.learner.statistics import retention
from upslope.planner.activity import Activity, ActivityKind, ReasonCode
from upslope.services import asking, climb, following, planning, states
from upslope.services.asking import Wanted
from upslope.services.house import House, Situation
from upslope.services.planning import MS_A_MINUTE, planned_minutes
from upslope.services.record import record
from upslope.services.views.common import ActivityRow, Html, Notice
from upslope.services.views.today import DayBar, DoneView, TodayView
from upslope.services.words import WEEKDAYS, clock_time, count, full_day, minutes, near_day
from upslope.store import queries as read
from upslope.store.queries.answers import Answer

KEPT_SHARE = 0.8
"""A plan counts as kept when this share of its minutes is done."""
PLAN_LOOKS_BACK_DAYS = 400
NOTHING_LEFT = "Nothing is due today, and no further lesson is ready. The map shows what comes next."
ALL_DONE = "You know everything on the way to your goal, and nothing fades. Settings offer further goals."


def today(house: House) -> TodayView:
    """Return the Today screen."""
    situation = house.look()
    found = planning.recommend(situation)
    done_minutes = minutes_done(situation)
    planned = planned_minutes(situation, situation.today)
    tonight = _tonight(situation, found.best, planned - done_minutes)
    listed = {activity.concept for activity in tonight}
    best = found.best
    kept = retention(situation.beliefs, situation.today, situation.profile.recall_target)
    return TodayView(
        date_text=full_day(situation.today),
        minutes_done=done_minutes,
        minutes_planned=planned,
        best=row(situation, best, recommended=True) if best else None,
        best_objective=_objective(situation, best.concept) if best else Html(""),
        best_why=planning.why(situation, best) if best else "",
        empty_text="" if best else _empty_text(situation),
        rest=tuple(row(situation, activity) for activity in tonight),
        rest_minutes=round(sum(activity.minutes for activity in tonight)),
        done=_done_rows(situation),
        others=tuple(row(situation, activity) for activity in found.others if activity.concept not in listed),
        ridge=climb.ridge(situation),
        week=week(situation),
        memory_above_target=kept.above,
        memory_total=kept.total,
        recall_target_percent=situation.profile.recall_target_percent,
        plan_kept_days=plan_kept_days(situation),
        day_finished=done_minutes >= planned,
    )


def done(house: House) -> DoneView:
    """Return the end of the day: what is new, what changed, what tomorrow brings."""
    situation = house.look()
    learned = [
        belief.concept
        for belief in situation.beliefs.concepts.values()
        if belief.learned_day == situation.today and belief.concept in situation.curriculum.concepts
    ]
    return DoneView(
        date_text=full_day(situation.today),
        minutes_done=minutes_done(situation),
        new_abilities=tuple(_objective(situation, concept) for concept in learned),
        changes=_changes(situation),
        ridge=climb.ridge(situation),
        tomorrow_text=_tomorrow_text(situation),
    )


def start_activity(house: House, key: str) -> str:
    """Return the address where an activity begins: a step's text, or a question.

    Raises NotFoundError if the key names nothing.
    """
    kind, concept, point = read_key(house, key)
    if kind is ActivityKind.REVIEW:
        return following.question_url(asking.ask(house, Wanted(concept, None, Mode.REVIEW)))
    if point is None:
        return f"/concepts/{concept}/"
    return following.point_url(concept, point)


def not_now(house: House, key: str, client_token: str = "") -> Notice:
    """Keep a concept out of today's plan; it can be undone."""
    _, concept, _ = read_key(house, key)
    body = Snooze(concept, house.moment().today)
    event = record(house, body, client_token or token_urlsafe(18))
    return Notice(f"{states.plain_title(house, concept)}: not today.", event.id)


def key_of(activity: Activity) -> str:
    """Return what names an activity in a form."""
    return f"{activity.kind}:{activity.concept}:{activity.point or ''}"


def read_key(house: House, key: str) -> tuple[ActivityKind, ConceptId, PointId | None]:
    """Read what `key_of` wrote. Raises NotFoundError."""
    kind, _, rest = key.partition(":")
    concept, _, point = rest.partition(":")
    if kind not in tuple(ActivityKind):
        raise NotFoundError("There is no such activity.", "Go back to Today and choose again.")
    facts = house.curriculum.concept(ConceptId(concept))
    if point:
        house.curriculum.point_of(facts.id, PointId(point))
    return ActivityKind(kind), facts.id, PointId(point) if point else None


def row(situation: Situation, activity: Activity, *, recommended: bool = False) -> ActivityRow:
    """Return an activity as a line of the page."""
    return ActivityRow(
        key=key_of(activity),
        concept=activity.concept,
        title=states.title(situation.house, activity.concept),
        kind="check" if activity.reason.code is ReasonCode.CHECK else str(activity.kind),
        minutes=max(1, round(activity.minutes)),
        why=planning.why(situation, activity),
        recommended=recommended,
    )


def minutes_done(situation: Situation) -> int:
    """Return today's active minutes."""
    days = read.answers.days(situation.house.learner, situation.today, situation.today)
    return round(days[0].active_ms / MS_A_MINUTE) if days else 0


def week(situation: Situation) -> tuple[DayBar, ...]:
    """Return the minutes of this week, Monday first."""
    monday = situation.today - timedelta(days=situation.today.weekday())
    days = read.answers.days(situation.house.learner, monday, monday + timedelta(days=6))
    active = {day.day: day.active_ms for day in days}
    return tuple(
        DayBar(
            label=WEEKDAYS[place][:2],
            minutes=round(active.get(day, 0) / MS_A_MINUTE),
            planned=planned_minutes(situation, day),
            today=day == situation.today,
        )
        for place, day in enumerate(monday + timedelta(days=n) for n in range(7))
    )


def plan_kept_days(situation: Situation) -> int:
    """Count the study days in a row whose plan was kept, back from today; days off do not break it."""
    since = situation.today - timedelta(days=PLAN_LOOKS_BACK_DAYS)
    days = read.answers.days(situation.house.learner, since, situation.today)
    active = {day.day: day.active_ms / MS_A_MINUTE for day in days}
    kept, day = 0, situation.today
    while day > since:
        planned = planned_minutes(situation, day)
        if planned and active.get(day, 0.0) >= KEPT_SHARE * planned:
            kept += 1
        elif planned and day != situation.today:
            break
        day -= timedelta(days=1)
    return kept


def _tonight(situation: Situation, best: Activity | None, minutes_left: int) -> tuple[Activity, ...]:
    """Return what still fits into today's minutes after the best activity."""
    room = minutes_left - (best.minutes if best else 0)
    if best is None or room <= 0:
        return ()
    plan = planning.plan_day(situation, minutes_left)
    left: list[Activity] = []
    for activity in plan.activities:
        if activity.concept != best.concept and activity.minutes <= room:
            left.append(activity)
            room -= activity.minutes
    return tuple(left)


def _empty_text(situation: Situation) -> str:
    known = all(situation.beliefs.of(concept).status is Status.MASTERED for concept in situation.goal.path)
    return ALL_DONE if known else NOTHING_LEFT


def _objective(situation: Situation, concept: ConceptId) -> Html:
    text = situation.curriculum.concept(concept).objective
    return situation.house.memo.once(("objective", concept), lambda: Html(markup.render_inline(text)))


def _done_rows(situation: Situation) -> tuple[ActivityRow, ...]:
    """Return today's finished work, one line a concept and mode, in the order it ended."""
    groups: dict[tuple[ConceptId, Mode], list[Answer]] = {}
    for answer in read.answers.of_day(situation.house.learner, situation.today):
        if answer.scored and answer.concept in situation.curriculum.concepts:
            groups.setdefault((answer.concept, answer.mode), []).append(answer)
    ended = sorted(groups.items(), key=lambda item: item[1][-1].sequence)
    return tuple(_done_row(situation, concept, mode, answers) for (concept, mode), answers in ended)


def _done_row(situation: Situation, concept: ConceptId, mode: Mode, answers: list[Answer]) -> ActivityRow:
    right = sum(answer.right for answer in answers)
    at = clock_time(answers[-1].at, situation.moment.zone_offset_minutes)
    spent = sum(answer.active_ms for answer in answers) / MS_A_MINUTE
    return ActivityRow(
        key=f"{'review' if mode is Mode.REVIEW else 'lesson'}:{concept}:",
        concept=concept,
        title=states.title(situation.house, concept),
        kind="review" if mode is Mode.REVIEW else "lesson",
        minutes=max(1, round(spent)),
        why="",
        done_text=f"Done at {at}: {right} of {len(answers)} right",
    )


def _changes(situation: Situation) -> tuple[tuple[str, str], ...]:
    """Return what today's answers changed, one line a concept."""
    practised: Iterable[ConceptId] = dict.fromkeys(
        answer.concept
        for answer in read.answers.of_day(situation.house.learner, situation.today)
        if answer.scored
    )
    return tuple(
        (states.plain_title(situation.house, concept), _change(situation, concept))
        for concept in practised
        if concept in situation.curriculum.concepts
    )


def _change(situation: Situation, concept: ConceptId) -> str:
    belief = situation.beliefs.of(concept)
    due = states.due_day(situation, belief)
    again = near_day(due, situation.today) if due else ""
    if belief.status is Status.LEARNED:
        return f"learned, not yet confirmed; first review {again}"
    if belief.status is Status.MASTERED:
        recall = states.recall_now(situation, belief)
        word = "confirmed" if belief.mastered_day == situation.today else "recall back"
        return f"{word} at {states.recall_text(recall)}; next {again}" if recall else word
    return states.steps_text(situation, belief)


def _tomorrow_text(situation: Situation) -> str:
    tomorrow: date = situation.today + timedelta(days=1)
    facts = planning.planning_facts(situation).concepts
    due = [
        belief.concept
        for belief in situation.beliefs.concepts.values()
        if belief.concept in facts
        and facts[belief.concept].has_practice
        and (day := states.due_day(situation, belief)) is not None
        and day <= tomorrow
    ]
    if not due:
        return "Nothing is due tomorrow."
    spent = sum(facts[concept].review_minutes for concept in due)
    return f"Tomorrow {count(len(due), 'review')} will be due, about {minutes(spent)}."
