"""Compose the words that say why an activity is offered; the only place where reasons become words."""

from datetime import date

from upslope.planner.activity import Reason, ReasonCode

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_KNOWN = {
    0: "It needs nothing before it.",
    1: "You know its prerequisite.",
    2: "You know both prerequisites.",
}
_THIN_SPACE = "\u2009"


def sentence(reason: Reason, *, today: date) -> str:
    """Return the reason in plain words, British spelling, at most two short sentences."""
    match reason.code:
        case ReasonCode.CONTINUE:
            return _continue(reason)
        case ReasonCode.GAP_FOUND:
            return "You said you know it; a question showed a gap. The lesson closes it."
        case ReasonCode.NEXT:
            return _next(reason)
        case ReasonCode.BEYOND_GAP:
            verb = "has" if len(reason.names) == 1 else "have"
            return f"It builds on {listed(reason.names)}, which {verb} no lesson here yet."
        case ReasonCode.RECALL:
            return _recall(reason)
        case ReasonCode.FIRST_REVIEW:
            return f"Learned {when(reason.day, today)}, not yet confirmed: this is the first review."
        case ReasonCode.MISSED:
            return f"Missed {when(reason.day, today)}. A new question shows whether it holds now."
        case ReasonCode.MISSED_AGAIN:
            return _missed_again(reason)
        case ReasonCode.CHECK:
            return "Known on your word, not yet checked. One right answer confirms it."
        case ReasonCode.REPAIR:
            return f"A step of {listed(reason.names)} stopped {_times(reason.count)}. It rests on this."


def _continue(reason: Reason) -> str:
    left = reason.steps - reason.steps_done
    if not reason.steps_done:
        return "Begun, no step done yet."
    return f"{number(left).capitalize()} {_plural('step', left)} of {number(reason.steps)} left."


def _next(reason: Reason) -> str:
    first = _KNOWN.get(reason.known, f"You know all {number(reason.known)} prerequisites.")
    if reason.is_goal:
        return f"{first} It is your goal."
    way = " on the way to your goal" if reason.on_path else ""
    if reason.opens:
        return f"{first} It opens {number(reason.opens)} {_plural('concept', reason.opens)}{way}."
    return f"{first} It lies{way}." if way else first


def _recall(reason: Reason) -> str:
    now, target = round(100 * reason.recall), round(100 * reason.target)
    if now < target:
        return f"Recall {percent(reason.recall)}, below your {percent(reason.target)}."
    return f"Recall has come down to your {percent(reason.target)}."


def _missed_again(reason: Reason) -> str:
    first = f"Missed {_times(reason.count)} running."
    return f"{first} It rests on {listed(reason.names)}." if reason.names else first


def number(count: int) -> str:
    """Return a count as a word up to ten, in figures beyond."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else str(count)


def percent(share: float) -> str:
    """Return a share as "84 %", with a thin space."""
    return f"{round(100 * share)}{_THIN_SPACE}%"


def listed(names: tuple[str, ...]) -> str:
    """Join names as "a", "a and b", "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def when(day: date | None, today: date) -> str:
    """Return a past study day in words: "today", "yesterday", "on Monday", "on 3 May"."""
    if day is None or day > today:
        return "before"
    ago = (today - day).days
    if ago < 2:
        return ("today", "yesterday")[ago]
    if ago < 7:
        return f"on {day:%A}"
    year = f" {day.year}" if day.year != today.year else ""
    return f"on {day.day} {day:%B}{year}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"
