"""The three engines that browsers are made of, each driven in the way it brings along, by the same few verbs."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.request import Request, urlopen

from playwright.sync_api import Browser as Playing
from playwright.sync_api import Error, Page

PATIENCE = 30
"""Seconds until something that should come is given up on: a busy machine may be slow."""

ENTER = "\ue007"
"""The key as WebDriver names it."""

HERE = "127.0.0.1"
"""This machine: nothing of what a page may ask leaves it."""

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The name under which WebDriver gives an element, by its specification."""


class Missing(Exception):
    """This machine can't drive an engine; the message says what it lacks."""


class Said(Exception):
    """What a driver answers that could not do what was asked."""


class Browser(Protocol):
    """A window of a browser, for somebody who looks for help."""

    def goes_to(self, url: str) -> None: ...
    def types(self, selector: str, text: str) -> None:
        """Key by key, after what stands there; a line's end is the key Enter."""

    def clicks(self, selector: str) -> None: ...
    def goes_back(self) -> None: ...
    def reloads(self) -> None: ...
    def sees(self, expression: str) -> Any:
        """What an expression gives in the page."""


def until(browser: Browser, expression: str, *, but: object = None) -> Any:
    """What an expression gives in the page, as soon as that is something true and not what is to be waited away."""
    end = time.monotonic() + PATIENCE
    found = None
    while time.monotonic() < end:
        with suppress(Said, Error):  # a page that is going away answers nothing
            found = browser.sees(expression)
            if found and found != but:
                return found
        time.sleep(0.05)
    raise AssertionError(f"never true: {expression} ({found!r} at {browser.sees('location.href')})")


class Chromium:
    """By playwright, as everywhere in these tests."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def goes_to(self, url: str) -> None:
        self._page.goto(url)

    def types(self, selector: str, text: str) -> None:
        self._page.locator(selector).press_sequentially(text)

    def clicks(self, selector: str) -> None:
        self._page.locator(selector).first.click()

    def goes_back(self) -> None:
        self._page.go_back()

    def reloads(self) -> None:
        self._page.reload()

    def sees(self, expression: str) -> Any:
        return self._page.evaluate(expression)


class Driven:
    """By the commands of WebDriver, which Firefox and WebKit take in wrappings of their own."""

    def __init__(self, ask: Callable[[str, dict[str, Any]], Any]) -> None:
        self._ask = ask

    def goes_to(self, url: str) -> None:
        self._ask("Navigate", {"url": url})

    def types(self, selector: str, text: str) -> None:
        self._ask("ElementSendKeys", {"id": self._found(selector), "text": text.replace("\n", ENTER)})

    def clicks(self, selector: str) -> None:
        self._ask("ElementClick", {"id": self._found(selector)})

    def goes_back(self) -> None:
        self._ask("Back", {})

    def reloads(self) -> None:
        self._ask("Refresh", {})

    def sees(self, expression: str) -> Any:
        return self._ask("ExecuteScript", {"script": f"return {expression}", "args": []})

    def _found(self, selector: str) -> str:
        element = self._ask("FindElement", {"using": "css selector", "value": selector})
        return str(element[ELEMENT])


@contextmanager
def in_chromium(_: Path, running: Callable[[], Playing]) -> Iterator[Browser]:
    """Chromium, with a copy of the site kept on it as visitors have; `running` gives the one of all tests."""
    context = running().new_context(locale="nl-NL")
    yield Chromium(context.new_page())
    context.close()


@contextmanager
def in_firefox(folder: Path, _: object) -> Iterator[Browser]:
    """Firefox by Marionette, which it has in it: numbered lists in JSON, each after its length."""
    program = _program("firefox-esr", "firefox")
    port = _free_port()
    profile = folder / "profile"
    profile.mkdir()
    # Whatever it or a page may ask of others goes to nobody.
    settings = {
        "marionette.port": port, "network.proxy.type": 1, "network.proxy.http": HERE, "network.proxy.http_port": 9,
        "network.proxy.ssl": HERE, "network.proxy.ssl_port": 9, "app.update.enabled": False,
        "intl.accept_languages": "nl", "datareporting.policy.dataSubmissionEnabled": False,
    }  # fmt: skip
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in settings.items()]
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    words = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with _process(words, {"HOME": str(folder)}), _connected(port) as asking:
        stream = asking.makefile("rb")

        def heard() -> Any:
            length = b""
            while not length.endswith(b":"):
                length += stream.read(1) or _gone()
            return json.loads(stream.read(int(length[:-1])))

        def ask(name: str, given: dict[str, Any]) -> Any:
            said = json.dumps([0, 1, f"WebDriver:{name}", given]).encode()
            asking.sendall(b"%d:%s" % (len(said), said))
            _, _, problem, result = heard()
            if problem:
                raise Said(problem)
            return result["value"] if set(result) == {"value"} else result

        heard()  # it begins by saying who it is
        ask("NewSession", {"capabilities": {"alwaysMatch": {"pageLoadStrategy": "normal"}}})
        yield Driven(ask)


_WEBKIT = {
    "Navigate": ("POST", "/url"), "Back": ("POST", "/back"), "Refresh": ("POST", "/refresh"),
    "FindElement": ("POST", "/element"), "ExecuteScript": ("POST", "/execute/sync"),
    "ElementClick": ("POST", "/element/{id}/click"), "ElementSendKeys": ("POST", "/element/{id}/value"),
}  # fmt: skip
"""Where WebDriver over HTTP takes each command."""


@contextmanager
def in_webkit(folder: Path, _: object) -> Iterator[Browser]:
    """WebKit by WebKitGTK's driver over HTTP; its window is on a screen that nobody sees."""
    driver, screens = _program("WebKitWebDriver"), _program("Xvfb")
    port = _free_port()
    reading, writing = os.pipe()
    shown = [screens, "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with _process(shown, {}, keeping=(writing,)):
        display = os.read(reading, 16).decode().strip()
        around = {"DISPLAY": f":{display}", "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "GDK_BACKEND": "x11"}
        with _process([driver, f"--port={port}"], around):
            _connected(port).close()
            root = f"http://{HERE}:{port}/session"

            def asked(method: str, path: str, given: dict[str, Any]) -> Any:
                request = Request(root + path, json.dumps(given).encode(), {"Content-Type": "application/json"})
                request.method = method
                try:
                    with urlopen(request, timeout=PATIENCE) as answer:
                        return json.load(answer)["value"]
                except OSError as error:
                    raise Said(str(error)) from error

            other = f"{HERE}:9"
            nobody = {"proxyType": "manual", "httpProxy": other, "sslProxy": other, "noProxy": [HERE]}
            made = asked("POST", "", {"capabilities": {"alwaysMatch": {"proxy": nobody}}})
            session = f"/{made['sessionId']}"

            def ask(name: str, given: dict[str, Any]) -> Any:
                method, path = _WEBKIT[name]
                return asked(method, session + path.format(**given), given)

            try:
                yield Driven(ask)
            finally:
                asked("DELETE", session, {})


ENGINES = {"Chromium": in_chromium, "Firefox": in_firefox, "WebKit": in_webkit}


def _program(*names: str) -> str:
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        raise Missing(f"{names[0]} is hier niet")
    return found


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((HERE, 0))
        return int(free.getsockname()[1])


def _connected(port: int) -> socket.socket:
    """A line to who is about to listen at a port."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection((HERE, port), PATIENCE)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def _gone() -> bytes:
    raise Said("the browser went away")


@contextmanager
def _process(words: list[str], around: dict[str, str], keeping: tuple[int, ...] = ()) -> Iterator[None]:
    """A program for as long as the block lasts."""
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(words, env={**os.environ, **around}, pass_fds=keeping, stdout=quiet, stderr=quiet)
    try:
        yield
    finally:
        started.terminate()
        try:
            started.wait(10)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()
