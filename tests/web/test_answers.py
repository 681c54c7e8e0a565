"""What a form posts comes back as the response the checker knows; what was typed fills the form again."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from upslope.checking import InputForm, NamedText, Syntax
from upslope.checking.reading import NamedForm
from upslope.services.views.practice import Draft
from upslope.web import answers

TEXT = InputForm("math", "Your answer")
GRID = InputForm("matrix", "Your matrix", rows=2, columns=2)
CHOICE = InputForm("choice", "Your choice", options=("a", "b", "c"))
SEVERAL = InputForm("several", "Your choices", options=("a", "b", "c"))
FACTS = InputForm("facts", "What is true", options=("a", "b", "c"))
ORDER = InputForm("ordering", "Your order", options=("a", "b", "c"))


def posted(**values: str | list[str]) -> QueryDict:
    """Return form data; underscores of names stand for dots."""
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data.setlist(name.replace("__", "."), value if isinstance(value, list) else [value])
    return data


def test_a_line_of_text() -> None:
    """Text and its syntax arrive; an unknown syntax is text."""
    assert answers.response_from(TEXT, posted(answer=" 1/2 ", syntax="text")).text == "1/2"
    assert answers.response_from(TEXT, posted(answer="x", syntax="latex")).syntax is Syntax.LATEX
    assert answers.response_from(TEXT, posted(answer="x", syntax="brainwave")).syntax is Syntax.TEXT
    assert answers.response_from(TEXT, posted()).text == ""


def test_a_grid_keeps_empty_cells_empty() -> None:
    """An empty cell is for the checker to call unreadable, never for the form to fill."""
    data = posted(answer__0__0="1", answer__0__1="", answer__1__0=" 3 ", answer__1__1="1/2")
    assert answers.response_from(GRID, data).text == "[[1,],[3,1/2]]"


@pytest.mark.parametrize(
    ("form", "values", "text"),
    [
        (CHOICE, ["2"], "2"),
        (CHOICE, [], ""),
        (SEVERAL, ["1", "3"], "1,3"),
        (SEVERAL, [], ""),
        (FACTS, ["none"], "none"),
        (FACTS, ["none", "2"], "2"),
        (FACTS, [], ""),
    ],
)
def test_choices_are_numbers(form: InputForm, values: list[str], text: str) -> None:
    """Nothing ticked is no answer; "none" is one."""
    assert answers.response_from(form, posted(answer=values)).text == text


def test_an_order_needs_every_rank_once() -> None:
    """Ranks that collide or are missing cannot be read."""
    assert answers.response_from(ORDER, posted(answer__1="3", answer__2="1", answer__3="2")).text == "2,3,1"
    assert answers.response_from(ORDER, posted(answer__1="1", answer__2="1", answer__3="2")).text == ""
    assert answers.response_from(ORDER, posted(answer__1="1")).text == ""


def test_parts_arrive_by_name() -> None:
    """Each part is encoded by its own form."""
    form = InputForm("parts", "", parts=(NamedForm("size", TEXT), NamedForm("which", CHOICE)))
    response = answers.response_from(form, posted(part__size="4", part__which="1"))
    assert response.parts == (NamedText("size", "4"), NamedText("which", "1"))
    assert response.text == ""


@given(st.lists(st.sampled_from(["", "1", "-3/4", "f(1,2)", "sqrt(2)", "{1,2}"]), min_size=4, max_size=4))
def test_a_grid_fills_again_from_its_own_text(entries: list[str]) -> None:
    """Drafts come back cell by cell, also where an entry has commas of its own."""
    text = f"[[{entries[0]},{entries[1]}],[{entries[2]},{entries[3]}]]"
    (field,) = answers.fields_of(GRID, Draft(text, (), "text"), ())
    assert [cell.value for row in field.rows for cell in row] == entries


@given(st.text(max_size=60))
def test_any_text_can_be_shown_in_any_form(text: str) -> None:
    """A draft that belongs to another form never breaks the page."""
    for form in (TEXT, GRID, CHOICE, SEVERAL, FACTS, ORDER):
        (field,) = answers.fields_of(form, Draft(text, (), "text"), form.options)
        assert field.widget == form.widget


def test_an_order_is_shown_as_it_was_put() -> None:
    """A draft of an ordering lists the items in its order."""
    (field,) = answers.fields_of(ORDER, Draft("3,1,2", (), "text"), ORDER.options)
    assert [(option.number, option.html, option.rank) for option in field.options] == [
        (3, "c", 1),
        (1, "a", 2),
        (2, "b", 3),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("1500", 1500), ("", 0), ("-5", 0), ("1e9", 0), ("9" * 29, 86_400_000), ("9" * 5000, 0), ("²", 0)],
)
def test_active_time_is_a_number_within_a_day(text: str, wanted: int) -> None:
    """What a page claims to have measured is never more than a day."""
    assert answers.active_ms(posted(active_ms=text)) == wanted
