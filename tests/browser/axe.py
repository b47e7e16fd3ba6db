"""What axe finds wrong with a page, in each of the looks a page can have."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import Scheme
from tests.editions import ROOT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
LOOKS: list[tuple[int, Scheme]] = [(width, scheme) for width in (360, 1280) for scheme in SCHEMES]


@cache
def axe() -> str:
    """The script itself, read when a test asks: without it, the other tests can still be found and run."""
    return (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")


def flaws(page: Page, scheme: Scheme = "light") -> list[str]:
    """What axe finds, one line for each element. By night only the colours are others: axe looks at those."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(axe())
    found: list[dict[str, Any]] = page.evaluate(
        """([tags, dark]) => axe.run(document, {
            ...(dark ? {runOnly: ["color-contrast", "link-in-text-block"]}
                : {runOnly: {type: "tag", values: tags}, rules: {"target-size": {enabled: true}}}),
            resultTypes: ["violations"], preload: false,
        }).then(result => result.violations)""",
        [TAGS, scheme == "dark"],
    )
    return [
        f"{flaw['id']}: {node['html'][:160]} – {node['failureSummary']}" for flaw in found for node in flaw["nodes"]
    ]
