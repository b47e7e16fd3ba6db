"""A web server that keeps the log that most of them keep: who asks for what, and where they say that they come from."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from tests.browser.conftest import Site


class Line(NamedTuple):
    """What the combined format of Apache and nginx tells of one request, but for whom and when."""

    method: str
    path: str
    status: int
    referer: str

    def __str__(self) -> str:
        return f'"{self.method} {self.path}" {self.status} "{self.referer}"'


class Logged(ThreadingHTTPServer):
    """A site with its log."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Asked, directory=str(folder)))
        self.root = f"http://127.0.0.1:{self.server_port}/"
        self.log: list[Line] = []


class _Asked(Site):
    server: Logged

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        status = int(code) if str(code).isdigit() else 0
        self.server.log.append(Line(self.command, self.path, status, self.headers.get("Referer", "-")))


@contextmanager
def logged(folder: Path) -> Iterator[Logged]:
    """Serves a folder for as long as the block lasts."""
    with Logged(folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
