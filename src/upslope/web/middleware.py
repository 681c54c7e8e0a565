"""Keep strangers out: other hosts, other origins, other users of this computer.

Against DNS rebinding every route checks Host; against cross-site requests every change checks Origin and
Sec-Fetch-Site besides Django's CSRF token; against other local users every route but two asks for the cookie
that a one-time token was exchanged for.
"""

import hmac
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from upslope.web import trouble

Respond = Callable[[HttpRequest], HttpResponseBase]

COOKIE = "upslope-entrance"
OPEN_PREFIXES = ("/enter/", "/health")
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")

CSP = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",  # KaTeX and MathLive place glyphs by style attributes
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)


def host_of(request: HttpRequest) -> str:
    """Return the Host header without its port."""
    host = str(request.META.get("HTTP_HOST", "")).lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


class LocalHostsOnly:
    """Answer 421 to any Host that is not this computer, on every route, static files included."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if host_of(request) not in settings.ALLOWED_HOSTS:
            text = "This server answers only to localhost, 127.0.0.1 and [::1].\n"
            return HttpResponse(text, status=421, content_type="text/plain")
        return self.get_response(request)


class SecurityHeaders:
    """Add the content security policy and its companions to every response."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", CSP)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Frame-Options"] = "DENY"
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class SameOriginOnly:
    """Refuse changes that another origin asks for, whatever the form of the request."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in SAFE_METHODS and not self.same_origin(request):
            text = "Refused: the request came from another site.\n"
            return HttpResponse(text, status=403, content_type="text/plain")
        return self.get_response(request)

    def same_origin(self, request: HttpRequest) -> bool:
        """Judge by Sec-Fetch-Site where the browser sends it, and by Origin."""
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            return False
        origin = request.headers.get("Origin")
        return origin is None or origin == f"{request.scheme}://{request.META.get('HTTP_HOST', '')}"


class EntranceByToken:
    """Answer 401 to everyone without the cookie of the entrance, except on the entrance itself."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response
        self.secret = settings.HOME.secret("entrance") if settings.HOME.root.is_dir() else ""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(OPEN_PREFIXES) or self.entered(request):
            return self.get_response(request)
        return render(request, "locked.html", status=401)

    def entered(self, request: HttpRequest) -> bool:
        """Compare the cookie in constant time."""
        given = request.COOKIES.get(COOKIE, "")
        return bool(self.secret) and hmac.compare_digest(given.encode(), self.secret.encode())


class TroubleFirst:
    """Show what is wrong with the data, and the way out, instead of pages that cannot work."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if trouble.current() is not None and not request.path.startswith(("/trouble/", "/health", "/enter/")):
            return trouble.page(request)
        return self.get_response(request)
