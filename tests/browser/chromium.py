"""The browser of the tests and of the benchmark."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The one that shows no window first: the same browser, for a tenth less of the processor."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser for as long as the block lasts. Raises FileNotFoundError when this machine has none."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        raise FileNotFoundError("Chromium ontbreekt: .ci/chromium installeert het")
    # Whatever a page may ask of others, it doesn't leave this machine.
    nobody = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[nobody])
        yield browser
        browser.close()
