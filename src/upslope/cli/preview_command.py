"""Show a template live in the browser: statement, hints, solution, slips, twelve seeds; reloads on save."""

import argparse
import os
import tempfile
import webbrowser
from pathlib import Path

from upslope.cli.content import find_template
from upslope.cli.django_setup import set_up_django
from upslope.store.home import open_home


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope preview` takes."""
    parser.add_argument("template", help="id of the template, or one of its files")
    parser.add_argument("--port", type=int, default=0, help="port to use (default: a free one)")
    parser.add_argument("--no-browser", action="store_true", help="print the address, open nothing")


def run(arguments: argparse.Namespace) -> int:
    """Serve the preview from a throw-away data folder until interrupted."""
    curriculum, template = find_template(arguments.template)
    shared = curriculum.pack(curriculum.concept(curriculum.concept_of_template(template.file.id)).pack).shared
    with tempfile.TemporaryDirectory(prefix="upslope-preview-") as folder:
        os.environ["UPSLOPE_HOME"] = folder
        home = open_home(Path(folder))
        from django.conf import settings

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upslope.web.settings")
        settings.ROOT_URLCONF = "upslope.web.preview.urls"
        set_up_django()
        from waitress.server import create_server

        from upslope.cli.start_command import HOST, bind
        from upslope.web.preview import desk, screens
        from upslope.web.wsgi import application

        screens.lay(desk.Desk(template.file.path, shared))
        listener = bind(arguments.port or 0, usual=False)
        url = f"http://{HOST}:{listener.getsockname()[1]}/enter/{home.new_token()}"
        print(f"Preview of {template.file.id}: {url}\nStop with Ctrl+C.", flush=True)
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
