"""What axe finds wrong with a page, in each of the looks a page can have."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import JSHandle, Page

from tests.browser.conftest import OUTPUT, PICTURES, Scheme
from tests.editions import ROOT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
LOOKS: list[tuple[int, Scheme]] = [(width, scheme) for width in (360, 1280) for scheme in SCHEMES]


@cache
def axe() -> str:
    """The script itself, read when a test asks: without it, the other tests can still be found and run."""
    return (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")


NEW = """() => {
    const shown = [...document.body.querySelectorAll("*")].filter(element => element.checkVisibility());
    const fresh = shown.filter(element => !globalThis.lookedAt?.has(element));
    globalThis.lookedAt = new WeakSet([...shown, ...fresh]);
    return fresh;
}"""


BROKEN = """() => {
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const { currentNode: text } = texts;
        const element = text.parentElement;
        if (!element.checkVisibility() || element.closest("svg, .unseen")) continue;
        // What may be hyphenated may break, but no short word in the middle.
        const most = getComputedStyle(element).hyphens === "auto" ? 8 : 24;
        for (const { 0: word, index } of text.data.matchAll(/(?<=^|[\\s(“])\\p{L}{2,24}(?=[).,:;!?”…]*(?:\\s|$))/gu)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            if (word.length > most) continue;
            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            if (lines.size > 1) found.push(`${word} in ${element.outerHTML.slice(0, 120)}`);
        }
    }
    return found;
}"""
"""Every word that begins on one line and ends on the next, though a phone is wide enough for it. Addresses may."""


def flaws(page: Page, scheme: Scheme = "light", among: JSHandle | None = None) -> list[str]:
    """What axe finds, one line for each element. By night only the colours are others: axe looks at those.

    With `among`, a list of elements in the page, only of those.
    """
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(axe())
    found: list[dict[str, Any]] = page.evaluate(
        """([tags, dark, among]) => among && !among.length ? [] : axe.run(among ? {include: among} : document, {
            ...(dark ? {runOnly: ["color-contrast", "link-in-text-block"]}
                : {runOnly: {type: "tag", values: tags}, rules: {"target-size": {enabled: true}}}),
            resultTypes: ["violations"], preload: false,
        }).then(result => result.violations)""",
        [TAGS, scheme == "dark", among],
    )
    return [
        f"{flaw['id']}: {node['html'][:160]} – {node['failureSummary']}" for flaw in found for node in flaw["nodes"]
    ]


def flaws_in_every_look(page: Page, name: str, *more: tuple[int, Scheme]) -> list[str]:
    """The same on a phone and on a desk, by day and by night, and in whatever look more; what scrolls sideways and
    which words break too.

    By night an element has the same colours at every width: at the second one axe looks only at what it hasn't seen.
    """
    found, page_by_night = [], False
    for width, scheme in [*LOOKS, *more]:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if PICTURES:
            page.screenshot(path=OUTPUT / f"{name}-{width}-{scheme}.jpg", type="jpeg", quality=80, full_page=True)
        new = page.evaluate_handle(NEW) if scheme == "dark" else None
        found += [f"{name}, {width}, {scheme}: {flaw}" for flaw in flaws(page, scheme, new if page_by_night else None)]
        page_by_night = page_by_night or scheme == "dark"
        if (width, scheme) == LOOKS[0]:
            found += [f"{name} breaks a word: {word}" for word in page.evaluate(BROKEN)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{name} scrolls sideways at {width}: {wide}"] if wide > width else []
    return found
