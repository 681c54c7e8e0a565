"""Lay out the learner's data folder: where the database, its backups and the server's secrets are."""

import hashlib
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from upslope.core.errors import UpslopeError

VARIABLE = "UPSLOPE_HOME"


@dataclass(frozen=True, slots=True)
class Home:
    """Name the files of one data folder. Only its owner may read it (0700)."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "upslope.sqlite3"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def set_aside(self) -> Path:
        """Hold damaged or replaced databases: nothing is deleted."""
        return self.root / "set-aside"

    @property
    def tokens(self) -> Path:
        return self.root / "tokens"

    @property
    def lock(self) -> Path:
        return self.root / "lock"

    @property
    def server(self) -> Path:
        """Hold the address of the running server, for a second start."""
        return self.root / "server.json"

    @property
    def log(self) -> Path:
        return self.root / "upslope.log"

    def secret(self, name: str) -> str:
        """Return the lasting secret of that name (256 bits, hexadecimal), made on first use, 0600."""
        path = self.root / f"secret-{name}"
        try:
            return path.read_text(encoding="ascii")
        except FileNotFoundError:
            write_private(path, secrets.token_hex(32))
            return path.read_text(encoding="ascii")

    def new_token(self) -> str:
        """Return a fresh one-time token for the first address; only its digest is kept."""
        self.tokens.mkdir(mode=0o700, exist_ok=True)
        token = secrets.token_urlsafe(32)
        write_private(self._token_file(token), "")
        return token

    def redeem(self, token: str) -> bool:
        """Use up a token; return False if it was never given or is used already."""
        try:
            self._token_file(token).unlink()
        except FileNotFoundError:
            return False
        return True

    def forget_tokens(self) -> None:
        """Make all tokens given so far useless."""
        for path in self.tokens.glob("*"):
            path.unlink(missing_ok=True)

    def _token_file(self, token: str) -> Path:
        return self.tokens / hashlib.sha256(token.encode()).hexdigest()


def home_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the data folder: UPSLOPE_HOME if set, else the user's data directory."""
    chosen = environ.get(VARIABLE, "")
    return (
        Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_dir("upslope", appauthor=False))
    )


def open_home(root: Path | None = None) -> Home:
    """Make the data folder if need be, closed to others, and return it.

    Raises UpslopeError if it cannot be made or is a file.
    """
    folder = (root or home_folder()).resolve()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and os.access(folder, os.W_OK) and folder.stat().st_uid == os.getuid():
            folder.chmod(0o700)
    except OSError as error:
        raise UpslopeError(
            f"The data folder {folder} cannot be used: {error.strerror}.",
            f"Choose another folder with the environment variable {VARIABLE}.",
        ) from error
    return Home(folder)


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read; an existing one is left as it is."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
