"""What a fragment of the front says, given what a view tells it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.engine import front
from generator.rendering.templates import environment
from generator.texts.spoken import text


def fragment(name: str, context: Mapping[str, Any]) -> str:
    """The words of a page between its header and its footer."""
    html = (
        environment(front())
        .get_template(f"fragments/{name}.html")
        .render(context, root="", t=text("interface"), site_url="", report_to="", leave_to="https://www.knmi.nl/")
    )
    return re.sub(r"<[^>]+>", " ", html)
