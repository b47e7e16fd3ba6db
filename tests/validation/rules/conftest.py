"""Rules judge records as they stand in files."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest

from generator.records.files import RecordFile
from generator.validation.content import read_content

Judge = Callable[..., list[str]]


@pytest.fixture
def judge() -> Judge:
    """What is found in an organisation with these lines added: `path code` for each, in order of their lines."""

    def judged(more: str, kind: str = "organisation", id: str = "de-proef") -> list[str]:
        text = dedent(more)
        if kind == "organisation":
            text = (
                "name: De Proef\nsummary: Helpt mensen.\narea: [stein]\nchecked: {date: 2026, source: Website}\n"
                "website: https://deproef.example/\n" + text
            )
        _, found, _ = read_content(RecordFile(f"{id}.yml", id, kind, id, national=False), text.encode())  # type: ignore[arg-type]
        return [f"{'.'.join(map(str, path))} {code}".strip() for _, _, path, code, _ in found]

    return judged
