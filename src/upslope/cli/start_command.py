"""Start Upslope on this computer and open it in the browser. A second start opens the running one."""

import argparse
import contextlib
import json
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from upslope.cli.django_setup import set_up_django
from upslope.cli.single import AlreadyRunningError, hold_lock
from upslope.core.errors import UpslopeError
from upslope.store.home import Home, open_home, write_private

DEFAULT_PORT = 8417
HOST = "127.0.0.1"
THREADS = 8


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope start` takes."""
    parser.add_argument(
        "--port", type=int, default=0, help=f"port to use (default: {DEFAULT_PORT} or a free one)"
    )
    parser.add_argument("--no-browser", action="store_true", help="print the address, open nothing")
    parser.add_argument(
        "--home", type=Path, help="data folder (default: UPSLOPE_HOME or the user's data folder)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    if arguments.home:
        os.environ["UPSLOPE_HOME"] = str(arguments.home.expanduser().resolve())
    home = open_home()
    try:
        with hold_lock(home):
            return serve(home, port=arguments.port, browser=not arguments.no_browser)
    except AlreadyRunningError:
        return open_running(home, browser=not arguments.no_browser)


def serve(home: Home, *, port: int, browser: bool) -> int:
    """Bind, prepare the data, answer requests."""
    listener = bind(port)
    address = f"http://{HOST}:{listener.getsockname()[1]}"
    home.forget_tokens()
    set_up_django()
    from upslope.cli.prepare import keep_backing_up, prepare

    prepare(home)
    warm_up()
    from waitress.server import create_server

    from upslope.web.wsgi import application

    with announced(home, address):
        server: Any = create_server(application, sockets=[listener], threads=THREADS, ident="upslope")
        stop = threading.Event()
        threading.Thread(target=keep_backing_up, args=(home, stop), daemon=True).start()
        invite(home, address, browser=browser)
        try:
            server.run()
        except KeyboardInterrupt:
            print("\nStopped. Everything is saved.")
        finally:
            stop.set()
            server.close()
    return 0


def warm_up() -> None:
    """Load the curriculum before the first page asks for it."""
    from upslope.services import house
    from upslope.web import trouble

    if trouble.current() is not None:
        return
    try:
        house.current()
    except UpslopeError as error:
        trouble.report(trouble.from_error(error))


def bind(port: int, *, usual: bool = True) -> socket.socket:
    """Bind the wanted port, else the usual one, else any free one; loopback only.

    Raises UpslopeError if a port asked for by name is taken.
    """
    for candidate in (port,) if port else (DEFAULT_PORT, 0) if usual else (0,):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, candidate))
        except OSError:
            listener.close()
            continue
        listener.listen(128)
        return listener
    raise UpslopeError(
        f"Port {port} is taken by another program.", "Leave --port out, and a free one is chosen."
    )


@contextlib.contextmanager
def announced(home: Home, address: str) -> Iterator[None]:
    """Leave the address where a second start finds it, while the server runs."""
    home.server.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        write_private(home.server, json.dumps({"address": address, "pid": os.getpid()}))
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            home.server.unlink(missing_ok=True)


def open_running(home: Home, *, browser: bool) -> int:
    """Open the server that holds this data folder already."""
    try:
        address = json.loads(home.server.read_text(encoding="ascii"))["address"]
    except (OSError, ValueError, KeyError):
        print("Upslope is starting in another window. Try again in a few seconds.", file=sys.stderr)
        return 1
    print("Upslope runs already with this data folder.")
    invite(home, address, browser=browser)
    return 0


def invite(home: Home, address: str, *, browser: bool) -> None:
    """Print the address with a fresh one-time token, and open it in the browser."""
    try:
        url = f"{address}/enter/{home.new_token()}"
    except OSError as error:
        raise UpslopeError(
            f"The data folder {home.root} cannot be written: {error.strerror}.",
            "Make it writable, or choose another one with UPSLOPE_HOME.",
        ) from error
    print(f"Upslope is ready: {url}\nThe address works once. Stop with Ctrl+C.", flush=True)
    if browser:
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
