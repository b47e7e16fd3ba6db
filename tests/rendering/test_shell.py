"""A shell is cut where pages differ, and filled with what a page has to say: nothing more, nothing less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.shell import SLOTS, Bulk, Shell, from_root

TEMPLATE = "<title>{bulk.title}</title>{bulk.head}<main>{bulk.content}</main><footer>{bulk.title}</footer>"


def shell() -> Shell:
    return Shell.cut(TEMPLATE.format(bulk=Bulk()))


def test_every_slot_gets_what_a_page_has_for_it() -> None:
    """A slot may stand in a shell more than once, or not at all."""
    page = shell().filled({name: f"[{name}]" for name in SLOTS})
    assert page == "<title>[title]</title>[head]<main>[content]</main><footer>[title]</footer>"


def test_a_shell_can_be_filled_again_and_again() -> None:
    one = shell()
    first = one.filled(dict.fromkeys(SLOTS, "a"))
    assert one.filled(dict.fromkeys(SLOTS, "b")) == first.replace(">a", ">b").replace("a<", "b<")
    assert one.filled(dict.fromkeys(SLOTS, "a")) == first


def test_a_shell_without_room_for_the_content_is_refused() -> None:
    with pytest.raises(ValueError, match="geen plek voor de inhoud"):
        Shell.cut(f"<title>{Bulk().title}</title><main></main>")


def test_a_template_that_asks_for_a_slot_there_is_not_fails() -> None:
    with pytest.raises(AttributeError):
        _ = Bulk().contents


@given(st.text() | st.sampled_from(SLOTS).map(lambda name: f"\u2063{name}\u2063"))
def test_what_a_page_says_is_never_taken_for_a_slot(said: str) -> None:
    """Also when somebody writes the very mark: it stays text."""
    filled = shell().filled({**dict.fromkeys(SLOTS, ""), "content": said})
    assert filled == f"<title></title><main>{said}</main><footer></footer>"


def test_links_from_the_root_are_seen_from_the_page() -> None:
    """A site may be in a folder of another. What doesn't start at the root is left as it is."""
    html = '<a href="/stein/">x</a><img src="/logo.svg"><a href="hulp/">y</a><a href="https://x.nl/">z</a> href="/'
    assert from_root(html, "../../") == (
        '<a href="../../stein/">x</a><img src="../../logo.svg"><a href="hulp/">y</a>'
        '<a href="https://x.nl/">z</a> href="../../'
    )
    assert from_root('<a class="button" href="/">x</a>', "./") == '<a class="button" href="./">x</a>'
