"""Name the routes of the preview; base.html's links lead to the same places."""

from django.urls import path

from upslope.web.preview import screens
from upslope.web.screens import entrance, help

urlpatterns = [
    path("", screens.first, name="today"),
    path("level/<int:level>/seed/<int:seed>/", screens.sheet, name="preview-sheet"),
    path("state", screens.state, name="preview-state"),
    path("typing/", help.typing, name="typing"),
    path("keys/", help.keys, name="keys"),
    path("enter/<str:token>", entrance.enter, name="enter"),
    path("health", entrance.health, name="health"),
]
