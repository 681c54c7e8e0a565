"""Hold what all screens do the same way: find the house, explain errors, leave a notice, go back."""

from collections.abc import Callable
from functools import wraps
from secrets import token_urlsafe
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from upslope.core.errors import NotFoundError, UpslopeError
from upslope.services import house as houses
from upslope.services.house import House
from upslope.services.views.common import Notice
from upslope.web.screens import errors

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, House, P], HttpResponseBase]
Screen = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def screen(view: View[P]) -> Screen[P]:
    """Hand a view the house; turn errors of the services into pages that say what to do."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            return view(request, houses.current(), *args, **kwargs)
        except NotFoundError as error:
            return errors.not_found(request, message=error.message, hint=error.hint)
        except UpslopeError as error:
            return errors.refused(request, error)

    return answer


def leave(request: HttpRequest, notice: Notice) -> None:
    """Show a notice on the next page, with Undo where it can be undone."""
    messages.success(request, notice.text, extra_tags=notice.undo_event)


def back(request: HttpRequest, default: str) -> HttpResponse:
    """Go where the form asked to go back to, if that is a page of ours, else to the default."""
    wanted = request.POST.get("back", "")
    local = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return redirect(wanted if local else default)


def token(request: HttpRequest) -> str:
    """Return the client token of a form; a form without one gets a fresh token, once."""
    return request.POST.get("client_token", "")[:80] or token_urlsafe(18)
