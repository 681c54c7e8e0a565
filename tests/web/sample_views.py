"""Hold one learner at one moment, as the values that services hand to the pages."""

# ruff: noqa: E501 - sample sentences stay whole

from dataclasses import replace

from upslope.checking import InputForm
from upslope.checking.reading import NamedForm
from upslope.core.ids import ConceptId, PointId, QuestionId
from upslope.curriculum import katex, markup
from upslope.services.views import common, concept, map, practice, progress, settings, today
from upslope.services.views.common import ActivityRow, ConceptLink, Html, PeakState, Ridge


def h(markdown: str) -> Html:
    """Return one line of Markdown as markup."""
    return Html(markup.render_inline(markdown))


def block(markdown: str) -> Html:
    """Return Markdown as markup in paragraphs."""
    return Html(markup.render(markdown))


def link(id_: str, title: str, state: PeakState, text: str) -> ConceptLink:
    """Return a concept with its state."""
    return ConceptLink(ConceptId(id_), h(title), markup.plain(title), state, text)


RREF = link("reduced-row-echelon-form", "Reduced echelon form", PeakState.MASTERED, "mastered")
NULL = link("null-space", "Null space as a subspace", PeakState.LEARNED, "learned, not yet confirmed")
COLUMN = link("column-space", "Column space", PeakState.MASTERED, "mastered")
PRODUCT = link(
    "matrix-multiplication", "Matrix multiplication four ways", PeakState.FADING, "fading, recall 84\u202f%"
)
SUBSPACES = link("subspaces", "Subspaces", PeakState.MASTERED, "mastered")
EXCHANGES = link(
    "elimination-with-row-exchanges", "Elimination with row exchanges", PeakState.CLAIMED, "on your word"
)
SPECIAL = link(
    "null-space-basis",
    "Special solutions: a basis of the null space",
    PeakState.READY,
    "next for you, 30 min",
)
RANK = link("matrix-rank", "Rank", PeakState.LEARNING, "2 of 4 steps")
TRANSPOSES = link("transposes", "Transposes and symmetric matrices", PeakState.READY, "ready, 25 min")
INDEPENDENCE = link("linear-independence", "Linear independence", PeakState.LOCKED, "needs 1")
SOLUTIONS = link("complete-solution", "Complete solution of Ax = b", PeakState.LOCKED, "needs 2")
RANK_ONE = link("rank-one-matrices", "Rank-one matrices", PeakState.LOCKED, "needs 2")
BASIS = link("basis-and-dimension", "Span, basis and dimension", PeakState.LOCKED, "needs 2")
PROJECTION = link("projection-onto-a-line", "Projection onto a line", PeakState.LOCKED, "needs 3")

RIDGE = Ridge(
    goal_title="Attention Is All You Need",
    goal_url="/map/",
    known=24,
    claimed=8,
    required=163,
    seed=71,
    marks=(
        ("Foundations", 0.0),
        ("Linear algebra", 0.17),
        ("Calculus", 0.38),
        ("Probability", 0.56),
        ("Networks", 0.74),
        ("Language", 0.89),
    ),
)


def today_view() -> today.TodayView:
    """Return a Thursday evening with one review done."""
    return today.TodayView(
        date_text="Thursday 14 May",
        minutes_done=9,
        minutes_planned=45,
        best=ActivityRow("lesson:null-space-basis:", SPECIAL.id, SPECIAL.title, "lesson", 30, "Ready."),
        best_objective=h(
            "Find every solution of $Ax=0$ from the reduced form, and write them all with as few vectors as "
            "possible."
        ),
        best_why="You know both prerequisites. It opens three concepts on the way to your goal, and practises "
        "row reduction (recall 88\u202f%), which would otherwise be due on Saturday.",
        empty_text="",
        rest=(
            ActivityRow(
                "review:matrix-multiplication:",
                PRODUCT.id,
                PRODUCT.title,
                "review",
                6,
                "Recall 84\u202f%, below your 90\u202f%.",
            ),
        ),
        rest_minutes=6,
        done=(
            ActivityRow(
                "review:x:",
                EXCHANGES.id,
                EXCHANGES.title,
                "review",
                9,
                "",
                done_text="Done at 20:47: 3 of 3 right",
            ),
        ),
        others=(
            ActivityRow("lesson:matrix-rank:", RANK.id, RANK.title, "lesson", 12, "Two steps of four left."),
            ActivityRow("lesson:transposes:", TRANSPOSES.id, TRANSPOSES.title, "lesson", 25, "Ready."),
        ),
        ridge=RIDGE,
        week=tuple(
            today.DayBar(label, minutes, planned, label == "Th")
            for label, minutes, planned in (
                ("Mo", 45, 45),
                ("Tu", 38, 45),
                ("We", 0, 0),
                ("Th", 9, 45),
                ("Fr", 0, 45),
                ("Sa", 0, 45),
                ("Su", 0, 0),
            )
        ),
        memory_above_target=31,
        memory_total=37,
        recall_target_percent=90,
        plan_kept_days=11,
        day_finished=False,
    )


def empty_today_view() -> today.TodayView:
    """Return a day on which nothing is ready."""
    return replace(
        today_view(), best=None, best_objective=Html(""), best_why="", rest=(), done=(), others=(),
        empty_text="Nothing is due today, and no further lesson is ready. The map shows what comes next.",
    )  # fmt: skip


def done_view() -> today.DoneView:
    """Return the end of that day."""
    return today.DoneView(
        date_text="Thursday 14 May",
        minutes_done=46,
        new_abilities=(h("Find every solution of $Ax=0$ and write them with as few vectors as possible."),),
        changes=(
            ("Special solutions", "learned, not yet confirmed; first review on Saturday"),
            ("Matrix multiplication four ways", "recall back at 99\u202f%; next on 12 June"),
        ),
        ridge=replace(RIDGE, known=25),
        tomorrow_text="Tomorrow 2 reviews will be due, about 9\u202fmin.",
    )


def first_run_view() -> today.FirstRunView:
    """Return the three questions."""
    return today.FirstRunView(
        goals=(
            today.GoalChoice("paper:attention", "Read “Attention Is All You Need”", "163 concepts, from vectors to the Transformer block"),
            today.GoalChoice("course:1806", "Linear algebra, as in MIT 18.06SC", "78 concepts"),
            today.GoalChoice("all", "The whole way: foundations to research", "560 concepts, about 320 h of lessons"),
        ),
        minutes_choices=(20, 30, 45, 60, 90),
        starts=(
            today.GoalChoice("linear-algebra", "I know school mathematics: start with linear algebra", "Algebra and functions count as known on your word, until a question checks them."),
            today.GoalChoice("beginning", "From the beginning", "Fractions first. What you know already goes quickly."),
        ),
        days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        chosen_goal="paper:attention",
        chosen_minutes=45,
        chosen_days=(0, 1, 3, 4, 5),
        chosen_start="linear-algebra",
    )  # fmt: skip


MATRIX = r"A=\begin{bmatrix}1&2&-1&0\\2&4&1&6\\1&2&2&6\end{bmatrix}"
BASIS_FORM = InputForm(
    widget="math",
    label="Your basis",
    accepts="Any basis is right. Order and scale do not matter.",
    example="(1, 2, 0, 0), (0, 0, 1, 1)",
)


def question_view(**changes: object) -> practice.QuestionView:
    """Return the open question of the mock pages."""
    view = practice.QuestionView(
        id=QuestionId("q1"),
        concept=SPECIAL.id,
        concept_title=h("Special solutions"),
        mode="lesson",
        mode_text="Lesson",
        point_text="step 2 of 3: more than one free variable",
        rule_text="Two right in a row finish this step",
        statement=block(f"Give a basis of the null space of\n\n$${MATRIX}$$"),
        figure=Html(""),
        form=BASIS_FORM,
        options=(),
        draft=practice.Draft("", (), "text"),
        hints=(),
        hints_left=2,
        ticks=(practice.Tick("ok"), practice.Tick("now"), practice.Tick("todo")),
        number=2,
        client_token="token-1",
        active_ms=0,
        notice=None,
    )
    return replace(view, **changes)


def hinted_view() -> practice.QuestionView:
    """Return the question with text in the field and a hint shown."""
    return question_view(
        draft=practice.Draft("(-2, 1, 0, 0), (-2, 0, -2, 1", (), "text"),
        hints=(
            block("Reduce first. Columns without a pivot give the free variables: here $x_2$ and $x_4$."),
        ),
        hints_left=1,
    )


def choice_view() -> practice.QuestionView:
    """Return a question with one right choice."""
    options = ("$n-r$", "$m-r$", "$r$", "$n$")
    return question_view(
        statement=block(r"An $m\times n$ matrix has rank $r$. What is the dimension of its null space?"),
        form=InputForm(widget="choice", label="Your choice", accepts="One is right.", options=options),
        options=tuple(h(option) for option in options),
    )


def facts_view() -> practice.QuestionView:
    """Return a question that asks which statements hold."""
    options = (
        "The null space of $A$ always contains $0$.",
        "If $Ax=b$ has a solution, the solutions form a subspace.",
        "Row operations do not change the null space.",
    )
    return question_view(
        statement=block("Which of these hold for every matrix $A$?"),
        form=InputForm(
            widget="facts",
            label="Choose all that are true",
            accepts="Any number may be true.",
            options=options,
        ),
        options=tuple(h(option) for option in options),
        draft=practice.Draft("1", (), "text"),
    )


def matrix_view() -> practice.QuestionView:
    """Return a question with a grid."""
    return question_view(
        statement=block(r"Invert $\begin{bmatrix}2&1\\1&1\end{bmatrix}$."),
        form=InputForm(widget="matrix", label="The inverse", accepts="All entries exact.", rows=2, columns=2),
        draft=practice.Draft("[[1,-1],[,]]", (), "text"),
    )


def ordering_view() -> practice.QuestionView:
    """Return a question that asks for an order."""
    options = ("Compute the loss", "Zero the gradients", "Take the optimiser's step", "Run the backward pass")
    return question_view(
        statement=block("Put one step of training in order."),
        form=InputForm(
            widget="ordering", label="Your order", accepts="Any order that works is right.", options=options
        ),
        options=tuple(h(option) for option in options),
    )


def parts_view() -> practice.QuestionView:
    """Return a question with two fields inside the statement and one below it."""
    slot = '<span class="part-slot" data-part="{}"></span>'
    statement = block(
        "A layer maps a batch of shape $(32, 128)$ to $(32, 10)$ by $XW+b$. Its weight has shape X1 and its bias X2."
    )
    statement = Html(statement.replace("X1", slot.format("weight")).replace("X2", slot.format("bias")))
    return question_view(
        statement=statement,
        form=InputForm(
            widget="parts",
            label="",
            parts=(
                NamedForm("weight", InputForm("text", "Shape of the weight", "A tuple of sizes.", "(3, 4)")),
                NamedForm("bias", InputForm("text", "Shape of the bias", "A tuple of sizes.", "(3,)")),
                NamedForm("count", InputForm("math", "Number of parameters", "A whole number.", "12")),
            ),
        ),
        draft=practice.Draft("", (("weight", "(128, 10)"), ("bias", ""), ("count", "")), "text"),
    )


def verdict(outcome: str, headline: str, *body: str, **changes: object) -> practice.VerdictView:
    """Return a verdict panel."""
    view = practice.VerdictView(
        outcome=outcome,
        headline=h(headline),
        body=tuple(block(sentence) for sentence in body),
        witness=Html(""),
        read_as=Html(""),
        caret=None,
        suggestion="",
        counts_text="",
        parts=(),
    )
    return replace(view, **changes)


SOLUTION = (
    practice.StepView(
        h("Reduce."), block(r"$$R=\begin{bmatrix}1&2&0&2\\0&0&1&2\\0&0&0&0\end{bmatrix}$$"), here=False
    ),
    practice.StepView(
        h("Find the free variables."),
        block("Pivots in columns 1 and 3, so $x_2,\\,x_4$ are free."),
        here=False,
    ),
    practice.StepView(
        h("Move the free part to the other side."), block("$x_1=-2x_2-2x_4$ and $x_3=-2x_4$."), here=True
    ),
    practice.StepView(h("One at a time."), block("$s_1=(-2,1,0,0)$, $s_2=(-2,0,-2,1)$."), here=False),
)


def read_as(first: str, second: str) -> Html:
    """Return two vectors as the reading shows them."""
    return Html(
        katex.render(
            rf"\left[\begin{{smallmatrix}}{first}\end{{smallmatrix}}\right],\;"
            rf"\left[\begin{{smallmatrix}}{second}\end{{smallmatrix}}\right]"
        )
    )


def answered_view(**changes: object) -> practice.AnsweredView:
    """Return the wrong answer of the mock pages."""
    view = practice.AnsweredView(
        question=question_view(ticks=(practice.Tick("ok"), practice.Tick("no"), practice.Tick("todo"))),
        response_text="(2, 1, 0, 0), (2, 0, 2, 1)",
        verdict=verdict(
            "wrong",
            "Not yet: the sign did not change sides",
            "Your free parts are right. But $x_1+2x_2+2x_4=0$ gives $x_1=-2x_2-2x_4$. You wrote $+2$ both "
            "times, and the check shows it:",
            witness=h(r"$A\,(2,1,0,0)^{\mathsf T}=(4,8,4)^{\mathsf T}\neq 0$"),
            read_as=read_as(r"2\\1\\0\\0", r"2\\0\\2\\1"),
        ),
        settled=True,
        solution=SOLUTION,
        after=Html(""),
        progress_text="The row begins with your next right answer.",
        opened=(),
        next_label="Try another",
        next_action="/questions/q1/next",
        event="e1",
        can_undo=True,
        can_override=True,
    )
    return replace(view, **changes)


def right_view() -> practice.AnsweredView:
    """Return a right answer in another form than ours."""
    return answered_view(
        response_text="(-4, 1, -2, 1), (0, 1, 2, -1)",
        verdict=verdict(
            "correct",
            "Right, in another basis than ours",
            "Both vectors solve $Ax=0$, and they are independent.",
            read_as=read_as(r"-4\\1\\-2\\1", r"0\\1\\2\\-1"),
        ),
        progress_text="Two in a row: this step is done.",
        opened=(INDEPENDENCE, SOLUTIONS),
        next_label="Next step",
        can_override=False,
    )


def unreadable_view() -> practice.AnsweredView:
    """Return a response that could not be read."""
    return answered_view(
        question=question_view(draft=practice.Draft("(-2, 1, 0, 0), (-2, 0, -2; 1)", (), "text")),
        verdict=verdict(
            "unreadable",
            "We cannot read this yet. It does not count.",
            "At character 26 there is a `;`. Inside a vector we expect a comma or the closing bracket.",
            caret=("(-2, 1, 0, 0), (-2, 0, -2", ";", " 1)"),
            suggestion="(-2, 1, 0, 0), (-2, 0, -2, 1)",
        ),
        settled=False,
        solution=(),
        event="",
        can_undo=False,
        can_override=False,
    )


def undecided_view() -> practice.AnsweredView:
    """Return a response that could not be decided."""
    return answered_view(
        question=question_view(
            statement=block("Find one antiderivative of\n\n$$f(x)=\\frac{1}{2+\\cos x}.$$"),
            draft=practice.Draft("x/sqrt(3)", (), "text"),
        ),
        verdict=verdict(
            "undecided",
            "We could not decide. Nothing is scored.",
            "The derivative of your answer agrees with $f$ at 60 of 60 test points. Our rules did not find a "
            "proof, so we do not call it right, and we do not call it wrong.",
            counts_text="No try is used up.",
        ),
        settled=False,
        solution=(),
        can_undo=False,
    )


def partial_view() -> practice.AnsweredView:
    """Return an answer in parts of which one is right."""
    return answered_view(
        question=parts_view(),
        response_text="weight: (128, 10); bias: (32,)",
        verdict=verdict(
            "partial",
            "Partly right: 1 of 2",
            parts=(
                (h("Shape of the weight"), "correct", h("right")),
                (h("Shape of the bias"), "wrong", h("not yet")),
            ),
        ),
    )


def gave_up_view() -> practice.AnsweredView:
    """Return a question whose learner did not know."""
    return answered_view(
        response_text="", verdict=verdict("gave-up", "Here is how it goes"), can_override=False
    )


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


def map_view() -> map.MapView:
    """Return the map of the mock page."""
    places = (
        (EXCHANGES, -2, 0.2), (PRODUCT, -2, 1.5), (SUBSPACES, -2, 2.6),
        (RREF, -1, 0.2), (NULL, -1, 1.4), (COLUMN, -1, 2.6),
        (SPECIAL, 0, 0.7), (RANK, 0, 1.9), (TRANSPOSES, 0, 3.0),
        (INDEPENDENCE, 1, 0.4), (SOLUTIONS, 1, 1.5), (RANK_ONE, 1, 2.6),
        (BASIS, 2, 0.8), (PROJECTION, 2, 2.3),
    )  # fmt: skip
    edges = (
        (EXCHANGES, RREF), (SUBSPACES, NULL), (PRODUCT, NULL), (PRODUCT, COLUMN), (SUBSPACES, COLUMN),
        (RREF, SPECIAL), (NULL, SPECIAL), (RREF, RANK), (COLUMN, RANK),
        (SPECIAL, INDEPENDENCE), (SPECIAL, SOLUTIONS), (RANK, SOLUTIONS), (RANK, RANK_ONE), (TRANSPOSES, RANK_ONE),
        (INDEPENDENCE, BASIS), (RANK_ONE, PROJECTION),
    )  # fmt: skip
    path = {SPECIAL.id, INDEPENDENCE.id, BASIS.id}
    return map.MapView(
        headline="2 concepts ready, 1 in progress. Upward is onward.",
        nodes=tuple(
            map.MapNode(each, layer, column, each is SPECIAL, each.id in path, 0.5 if each is RANK else 0.0)
            for each, layer, column in places
        ),
        edges=tuple(map.MapEdge(a.id, b.id, a.id in path and b.id in path) for a, b in edges),
        columns=4,
        goal_title="Attention Is All You Need",
        goal_url="/map/units/",
        goal_left=128,
        goal_anchor=BASIS.id,
        hidden_text="",
    )


def unit_view() -> map.UnitMapView:
    """Return one area by unit."""
    done = (SUBSPACES, COLUMN, RREF, PRODUCT, EXCHANGES, NULL)
    return map.UnitMapView(
        area="Linear algebra",
        areas=(("All", "/map/units/", False), ("Linear algebra", "/map/units/?area=linear-algebra", True)),
        headline="78 concepts. You know 16, of which 2 are fading. About 27 h of lessons remain; reviews come on top.",
        rows=(
            map.UnitRow("Vectors and elimination", "", done * 2, 12, 12, 0, here=False),
            map.UnitRow(
                "Solving Ax = b", "", (*done, RANK, SPECIAL, INDEPENDENCE, BASIS), 4, 10, 105, here=True
            ),
            map.UnitRow("Determinants", "", (BASIS,) * 5, 0, 5, 120, here=False),
        ),
        covers=((h("MIT 18.06SC Linear Algebra"), 7, 34), (h("Deep Learning, chapter 2"), 3, 12)),
    )


def full_map_view() -> map.FullMapView:
    """Return a small whole graph."""
    around = map_view()
    nodes = tuple(
        map.FullNode(
            node.link,
            "Linear algebra" if node.layer < 1 else "Bases",
            120 + 300 * node.column,
            700 - 140 * (node.layer + 2),
            node.on_path,
            node.link.state,
        )
        for node in around.nodes
    )
    index = {node.link.id: i for i, node in enumerate(around.nodes)}
    return map.FullMapView(
        nodes=nodes,
        edges=tuple((index[edge.low], index[edge.high]) for edge in around.edges),
        width=1200,
        height=800,
        areas=(("Linear algebra", "/map/units/?area=linear-algebra"), ("Bases", "")),
        headline="14 concepts in 2 areas.",
    )


def progress_view(**changes: object) -> progress.ProgressView:
    """Return five months of study."""
    bins = (
        (0.525, 0.58, 0.32, 0.80, 9), (0.625, 0.66, 0.45, 0.82, 18), (0.725, 0.70, 0.55, 0.82, 42),
        (0.825, 0.81, 0.73, 0.87, 120), (0.875, 0.855, 0.80, 0.90, 210), (0.925, 0.914, 0.88, 0.94, 380),
        (0.975, 0.965, 0.94, 0.98, 325),
    )  # fmt: skip
    recalls = (71, 81, 86, 86.5, 87, 89, *([91] * 5), *([93] * 5), *([95] * 5), *([97] * 7), *([99] * 9))
    view = progress.ProgressView(
        mastered=37,
        total=560,
        above_target=31,
        memories=37,
        fading=(PRODUCT,),
        fading_minutes=18,
        answers=1184,
        right_percent=83,
        undecided=2,
        recall_target_percent=90,
        recalls=tuple((h(f"Concept {i + 1}"), float(value)) for i, value in enumerate(recalls)),
        calibration=tuple(progress.CalibrationBin(*each) for each in bins),
        calibration_text="Observed recall, % (dots, 95\u202f% intervals) against what we predicted before each answer; "
        "dashed: perfect agreement. Average error 2.4 points. Below 70\u202f% there are few answers, so the "
        "intervals are wide.",
        areas=(
            progress.AreaRow("Foundations", "/map/units/?area=foundations", 55, 17, 2, 30, 1, 95.0),
            progress.AreaRow("Linear algebra", "/map/units/?area=linear-algebra", 78, 16, 4, 0, 2, 91.0),
            progress.AreaRow("Generative models", "/map/units/?area=generative", 26, 0, 0, 0, 0, None),
        ),
        days=tuple((f"{i + 1} May", (i * 17) % 50) for i in range(14)),
        due_forecast=tuple(
            (label, n)
            for label, n in zip(
                ("Fr", "Sa", "Su", "Mo", "Tu", "We", "Th"), (3, 2, 0, 4, 1, 6, 2), strict=True
            )
        ),
    )
    return replace(view, **changes)


def empty_progress_view() -> progress.ProgressView:
    """Return the first evening, before any answer."""
    return progress_view(
        mastered=0, above_target=0, memories=0, fading=(), fading_minutes=0, answers=0, right_percent=None,
        undecided=0, recalls=(), calibration=(), calibration_text="", days=(), due_forecast=(),
    )  # fmt: skip


def settings_view() -> settings.SettingsView:
    """Return the settings of a learner."""
    return settings.SettingsView(
        folder="/home/mara/.local/share/upslope",
        size_text="38\u202fMB",
        answers=1184,
        backups=(
            settings.BackupRow("upslope-2026-05-14.sqlite3", "today 19:58", "4\u202fMB", good=True),
            settings.BackupRow("upslope-2026-05-13.sqlite3", "yesterday 20:10", "4\u202fMB", good=False),
        ),
        goal="paper:attention",
        goals=first_run_view().goals,
        minutes_a_day=45,
        study_days=(0, 1, 3, 4, 5),
        recall_target_percent=90,
        theme="system",
        text_size="normal",
        single_keys=True,
        motion="system",
        version="0.1.0",
        checker_version=1,
    )


NOTICE = common.Notice("Special solutions: not today.", "e9")
