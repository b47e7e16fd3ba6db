"""Each component by itself, as the example in its folder shows it: in every look axe finds nothing wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route

from tests.browser.axe import LOOKS, flaws
from tests.browser.conftest import OUTPUT, PICTURES, Come
from tests.front.examples import examples, templates

pytestmark = pytest.mark.browser

PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Voorbeeld</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="../assets/mantelkaart.css"><link rel="stylesheet" href="../assets/vakwerk.css"></head>
<body><main class="page"><div class="sheet">{heading}{shown}</div></main></body></html>"""
SHOWN = "() => document.querySelectorAll('[hidden]').forEach(element => element.hidden = false)"
"""What scripts would show."""


def answering(content: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=content, content_type="text/html")


@pytest.mark.parametrize("template", templates())
def test_an_example_can_be_read_by_everybody(template: str, small: Path, visitor: Come) -> None:
    guest = visitor(small)
    for number, example in enumerate(examples(template)):
        shown = example.html()
        heading = "" if "<h1" in shown else "<h1>Voorbeeld</h1>"
        if "<h3" in shown and "<h2" not in shown:
            heading += "<h2>Een lijst</h2>"
        content = PAGE.format(heading=heading, shown=shown)
        guest.page.unroute_all()
        guest.page.route("**/voorbeeld/", answering(content))
        page = guest.goes_to("voorbeeld/")
        page.evaluate(SHOWN)
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert flaws(page, scheme) == [], (number, width, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (number, width)
            if PICTURES:
                name = template.removeprefix("components/").removesuffix(".html").replace("/", "-")
                page.screenshot(path=OUTPUT / f"voorbeeld-{name}-{number}-{width}-{scheme}.jpg", type="jpeg")
    guest.is_content()
