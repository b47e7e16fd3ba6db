"""Phones that keep what they can of a site, and a server of which the network can go away."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from re import Pattern

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Site, until


class Server(ThreadingHTTPServer):
    """A web server that can be away, or slow, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self, folder: Path, below: str = "") -> None:
        super().__init__(("127.0.0.1", 0), partial(Counted, directory=str(folder)))
        self.root = f"http://127.0.0.1:{self.server_port}/{below}"
        self.site = folder / below
        self.asked: list[str] = []
        self.away = False
        self.fails_at: str | None = None
        self.has_failed = threading.Event()
        self.most = 0
        self.busy = 0
        self.lock = threading.Lock()
        self.slow = threading.Event()
        self.slow.set()
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Counted(Site):
    """Answers for a `Server`."""

    server: Server

    def do_GET(self) -> None:
        """A file, unless the server is away; when it is slow the answer takes until it isn't."""
        server = self.server
        path = self.path.lstrip("/")
        if server.away or path == server.fails_at:
            self.close_connection = True
            server.has_failed.set()
            return
        with server.lock:
            server.asked.append(path)
            server.busy += 1
            server.most = max(server.most, server.busy)
        server.slow.wait(60)
        super().do_GET()
        with server.lock:
            server.busy -= 1

    def end_headers(self) -> None:
        """Like most hosts of static sites: look whether it is still the same."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class Phone:
    """Somebody whose browser keeps what it can, at a server of which the network can go away."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self.context = context
        self.server = server
        self.page: Page = context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if "component" in said.text else None)

    def goes_to(self, address: str) -> Page:
        self.page.goto(self.server.root + address)
        return self.page

    def has_kept(self, sentence: str | Pattern[str] = re.compile(r"Lindedal: \d+ pagina’s, opgehaald")) -> None:
        """Look in the rugzak until it says that all is there."""
        self.goes_to("rugzak/")
        expect(self.page.locator(".device li").first).to_contain_text(sentence)

    def waits_for_all(self, *municipalities: str) -> None:
        """Until all that the site now lists for these municipalities is there."""
        ids = municipalities or ("lindedal",)
        lists = {id: json.loads((self.server.site / id / "offline.json").read_bytes()) for id in ids}
        until(
            self.page,
            """async ([root, lists]) => {
                const kept = await (await caches.match(root + "?staat"))?.json();
                const same = ([id, {whole, list}]) => whole && JSON.stringify(list) === JSON.stringify(lists[id]);
                return kept && Object.keys(kept.places).length === Object.keys(lists).length
                    && Object.entries(kept.places).every(same);
            }""",
            [self.server.root, lists],
        )

    def loses_the_network(self) -> None:
        self.server.away = True
        self.context.set_offline(True)

    def has_network_again(self) -> None:
        self.server.away = False
        self.context.set_offline(False)

    def stores(self) -> list[str]:
        names: list[str] = self.page.evaluate("caches.keys()")
        return names

    def addresses_kept(self) -> set[str]:
        """What is in the copy, seen from the root of the site."""
        found: list[str] = self.page.evaluate(
            """async () => {
                const names = (await caches.keys()).filter(name => name.endsWith(" copy 2"));
                const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
                return requests.flat().map(({url}) => url).filter(url => !url.includes("?"));
            }"""
        )
        return {url.removeprefix(self.server.root) for url in found}


Call = Callable[..., Phone]
