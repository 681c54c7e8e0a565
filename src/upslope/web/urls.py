"""Name every route of the product, one line each."""

from django.urls import path

from upslope.web.screens import entrance

urlpatterns = [
    path("enter/<str:token>", entrance.enter, name="enter"),
    path("health", entrance.health, name="health"),
]
