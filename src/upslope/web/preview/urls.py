"""Name the routes of the preview. The product's come after them, since the frame of a page names them."""

from django.urls import path

from upslope.web import urls
from upslope.web.preview import screens

handler404 = urls.handler404
handler500 = urls.handler500

urlpatterns = [
    path("", screens.first, name="today"),
    path("level/<int:level>/seed/<int:seed>/", screens.sheet, name="preview-sheet"),
    path("state", screens.state, name="preview-state"),
    *urls.urlpatterns,
]
