"""The wheel, installed into a clean environment elsewhere, starts offline with its packs inside."""

import http.cookiejar
import os
import re
import subprocess
import sys
import time
import urllib.request
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.wheel

# A proxy that nothing listens on: whatever wants the network fails at once and loudly.
NOWHERE = "http://127.0.0.1:9"
NO_NETWORK = {"HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE, "NO_PROXY": "127.0.0.1"}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it into a fresh environment, return that environment's Python."""
    dist = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(dist)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = dist.glob("upslope-*.whl")
    assert wheel.stat().st_size < 20_000_000
    place = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", str(wheel)]
    subprocess.run(install, cwd=place, check=True, capture_output=True)
    return python


@pytest.fixture(scope="module")
def address(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the installed product in an empty data folder; give its one-time address."""
    home = tmp_path_factory.mktemp("home")
    environment = {**os.environ, **NO_NETWORK, "UPSLOPE_HOME": str(home)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    environment.pop("PYTHONPATH", None)
    server = subprocess.Popen(
        [str(installed.parent / "upslope"), "start", "--no-browser"],
        cwd=home,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield first_address(server)
    finally:
        server.terminate()
        server.communicate(timeout=20)


def first_address(server: "subprocess.Popen[str]") -> str:
    """Read the server's lines until it names its address."""
    assert server.stdout is not None
    lines = []
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        line = server.stdout.readline()
        lines.append(line)
        if found := re.search(r"http://127\.0\.0\.1:\d+/enter/\S+", line):
            return found.group()
        if not line:
            break
    raise AssertionError("the server named no address:\n" + "".join(lines))


def test_the_wheel_starts_offline_and_teaches(address: str) -> None:
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    )
    with opener.open(address, timeout=60) as first:
        assert first.status == 200
        assert first.url.endswith("/start/")  # a new learner is asked three questions
    base = address.partition("/enter/")[0]
    with opener.open(f"{base}/concepts/null-space-basis/", timeout=60) as page:
        text = page.read().decode()
    assert "Special solutions" in text
    assert "katex-mathml" in text  # formulas arrive rendered
    with opener.open(f"{base}/static/vendor/manifest.json", timeout=60) as manifest:
        assert manifest.status == 200
