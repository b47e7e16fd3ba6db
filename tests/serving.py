"""An edition that is being served, for who looks at it as a browser does."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.editions import environment

PATIENCE = 120
"""Seconds until something that should come is given up on: a busy machine may be slow."""


def hearing() -> None:
    """What a process that a test starts does first: hear what it is asked, also when the tests run in the background
    or without a terminal, and are told not to."""
    for asked in (signal.SIGINT, signal.SIGHUP):
        signal.signal(asked, signal.SIG_DFL)


class Served:
    """The site of an edition at an address of this machine. `folder` is where its address starts, such as `/kaart/`."""

    def __init__(self, edition: Path, command: Sequence[str], folder: str, port: int, **more: str) -> None:
        self.port = port or _free_port()
        self.url = f"http://127.0.0.1:{self.port}{folder}"
        self._said = tempfile.TemporaryFile("w+b")  # noqa: SIM115 - as long as the process
        self.process = subprocess.Popen(
            [*command, "serve", "-f", "mkdocs.yml", "-a", f"127.0.0.1:{self.port}"],
            cwd=edition, env=environment(**more), start_new_session=True, stdout=self._said, stderr=self._said,
            preexec_fn=hearing,
        )  # fmt: skip

    def said(self) -> str:
        """What stands in the terminal, but for addresses that were asked before there was anything."""
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", "replace").splitlines()
        return "\n".join(line for line in lines if not line.endswith(" code 404"))

    def page(self, address: str) -> str:
        """What a browser gets for an address; empty when nothing answers it (yet)."""
        try:
            with urlopen(self.url + address, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except HTTPError as error:
            if error.code == 404:
                return ""
            raise
        except (OSError, HTTPException):
            return ""

    def until(self, address: str, words: str, *, gone: bool = False, pause: float = 0.005) -> None:
        """Look at an address until some words stand there, or no longer do."""
        until = time.monotonic() + PATIENCE
        while (words in self.page(address)) is gone:
            assert self.process.poll() is None, f"it stopped:\n{self.said()}"
            assert time.monotonic() < until, f"{self.url}{address}: {words!r}\n{self.said()}"
            time.sleep(pause)

    def until_said(self, words: str) -> None:
        """Look at the terminal until some words stand there."""
        until = time.monotonic() + PATIENCE
        while words not in self.said():
            assert time.monotonic() < until, self.said()
            time.sleep(0.05)

    def answers(self) -> bool:
        """Whether anything listens there."""
        with socket.socket() as asking:
            return asking.connect_ex(("127.0.0.1", self.port)) == 0


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(
    edition: Path,
    command: Sequence[str] = (sys.executable, "-m", "generator.cli"),
    folder: str = "/",
    port: int = 0,
    **more: str,
) -> Iterator[Served]:
    """Serve an edition until the end of the block; from its start on the first page is there."""
    served = Served(edition, command, folder, port, **more)
    try:
        served.until("", "<h1", pause=0.05)
        yield served
    finally:
        if served.process.poll() is None:
            os.killpg(served.process.pid, signal.SIGKILL)
        served.process.wait()
