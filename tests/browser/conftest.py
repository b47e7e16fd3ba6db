"""A browser and a web server for the built sites, and a visitor who notices everything that goes wrong."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request, expect

from tests.browser import visits
from tests.editions import ROOT, TODAY, build

OUTPUT = ROOT / "tests" / "output"
"""Where screenshots and prints go, to look at."""

PICTURES = bool(os.environ.get("MANTELKAART_PICTURES"))
"""Whether every page is to be seen in every look: many pictures, for who comes to look at them."""

Scheme = Literal["light", "dark"]

# A busy machine may be slow; what never comes is still a failure.
expect.set_options(timeout=20_000)


def until(page: Page, promise: str, argument: Any = None) -> None:
    """Wait until an async function in the page gives something true.

    `wait_for_function` takes a promise for true, and under the site's policy it can look only once.
    """
    for _ in range(200):
        if page.evaluate(promise, argument):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {promise}")


class Site(SimpleHTTPRequestHandler):
    """A plain web server: files, folders with an index, and the site's own page for what isn't there."""

    protocol_version = "HTTP/1.1"
    # Head and content of an answer go together and at once: apart, each file waits forty milliseconds.
    disable_nagle_algorithm = True
    wbufsize = -1

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        content = page.read_bytes() if code == 404 and page.is_file() else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


Site.extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".woff2": "font/woff2"}


class Visitor:
    """Somebody with a browser. What the browser complains of, and whom it asks for something, is remembered."""

    def __init__(self, context: BrowserContext) -> None:
        self.root = ""
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        self.page.on("request", self._asked)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("dialog", self._interrupted)

    def arrives(self, root: str, width: int, height: int, scheme: Scheme) -> None:
        """Come to another site with nothing in mind of the one before."""
        self.page.goto("about:blank")
        self.page.unroute_all()
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(media="null", color_scheme=scheme, reduced_motion="reduce")
        self.complaints.clear()
        self.strangers.clear()
        self.root = root

    def forgets(self, root: str) -> None:
        """Nothing that was kept of a site in another test is there any more."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Storage.clearDataForOrigin", {"origin": root.rstrip("/"), "storageTypes": "local_storage"})
        session.detach()

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.root, "data:", "blob:")):
            self.strangers.append(request.url)

    def _interrupted(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text} ({self.page.url})")

    def _failed(self, request: Request) -> None:
        if "ERR_ABORTED" not in str(request.failure):  # whoever leaves a page waits for nothing more of it
            self.complaints.append(f"failed: {request.url} {request.failure}")

    def goes_to(self, address: str) -> Page:
        """Open a page of the site, given relative to its root."""
        self.page.goto(self.root + address, wait_until="load")
        return self.page

    def is_content(self) -> None:
        """Nothing was complained of and nobody else was asked for anything."""
        assert self.complaints == []
        assert self.strangers == []


Come = Callable[..., Visitor]
"""A visitor who comes to a site: `visitor(site, width=360, ...)`."""


@pytest.fixture(scope="session", autouse=True)
def output() -> None:
    """Where tests leave what somebody may want to look at."""
    OUTPUT.mkdir(exist_ok=True)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves folders on this machine; gives the address of each, which ends in a slash."""
    servers: list[ThreadingHTTPServer] = []

    @cache
    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Site, directory=str(folder)))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


ON_THE_DAY = f"""(() => {{
  const Real = Date;
  const ahead = Real.parse("{TODAY}T12:00+01:00") - Real.now();
  globalThis.Date = class Date extends Real {{
    constructor(...of) {{ super(...(of.length ? of : [Real.now() + ahead])); }}
    static now() {{ return Real.now() + ahead; }}
  }};
}})()"""
"""Lets the clock of a visitor begin on the day that it is in all tests, whenever they run: pages follow that clock."""


@pytest.fixture(scope="session")
def visitors(chromium: Browser) -> Iterator[Callable[..., Visitor]]:
    """Visitors by their kind of browser: each keeps one, because starting one takes longer than a visit."""
    contexts: list[BrowserContext] = []

    @cache
    def known(**settings: Any) -> Visitor:
        contexts.append(chromium.new_context(locale="nl-NL", **settings))
        # An offline copy would answer for the network, and fetch what nobody asked for: `test_offline` is about that.
        contexts[-1].add_init_script("delete Navigator.prototype.serviceWorker")
        contexts[-1].add_init_script(ON_THE_DAY)
        return Visitor(contexts[-1])

    yield known
    for context in contexts:
        context.close()


@pytest.fixture
def visitor(visitors: Callable[..., Visitor], serve: Callable[[Path], str]) -> Come:
    """Visitors of a site: `visitor(site, width=360, ...)`. Two with the same settings are the same one."""
    known: set[tuple[Visitor, str]] = set()

    def come(
        site: Path, width: int = 1280, height: int = 800, color_scheme: Scheme = "light", **settings: Any
    ) -> Visitor:
        guest, root = visitors(**settings), serve(site)
        if (guest, root) not in known:
            known.add((guest, root))
            guest.forgets(root)
        guest.arrives(root, width, height, color_scheme)
        return guest

    return come


@pytest.fixture(scope="session")
def visited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of `visits`, as it was made on a day and left alone."""
    root = tmp_path_factory.mktemp("bezocht")
    visits.edition(root)
    return build(root, visits.MADE)
