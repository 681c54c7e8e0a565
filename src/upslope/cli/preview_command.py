"""Show a template live in the browser: statement, hints, solution, slips, twelve seeds; reloads on save."""

import argparse
import os
import tempfile
import webbrowser
from pathlib import Path

from upslope.cli.content import find_template
from upslope.cli.django_setup import set_up_django
from upslope.core.clock import SystemClock
from upslope.core.errors import UpslopeError
from upslope.curriculum.raw import LESSON
from upslope.store import startup
from upslope.store.home import open_home


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope preview` takes."""
    parser.add_argument("template", help="id of the template, or one of its files")
    parser.add_argument("--port", type=int, default=0, help="port to use (default: a free one)")
    parser.add_argument("--no-browser", action="store_true", help="print the address, open nothing")


def run(arguments: argparse.Namespace) -> int:
    """Serve the preview from a throw-away data folder until interrupted."""
    file = find_file(arguments.template)
    with tempfile.TemporaryDirectory(prefix="upslope-preview-") as folder:
        os.environ["UPSLOPE_HOME"] = folder
        home = open_home(Path(folder))
        from django.conf import settings

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upslope.web.settings")
        settings.ROOT_URLCONF = "upslope.web.preview.urls"
        set_up_django()
        startup.prepare(home, at=SystemClock().now())  # the frame's pages of help read the data
        from waitress.server import create_server

        from upslope.cli.start_command import HOST, bind
        from upslope.web.preview import desk, screens
        from upslope.web.wsgi import application

        shared = pack_of(file) / "shared.py"
        screens.lay(desk.Desk(file, shared if shared.is_file() else None))
        listener = bind(arguments.port or 0, usual=False)
        url = f"http://{HOST}:{listener.getsockname()[1]}/enter/{home.new_token()}"
        print(f"Preview of {file.stem}: {url}\nStop with Ctrl+C.", flush=True)
        if not arguments.no_browser:
            webbrowser.open(url)
        server = create_server(application, sockets=[listener], threads=4, ident="upslope")
        try:
            server.run()
        except KeyboardInterrupt:
            print()
        finally:
            server.close()
    return 0


def find_file(name: str) -> Path:
    """Return the text of a template, named by its id or by one of its files, which need not be in order yet.

    Raises UpslopeError.
    """
    path = Path(name)
    if path.suffix not in (".md", ".py"):
        return find_template(name)[1].file.path
    text = path.with_suffix(".md").resolve()
    if not text.is_file():
        raise UpslopeError(f"{text} does not exist.", "Begin it with `upslope new template`.")
    if text.name == LESSON:
        raise UpslopeError(
            "The preview shows templates, and this is a lesson.",
            "To see it, run `upslope start --home FOLDER` with a new folder"
            f" and open /concepts/{text.parent.name}/ there.",
        )
    return text


def pack_of(file: Path) -> Path:
    """Return the nearest folder above a file that is a pack. Raises UpslopeError if there is none."""
    for folder in file.parents:
        if (folder / "pack.toml").is_file():
            return folder
    raise UpslopeError(f"{file} lies in no pack.", "A pack is a folder with pack.toml in it.")
