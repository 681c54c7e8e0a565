"""Every route works with plain forms and whole pages, against the real services."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver
from tests.services.conftest import garden, gardener, house
from tests.services.gardener import Gardener
from tests.store.shelf import blank, home, use_database
from tests.web.browserless import Visitor

from upslope.core.ids import QuestionId
from upslope.services.house import House

__all__ = ["blank", "garden", "gardener", "home", "house", "use_database"]

PAGES = (
    "/",
    "/done/",
    "/map/",
    "/map/units/",
    "/map/all/",
    "/progress/",
    "/history/",
    "/settings/",
    "/typing/",
    "/keys/",
)


@pytest.fixture
def visitor(house: House) -> Visitor:
    """Return a browser on a fresh profile that has answered the three questions."""
    found = Visitor.entered().go("/")
    assert found.path == "/start/"
    return found.press("/start/", start="beginning")


def question_of(visitor: Visitor) -> QuestionId:
    """Return the question the browser shows."""
    return QuestionId(re.fullmatch(r"/questions/([^/]+)/", visitor.path)[1])


def test_every_route_is_visited_by_a_test() -> None:
    """A route added without a test here is found by its name."""
    names = {pattern.name for pattern in get_resolver().url_patterns if isinstance(pattern, URLPattern)}
    source = Path(__file__).read_text(encoding="utf-8")
    paths = {
        "today": '"/"', "start": "/start/", "done": "/done/", "map": "/map/", "map-units": "/map/units/",
        "map-all": "/map/all/", "progress": "/progress/", "history": "/history/", "settings": "/settings/",
        "typing": "/typing/", "keys": "/keys/", "concept": "/concepts/", "question": "/questions/",
        "activity-start": "/activities/start", "activity-not-now": "/activities/not-now",
        "enter": "/enter/", "health": "/health", "trouble-restore": "/trouble/restore",
    }  # fmt: skip
    for name in names:
        wanted = paths.get(str(name)) or "/" + str(name).partition("-")[2]
        assert wanted in source, name


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens(visitor: Visitor, path: str) -> None:
    """Each place of the navigation is there on the first evening."""
    assert visitor.go(path).status == 200
    assert visitor.path == path
    assert "<h1" in visitor.html


def test_strangers_see_a_locked_door(house: House) -> None:
    """Without the entrance's cookie every page is the locked one; health answers."""
    stranger = Visitor.entered()
    stranger.client.cookies.clear()
    assert stranger.go("/settings/").status == 401
    assert "no key yet" in stranger.html
    assert stranger.go("/health").status == 200
    assert stranger.go("/enter/wrong-token").status == 401


def test_a_page_that_is_not_there_says_so(visitor: Visitor) -> None:
    """Addresses and ids that lead nowhere get a page with a way on."""
    for path in ("/nowhere", "/concepts/nothing/", "/questions/none/", "/history/?concept=nothing"):
        assert visitor.go(path).status == 404, path
        assert "Go to Today" in visitor.html


def test_the_first_run_insists_on_a_day(house: House) -> None:
    """Without a study day the questions come back with the reason."""
    visitor = Visitor.entered().go("/start/")
    visitor.press("/start/", days=[], start="beginning")
    assert visitor.status == 422
    assert "at least one day" in visitor.html
    visitor.press("/start/", days=["0", "3"], start="beginning")
    assert visitor.path == "/"
    assert visitor.go("/start/").path == "/"


def test_today_starts_and_puts_off(visitor: Visitor) -> None:
    """Start leads to the lesson; "not now" leaves a notice that can be undone."""
    assert "Adding" in visitor.html
    visitor.press("/activities/start", key=re.search(r'name="key" value="(lesson:[^"]+)"', visitor.html)[1])
    assert visitor.path.startswith("/concepts/adding/")
    visitor.go("/")
    visitor.press("/activities/not-now", key=re.search(r'name="key" value="([^"]+)"', visitor.html)[1])
    assert "not today" in visitor.html
    undo = re.search(r'action="(/history/[^/]+/undo)"', visitor.html)[1]
    visitor.press(undo)
    assert "Taken back" in visitor.html


def test_a_right_answer_without_javascript(visitor: Visitor, gardener: Gardener) -> None:
    """Practise, answer, read the verdict, go on: all with whole pages."""
    visitor.go("/concepts/adding/").press("/concepts/adding/practise")
    question = question_of(visitor)
    response = gardener.right_response(question)
    typed = {f"part.{part.name}": part.text for part in response.parts} or {"answer": response.text}
    visitor.press(f"/questions/{question}/answer", **typed, active_ms="12000")
    assert visitor.path == f"/questions/{question}/"
    assert 'data-outcome="correct"' in visitor.html
    assert "Worked solution" in visitor.html
    visitor.press(f"/questions/{question}/next")
    assert visitor.status == 200
    assert visitor.path != f"/questions/{question}/"


def test_sending_the_same_form_twice_counts_once(visitor: Visitor, gardener: Gardener) -> None:
    """The token of the form makes the second answer the first one's echo."""
    visitor.go("/concepts/adding/").press("/concepts/adding/practise")
    question = question_of(visitor)
    action = f"/questions/{question}/answer"
    form = visitor.form(action).values
    before = visitor.html
    visitor.press(action, answer="999999", **{"part.sum": "999999"})
    visitor.html = before
    visitor.press(action, **{**form, "answer": "999999", "part.sum": "999999"})
    visitor.go("/history/")
    assert visitor.html.count(f'href="/questions/{question}/"') == 1


def test_what_cannot_be_read_stays_in_the_field(visitor: Visitor) -> None:
    """An unreadable response is shown with its reason; nothing is recorded."""
    visitor.go("/concepts/adding/").press("/concepts/adding/practise")
    question = question_of(visitor)
    fields = {
        name: "3 + * 4"
        for name in visitor.form(f"/questions/{question}/answer").values
        if name.startswith(("answer", "part."))
    }
    visitor.press(f"/questions/{question}/answer", **fields)
    assert 'data-outcome="unreadable"' in visitor.html
    assert 'value="3 + * 4"' in visitor.html
    assert "Check again" in visitor.html
    assert "Nothing yet" in visitor.go("/history/").html
    assert visitor.go(f"/questions/{question}/answer").path == f"/questions/{question}/"


def test_hints_and_drafts_keep_what_is_typed(visitor: Visitor) -> None:
    """A hint posts the form and comes back with the text still in the field; so does a draft."""
    visitor.go("/concepts/adding/").press("/concepts/adding/practise")
    question = question_of(visitor)
    name = next(
        n
        for n in visitor.form(f"/questions/{question}/answer").values
        if n == "answer" or n.startswith("part.")
    )
    visitor.press(f"/questions/{question}/hint", **{name: "4 + "})
    assert 'class="hint"' in visitor.html
    assert 'value="4 +"' in visitor.html
    form = visitor.form(f"/questions/{question}/answer").values
    draft = visitor.client.post(f"/questions/{question}/draft", {**form, name: "17"})
    assert draft.status_code == 204
    assert 'value="17"' in visitor.go(f"/questions/{question}/").html
    reading = visitor.client.post(
        f"/questions/{question}/reading",
        {**form, name: "1/2", "part": name.partition(".")[2]} if "." in name else {**form, name: "1/2"},
    )
    assert "katex" in reading.content.decode()
    used = visitor.client.post(f"/questions/{question}/draft", {**form, "use": "18"}, follow=True)
    assert 'value="18"' in used.content.decode()


def test_not_knowing_undo_override_and_repeat(visitor: Visitor, gardener: Gardener) -> None:
    """Give up and see the solution; take it back; mark an own answer right; see the same once more."""
    visitor.go("/concepts/adding/").press("/concepts/adding/practise")
    question = question_of(visitor)
    visitor.press(f"/questions/{question}/give-up")
    assert "Here is how it goes" in visitor.html
    undo = re.search(r'action="(/history/[^/]+/undo)"', visitor.html)[1]
    visitor.press(undo)
    assert visitor.path == f"/questions/{question}/"
    visitor.press(f"/questions/{question}/repeat")
    again = question_of(visitor)
    assert again != question

    wrong = gardener.answer(gardener.put("adding"), right=False)
    visitor.go(f"/questions/{wrong.question.id}/")
    override = re.search(r'action="(/history/[^/]+/override)"', visitor.html)[1]
    visitor.press(override)
    assert "own mark" in visitor.html
    assert "marked right by you" in visitor.go("/history/").html


def test_a_concept_can_be_claimed_unclaimed_snoozed_reviewed(visitor: Visitor, gardener: Gardener) -> None:
    """The side of a concept's page keeps one's word, takes it back, lets it rest; or reviews it."""
    visitor.go("/concepts/doubling/").press("/concepts/doubling/claim")
    assert "on your word" in visitor.html
    visitor.press("/concepts/doubling/unclaim")
    assert "is open again" in visitor.html
    visitor.press("/concepts/doubling/snooze")
    assert "stays out of your plan" in visitor.html
    gardener.learn("adding")
    token = visitor.form("/concepts/doubling/snooze").values["csrfmiddlewaretoken"][0]
    review = visitor.client.post("/concepts/adding/review", {"csrfmiddlewaretoken": token}, follow=True)
    assert b"Review" in review.content
    assert visitor.go("/concepts/guessing/").status == 200
    assert "not written yet" in visitor.html


def test_pages_after_some_study(visitor: Visitor, gardener: Gardener) -> None:
    """With answers and memories every page shows them."""
    gardener.learn("adding", "doubling")
    for path in (*PAGES, "/concepts/adding/", "/history/?concept=adding", "/map/units/?area=garden"):
        assert visitor.go(path).status == 200, path
    assert "Chance that you recall it" in visitor.go("/concepts/adding/").html
    assert "One square for each learned concept" in visitor.go("/progress/").html


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "dark"),
        ("text_size", "large"),
        ("single_keys", "off"),
        ("motion", "off"),
        ("minutes_a_day", "30"),
        ("recall_target_percent", "95"),
        ("study_days", ["1", "2"]),
    ],
)
def test_a_setting_is_kept(visitor: Visitor, name: str, value: str | list[str]) -> None:
    """Each setting posts alone and comes back chosen."""
    visitor.go("/settings/")
    token = visitor.form("/settings/change").values["csrfmiddlewaretoken"]
    data = {"csrfmiddlewaretoken": token, "name": name, "value": value}
    visitor.took(visitor.client.post("/settings/change", data, follow=True), "/settings/")
    assert visitor.status == 200
    wanted = value if isinstance(value, list) else [value]
    assert all(re.search(rf'value="{each}" checked', visitor.html) for each in wanted)


def test_a_setting_that_cannot_be_is_explained(visitor: Visitor) -> None:
    """A value from elsewhere is refused with what to do."""
    visitor.go("/settings/")
    token = visitor.form("/settings/change").values["csrfmiddlewaretoken"]
    data = {"csrfmiddlewaretoken": token, "name": "theme", "value": "neon"}
    visitor.took(visitor.client.post("/settings/change", data, follow=True), "/settings/")
    assert visitor.status == 409
    assert "Choose one of the values on the page." in visitor.html


def test_data_goes_out_and_comes_in(visitor: Visitor, gardener: Gardener) -> None:
    """Export is an archive; import takes it back where that is confirmed; backups can be put back."""
    gardener.practise()
    exported = b"".join(visitor.client.get("/settings/export").streaming_content)
    assert zipfile.ZipFile(io.BytesIO(exported)).testzip() is None
    visitor.go("/settings/").press("/settings/backup")
    assert "Backed up" in visitor.html
    name = re.search(r'name="backup" value="([^"]+)"', visitor.html)[1]

    def file() -> io.BytesIO:
        made = io.BytesIO(exported)
        made.name = "upslope.zip"
        return made

    visitor.press("/settings/import", file=file())
    assert visitor.status == 409
    visitor.go("/settings/").press("/settings/import", file=file(), replace="yes")
    assert "Imported" in visitor.html
    visitor.press("/settings/restore", backup=name)
    assert visitor.status == 200
    visitor.go("/settings/")
    nothing = {"csrfmiddlewaretoken": visitor.form("/settings/import").values["csrfmiddlewaretoken"]}
    visitor.took(visitor.client.post("/settings/import", nothing), "/settings/import")
    assert "No file was chosen" in visitor.html


def test_a_form_without_its_token_changes_nothing(visitor: Visitor) -> None:
    """Django's token is asked for on every change, with a page that says what to do."""
    response = visitor.client.post("/settings/change", {"name": "theme", "value": "dark"})
    assert response.status_code == 403
    assert b"load the page again" in response.content.lower()


def test_putting_back_where_nothing_is_wrong_goes_home(visitor: Visitor) -> None:
    """The way out of trouble is closed while there is none."""
    token = visitor.go("/settings/").form("/settings/change").values["csrfmiddlewaretoken"]
    response = visitor.client.post("/trouble/restore", {"csrfmiddlewaretoken": token})
    assert response.status_code == 302
    assert response.headers["Location"] == "/"


def test_back_leads_only_to_our_own_pages(visitor: Visitor, gardener: Gardener) -> None:
    """A form cannot be made to send the learner elsewhere."""
    event = gardener.practise().event
    visitor.go("/history/")
    visitor.press(f"/history/{event}/undo", back="//elsewhere.example/")
    assert visitor.path == "/history/"
