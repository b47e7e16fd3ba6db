"""A web server that compresses as a good host does, and remembers how many bytes went out."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".woff2": "font/woff2", ".json": "application/json"}
_LEVEL = 9


class Server(ThreadingHTTPServer):
    """Serves one folder at `url`; `sent` has (path, bytes with their headers) of every answer since `forget`."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}/"
        self.sent: list[tuple[str, int]] = []
        self._folder = folder
        self._answers: dict[str, tuple[int, str, bytes, bool]] = {}
        # What a search loads is compressed before anything is timed.
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix != ".html":
                self.answer(path.relative_to(folder).as_posix())

    def forget(self) -> None:
        self.sent.clear()

    def answer(self, path: str) -> tuple[int, str, bytes, bool]:
        """Status, type and content of an address, and whether it is compressed: only when that makes it smaller."""
        if path not in self._answers:
            file = self._folder / path
            file = file / "index.html" if file.is_dir() else file
            status = 200 if file.is_file() else 404
            if status == 404:
                file = self._folder / "404.html"
            content = file.read_bytes() if file.is_file() else b""
            small = gzip.compress(content, _LEVEL, mtime=0)
            kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            shorter = len(small) < len(content)
            self._answers[path] = (status, kind, small if shorter else content, shorter)
        return self._answers[path]


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    # As a good host does: head and content together and at once, or each file waits forty milliseconds.
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)[1:]
        status, kind, content, compressed = self.server.answer(path)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Cache-Control", "max-age=600")
        headers = sum(len(line) for line in self._headers_buffer) + 2
        self.server.sent.append((path or "/", headers + len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Serve a folder for as long as the block lasts."""
    server = Server(folder)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def page_and_search(sent: list[tuple[str, int]]) -> tuple[int, int]:
    """The bytes of the page (text, looks, letters, pictures) and those of what works in it (scripts, words, index)."""
    page = sum(size for path, size in sent if _is_page(path))
    return page, sum(size for _, size in sent) - page


def _is_page(path: str) -> bool:
    looks = (".html", ".css", ".woff2", ".svg", ".png", ".ico", ".webp", ".jpg")
    return path.endswith(looks) or (path.endswith("/") and not path.startswith("pagefind/"))
