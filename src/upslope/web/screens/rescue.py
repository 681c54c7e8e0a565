"""Put the newest good backup in the place of a database that cannot be used."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from upslope.core.clock import SystemClock
from upslope.core.errors import UpslopeError
from upslope.services import house
from upslope.store import backup, startup
from upslope.web import trouble


@require_POST
def restore(request: HttpRequest) -> HttpResponse:
    """Restore the backup that the trouble page offers; the damaged database is set aside, untouched."""
    offered = trouble.current()
    if offered is None or not offered.backup:
        return redirect("/")
    at = SystemClock().now()
    try:
        connection.close()
        backup.restore(settings.HOME, offered.backup, at=at)
        startup.prepare(settings.HOME, at=at)
    except UpslopeError as error:
        trouble.report(trouble.from_error(error))
        return trouble.page(request)
    house.forget()
    trouble.clear()
    return redirect("/")
