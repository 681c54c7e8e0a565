"""Hold a concept with a lesson, one without, and a history."""

# ruff: noqa: E501 - sample sentences stay whole

from dataclasses import replace

from tests.web.samples.parts import BASIS, COLUMN, INDEPENDENCE, NULL, PRODUCT, SPECIAL, SUBSPACES, block, h

from upslope.core.ids import ConceptId, PointId
from upslope.services.views import concept, progress
from upslope.services.views.common import Html, PeakState


def point(number: int, title: str, html: Html, **changes: object) -> concept.PointView:
    """Return a knowledge point."""
    view = concept.PointView(
        id=PointId(f"p{number}"),
        number=number,
        title=h(title),
        html=html,
        row=0,
        needed=2,
        tries=0,
        passed=False,
        current=False,
        halted_text="",
        has_practice=True,
    )
    return replace(view, **changes)


def concept_view(**changes: object) -> concept.ConceptView:
    """Return a concept with lesson, memory and history."""
    view = concept.ConceptView(
        id=NULL.id,
        title=NULL.title,
        area="Linear algebra",
        area_url="/map/units/?area=linear-algebra",
        objective=h("Everything a matrix cannot see: find the vectors it sends to zero."),
        state=NULL.state,
        state_text=NULL.state_text,
        minutes=25,
        has_lesson=True,
        why=block(
            "A matrix can send many vectors to zero. Those vectors form the null space $N(A)$. A subspace with "
            "infinitely many vectors can be told in a few: we look for a basis."
        ),
        points=(
            point(
                1,
                "One free variable",
                block(
                    "Take the smallest interesting case,\n\n$$x_1+x_2-x_3=0.$$\n\nOnly $x_1$ is tied down."
                ),
                passed=True,
                row=2,
                tries=2,
            ),
            point(
                2,
                "More than one free variable",
                block("Set one free variable to 1 and the rest to 0.\n\n```python\nX @ z\n```"),
                current=True,
                row=1,
                tries=3,
            ),
        ),
        summary=block("- The null space is a subspace.\n- It has dimension $n-r$."),
        traps=block("- The sign changes when $F$ moves to the other side."),
        in_deep_learning=block("If $Xz=0$, then $X(w+z)=Xw$: the data do not decide the weights along $z$."),
        used_in_deep_learning=Html(""),
        uses=(concept.UseView(h("Minimum-norm solutions"), "Goodfellow and others, chapter 2.3", ""),),
        stands_on=(SUBSPACES, PRODUCT),
        leads_to=(SPECIAL, INDEPENDENCE),
        missing=(),
        confusable_with=(COLUMN,),
        lectures=(
            concept.LectureView(
                "MIT 18.06SC", "Session 6: Column space and nullspace", "https://ocw.mit.edu/", "lecture"
            ),
        ),
        papers=(("Attention Is All You Need", "https://arxiv.org/abs/1706.03762"),),
        why_chain=(SPECIAL, INDEPENDENCE, BASIS),
        goal_title="Attention Is All You Need",
        memory=concept.MemoryCurve(
            past=(
                (-34, 100),
                (-33, 96),
                (-31, 92),
                (-31, 100),
                (-28, 96),
                (-20, 91),
                (-20, 100),
                (-10, 96),
                (0, 93),
            ),
            future=((0, 93), (10, 91), (20, 89), (36, 86)),
            target_percent=90,
            recall_percent=93,
            falls_below_text="Falls below your target of 90\u202f% about 3 June.",
        ),
        history=history_rows()[:2],
        primary_label="Review now, 5 min",
        primary_action="/concepts/null-space/review",
        primary_why="Not needed today. It would be early: recall is 93\u202f%.",
        can_claim=False,
        can_unclaim=False,
        preview=False,
        next_concept=SPECIAL,
    )
    return replace(view, **changes)  # fmt: skip


def bare_concept_view() -> concept.ConceptView:
    """Return a concept whose lesson is not written."""
    return concept_view(
        has_lesson=False, why=Html(""), points=(), summary=Html(""), traps=Html(""), in_deep_learning=Html(""),
        used_in_deep_learning=block("A linear probe lives in a space of dimension $d+1$."), memory=None,
        history=(), state=PeakState.LOCKED, state_text="needs 2", missing=(SPECIAL, INDEPENDENCE), preview=True,
        primary_label="", primary_action="", primary_why="", can_claim=True,
    )  # fmt: skip


def history_rows() -> tuple[concept.AttemptRow, ...]:
    """Return four lines of a history."""
    row = concept.AttemptRow(
        event="e1",
        when_text="today 20:47",
        concept=NULL.id,
        concept_title=NULL.title,
        what="Lesson",
        response_text="(2, 1, 0, 0), (2, 0, 2, 1)",
        outcome="wrong",
        outcome_text="not yet",
        detail="step 2, 1 hint",
        can_undo=True,
        can_override=True,
        retracted=False,
        overridden=False,
        question_url="/questions/q1/",
    )
    return (
        row,
        replace(row, event="e2", outcome="correct", outcome_text="right", can_override=False, detail="step 2"),
        replace(row, event="e3", retracted=True, can_undo=False, can_override=False, when_text="yesterday 19:02"),
        replace(
            row, event="e4", what="Known already: 34 concepts", outcome="", outcome_text="on your word",
            concept=ConceptId(""), concept_title=Html(""), response_text="", question_url="", can_override=False,
        ),
    )  # fmt: skip


def history_view() -> progress.HistoryView:
    """Return the first of three pages."""
    return progress.HistoryView(rows=history_rows(), page=1, pages=3, total=94, concept=None)
