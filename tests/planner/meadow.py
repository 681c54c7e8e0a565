"""Build small curricula and beliefs for the planner's tests."""

from datetime import date, timedelta

from upslope.core.ids import ConceptId, PointId
from upslope.core.rng import Rng
from upslope.learner.beliefs import Beliefs, ConceptBelief, PointBelief, Status
from upslope.learner.memory import Memory
from upslope.planner import ConceptPlanning, PlanningFacts, PointPlanning, planning_facts

TODAY = date(2026, 5, 14)


def concept(name: str, *needs: str, points: int = 2, **changes: object) -> ConceptPlanning:
    """Return a concept with a lesson of some points and with practice."""
    values: dict[str, object] = {
        "title": name.capitalize(),
        "minutes": 10.0 * points,
        "has_lesson": True,
        "has_practice": True,
        "group": name[0],
        "points": tuple(PointPlanning(PointId(f"p{n}")) for n in range(1, points + 1)),
        "on_path": True,
        "distance": 3,
    }
    return ConceptPlanning(
        concept=ConceptId(name),
        prerequisites=tuple(ConceptId(need) for need in needs),
        **{**values, **changes},  # type: ignore[arg-type]
    )


def mastered(name: str, *, last: int = 1, stability: float = 30.0, **changes: object) -> ConceptBelief:
    """Return a mastered concept, reviewed `last` days ago."""
    memory = Memory(stability, 5.0, TODAY - timedelta(days=last))
    values: dict[str, object] = {
        "status": Status.MASTERED,
        "memory": memory,
        "learned_day": memory.last_day - timedelta(days=40),
        "last_day": memory.last_day,
    }
    return ConceptBelief(ConceptId(name), **{**values, **changes})  # type: ignore[arg-type]


def placed(name: str, **changes: object) -> ConceptBelief:
    return ConceptBelief(ConceptId(name), Status.PLACED, claimed=True, **changes)  # type: ignore[arg-type]


def learning(name: str, *points: PointBelief, **changes: object) -> ConceptBelief:
    values: dict[str, object] = {"attempts": 1, "introduced_day": TODAY - timedelta(days=5), **changes}
    return ConceptBelief(ConceptId(name), Status.LEARNING, points, **values)  # type: ignore[arg-type]


def beliefs_of(*concepts: ConceptBelief) -> Beliefs:
    return Beliefs({belief.concept: belief for belief in concepts})


def synthetic(count: int = 560) -> tuple[PlanningFacts, Beliefs]:
    """Return a graph of many concepts, of which two thirds are known and a fifth of those due."""
    rng = Rng("synthetic graph", count)
    plans: list[ConceptPlanning] = []
    beliefs: list[ConceptBelief] = []
    for n in range(count):
        needs = {f"c{rng.below(n):03d}" for _ in range(min(n, 2))}
        near = (f"c{rng.below(count):03d}",) if rng.chance(1, 6) else ()
        plans.append(
            concept(
                f"c{n:03d}",
                *sorted(needs),
                points=rng.integer(2, 5),
                group=f"area {n // 40}",
                confusable_with=tuple(ConceptId(name) for name in near),
                has_lesson=rng.chance(4, 5),
            )
        )
        if n < count * 2 // 3:
            beliefs.append(
                mastered(f"c{n:03d}", last=rng.below(60), stability=float(rng.integer(2, 200)))
                if rng.chance(3, 4)
                else placed(f"c{n:03d}")
            )
    return planning_facts(plans, goal=[ConceptId(f"c{count - 1:03d}")]), beliefs_of(*beliefs)
