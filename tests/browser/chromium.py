"""Where Chromium is on this machine."""

from __future__ import annotations

import shutil

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The one that shows no window first: the same browser, for a tenth less of the processor."""


def program() -> str:
    """The program. Raises FileNotFoundError when there is none."""
    found = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if found is None:
        raise FileNotFoundError("Chromium ontbreekt: .ci/chromium installeert het")
    return found
