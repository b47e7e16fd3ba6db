"""What somebody comes by who has only a keyboard."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

FOCUSED = """() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const lines = [...element.getClientRects()];
    const seen = lines.some(line => {
        const top = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
        return top && (element.contains(top) || top.contains(element));
    });
    return {
        tag: element.tagName, text: element.innerText ?? "", href: element.getAttribute("href") ?? "",
        outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
        inside: box.bottom > 0 && box.top < innerHeight && box.width > 0, seen,
        main: !!element.closest("main"), header: !!element.closest("header.top"), foot: !!element.closest("footer"),
        skip: element.matches(".skip"), call: element.matches(".button[href^='tel:']"),
    };
}"""


def tabbed(page: Page, most: int = 400) -> list[dict[str, Any]]:
    """Press Tab from the top of a page until the focus leaves it. Everything it comes by."""
    stops: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop: dict[str, Any] = page.evaluate(FOCUSED)
        if stop["tag"] == "BODY" or (stops and stop["skip"]):
            break
        stops.append(stop)
    return stops
