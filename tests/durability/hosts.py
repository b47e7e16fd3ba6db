"""A web server that misbehaves on purpose, and a phone that keeps what it can of the site there."""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext

from generator.building.offline import NAME
from generator.building.output import file_of
from generator.cache.digests import fingerprint
from tests.browser.phones import Counted, Phone, Server

LOGIN = b"<!doctype html><html><head><title>Welkom</title></head><body>Log in om door te gaan</body></html>\n"
"""What a network answers that wants something first, with a status that says that all is well."""


class Fault(NamedTuple):
    """How a file is answered wrong, and how many times; None is always."""

    kind: str
    times: int | None = None


class Host(Server):
    """A web server with a fault for some of its files."""

    def __init__(self, folder: Path, below: str = "") -> None:
        super().__init__(folder, below)
        self.RequestHandlerClass = lambda *words: Wrong(*words, directory=str(folder))  # type: ignore[assignment,misc]
        self.faults: dict[str, Fault] = {}
        """By address, seen from the root of the host."""
        self.before: Mapping[str, bytes] = {}
        """What files held before: a proxy may still have it."""
        self.origin = f"http://127.0.0.1:{self.server_port}"
        self.last = time.monotonic()

    def fault(self, path: str) -> str | None:
        """How a request is to be answered wrong."""
        with self.lock:
            found = self.faults.get(path)
            if found is None or found.times == 0:
                return None
            if found.times is not None:
                self.faults[path] = found._replace(times=found.times - 1)
            return found.kind


class Wrong(Counted):
    """Answers for a `Host`."""

    server: Host

    def do_GET(self) -> None:
        """A file, or what comes in its place."""
        self.server.last = time.monotonic()
        path = self.path.lstrip("/").partition("?")[0]
        kind = None if self.server.away else self.server.fault(path)
        if kind is None:
            super().do_GET()
        else:
            content = Path(self.directory, file_of(path)).read_bytes()
            getattr(self, f"_{kind}")(path, content)
        self.server.last = time.monotonic()

    def _say(self, content: bytes, status: int = 200, length: int | None = None, **more: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", more.pop("kind", None) or self.guess_type(file_of(self.path.lstrip("/"))))
        self.send_header("Content-Length", str(len(content) if length is None else length))
        for name, value in more.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def _stale(self, path: str, content: bytes) -> None:
        """What a proxy kept from before."""
        self._say(self.server.before[path])

    def _page(self, path: str, content: bytes) -> None:
        """A page of the host itself."""
        self._say(LOGIN, kind="text/html")

    def _cut(self, path: str, content: bytes) -> None:
        """Half of it, as if that were all."""
        self._say(content[: len(content) // 2])

    def _short(self, path: str, content: bytes) -> None:
        """Half of it, and then the line is gone."""
        self._say(content[: len(content) // 2], length=len(content))
        self.close_connection = True

    def _part(self, path: str, content: bytes) -> None:
        """A part that nobody asked for."""
        half = content[: len(content) // 2]
        self._say(half, HTTPStatus.PARTIAL_CONTENT, **{"Content-Range": f"bytes 0-{len(half) - 1}/{len(content)}"})

    def _login(self, path: str, content: bytes) -> None:
        """A way to somewhere else on the host."""
        self._say(b"", HTTPStatus.FOUND, Location=f"{self.server.root}privacy/")

    def _error(self, path: str, content: bytes) -> None:
        """An error, with a page that says so."""
        self._say(LOGIN, HTTPStatus.BAD_GATEWAY, kind="text/html")

    def _varies(self, path: str, content: bytes) -> None:
        """The thing itself, of which the host says that it may be another for everybody."""
        self._say(content, Vary="*")

    def _silent(self, path: str, content: bytes) -> None:
        """No answer for longer than anybody waits."""
        time.sleep(3)
        self.close_connection = True


MAKING = """async () => {
    const places = [];
    for (const cacheName of await caches.keys()) {
        const [asked] = (await (await caches.open(cacheName)).keys()).filter(({url}) => url.endsWith("?staat"));
        const state = asked && (await (await caches.match(asked, {cacheName})).json());
        if (state && !cacheName.endsWith("copy 1")) places.push(...Object.values(state.places));
    }
    return places.some(({whole}) => !whole);
}"""
"""Whether a worker says of a copy that it isn't done with it."""


class Tally(NamedTuple):
    """What a phone without a network has of a number of files."""

    right: int
    older: int
    """As it was before, and dated so."""
    absent: int
    wrong: frozenset[str]


class Keeper(Phone):
    """A phone at a `Host`."""

    server: Host

    def __init__(self, context: BrowserContext, server: Host) -> None:
        super().__init__(context, server)
        self.failed: list[str] = []
        """What a page asked for and didn't get."""
        self.page.on("requestfailed", lambda request: self.failed.append(request.url))

    def is_at_rest(self) -> None:
        """Until the phone asks nothing more, and is done with what it was making."""
        self.page.wait_for_timeout(300)
        while time.monotonic() - self.server.last < 1 or self.page.evaluate(MAKING):
            self.page.wait_for_timeout(100)

    def visits(self, address: str) -> None:
        """Come to a page, and stay until nothing more is fetched."""
        self.goes_to(address)
        self.page.wait_for_load_state("load")
        self.is_at_rest()

    def has(self, paths: Collection[str], since: float = 0) -> Tally:
        """What it answers for these without a network, after something changed at a time (in ms)."""
        self.loses_the_network()
        found: list[tuple[str, float] | None] = self.page.evaluate(
            """([root, paths]) => Promise.all(paths.map(async (path) => {
                try {
                    const answer = await fetch(root + path);
                    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
                    const name = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
                    return [name, Number(answer.headers.get("x-mantelkaart-fetched"))];
                } catch {
                    return null;
                }
            }))""",
            [self.server.root, list(paths)],
        )
        self.has_network_again()
        right, older, absent, wrong = 0, 0, 0, set()
        for path, answer in zip(paths, found, strict=True):
            before = self.server.before.get(path)
            if answer is None:
                absent += 1
            elif answer[0] == sha256((self.server.site / file_of(path)).read_bytes()).hexdigest():
                right += 1
            elif before is not None and answer[0] == sha256(before).hexdigest() and answer[1] < since:
                older += 1
            else:
                wrong.add(path)
        return Tally(right, older, absent, frozenset(wrong))


@contextmanager
def keeper(browser: Browser, site: Path, below: str = "") -> Iterator[Keeper]:
    """A new phone, with nothing on it, at a host of its own."""
    host = Host(site, below)
    context = browser.new_context(locale="nl-NL", reduced_motion="reduce")
    try:
        yield Keeper(context, host)
    finally:
        host.slow.set()
        context.close()
        host.shutdown()
        host.server_close()


def parts(site: Path, municipality: str) -> list[list[str]]:
    """The addresses on a list, part by part."""
    found = json.loads((site / municipality / "offline.json").read_bytes())["parts"]
    return [[folder + name for folder, names in part.items() for name in names] for part in found]


def rebuilt(site: Path, old: str, new: str) -> dict[str, bytes]:
    """Change a text in every page of a site, and the lists with it, as another build would. What pages held before."""
    before = {}
    for page in site.rglob("*.html"):
        content = page.read_bytes()
        if (other := content.replace(old.encode(), new.encode())) != content:
            before[page.relative_to(site).as_posix().removesuffix("index.html")] = content
            page.write_bytes(other)
    for file in site.glob("*/offline.json"):
        kept = json.loads(file.read_bytes())
        for part in kept["parts"]:
            for folder, names in part.items():
                for name in names:
                    names[name] = fingerprint((site / file_of(folder + name)).read_bytes())[:NAME]
        file.write_text(json.dumps(kept), "utf-8")
    return before
