"""Each component shows what it is by an example in its own folder, and its template needs nothing else."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.front.examples import described, examples, templates

_VOID = ("br", "hr", "img", "input", "wbr")


class Balanced(HTMLParser):
    """Reads HTML in which everything is closed as it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag} {names}>"
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What is empty in a drawing closes itself."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_template_has_an_example_and_every_example_a_template() -> None:
    assert len(templates()) > 25
    assert list(described()) == templates()


@pytest.mark.parametrize("template", templates())
def test_an_example_is_whole(template: str) -> None:
    """Nothing that the template asks for is missing, and what it makes is closed as it was opened."""
    shown = [example.html() for example in examples(template)]
    assert any(html.strip() for html in shown)
    for html in shown:
        reader = Balanced()
        reader.feed(html)
        reader.close()
        assert reader.open == []
