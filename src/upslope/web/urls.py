"""Name every route of the product, one line each."""

from django.urls import path

from upslope.web.screens import (
    concept,
    entrance,
    help,
    maps,
    question,
    record,
    rescue,
    settings,
    start,
    today,
)

handler404 = "upslope.web.screens.errors.not_found"
handler500 = "upslope.web.screens.errors.failed"

urlpatterns = [
    path("", today.show, name="today"),
    path("start/", start.show, name="start"),
    path("done/", today.done, name="done"),
    path("activities/start", today.start_activity, name="activity-start"),
    path("activities/not-now", today.not_now, name="activity-not-now"),
    path("concepts/<str:concept>/", concept.show, name="concept"),
    path("concepts/<str:concept>/practise", concept.practise, name="concept-practise"),
    path("concepts/<str:concept>/review", concept.review, name="concept-review"),
    path("concepts/<str:concept>/claim", concept.claim, name="concept-claim"),
    path("concepts/<str:concept>/unclaim", concept.unclaim, name="concept-unclaim"),
    path("concepts/<str:concept>/snooze", concept.snooze, name="concept-snooze"),
    path("questions/<str:question>/", question.show, name="question"),
    path("questions/<str:question>/answer", question.answer, name="question-answer"),
    path("questions/<str:question>/give-up", question.give_up, name="question-give-up"),
    path("questions/<str:question>/hint", question.hint, name="question-hint"),
    path("questions/<str:question>/draft", question.draft, name="question-draft"),
    path("questions/<str:question>/reading", question.reading, name="question-reading"),
    path("questions/<str:question>/next", question.go_on, name="question-next"),
    path("questions/<str:question>/repeat", question.repeat, name="question-repeat"),
    path("map/", maps.around, name="map"),
    path("map/units/", maps.units, name="map-units"),
    path("map/all/", maps.everything, name="map-all"),
    path("progress/", record.progress, name="progress"),
    path("history/", record.history, name="history"),
    path("history/<str:event>/undo", record.undo, name="history-undo"),
    path("history/<str:event>/override", record.override, name="history-override"),
    path("settings/", settings.show, name="settings"),
    path("settings/change", settings.change, name="settings-change"),
    path("settings/backup", settings.back_up, name="settings-backup"),
    path("settings/export", settings.export, name="settings-export"),
    path("settings/import", settings.import_, name="settings-import"),
    path("settings/restore", settings.restore, name="settings-restore"),
    path("typing/", help.typing, name="typing"),
    path("keys/", help.keys, name="keys"),
    path("trouble/restore", rescue.restore, name="trouble-restore"),
    path("enter/<str:token>", entrance.enter, name="enter"),
    path("health", entrance.health, name="health"),
]
