"""“Lees voor”: what a voice is given to say, in which order, and what the visitor can do meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import flaws
from tests.browser.conftest import OUTPUT, PICTURES, Visitor, until

pytestmark = pytest.mark.browser

OPPAS = "organisaties/lindedalse-handen/oppas-aan-huis/"

VOICE = """
(() => {
    const spoken = [];
    let waiting = null;
    class Utterance extends EventTarget {
        constructor(text) { super(); this.text = text; }
    }
    const stub = Object.assign(new EventTarget(), {
        voices: VOICES,
        getVoices() { return this.voices; },
        speak(utterance) { spoken.push(utterance); waiting = utterance; },
        cancel() {
            const stopped = waiting;
            waiting = null;
            if (stopped) setTimeout(() => stopped.dispatchEvent(new Event("error")));
        },
    });
    Object.defineProperty(window, "speechSynthesis", {value: stub});
    window.SpeechSynthesisUtterance = Utterance;
    window.said = () => spoken.map(({text}) => text);
    window.voiceOf = () => spoken.at(-1).voice.name;
    window.silent = () => waiting === null;
    window.finish = (event = "end") => {
        const done = waiting;
        waiting = null;
        done.dispatchEvent(new Event(event));
    };
    delete Navigator.prototype.serviceWorker;
})();
"""
OWN = '{name: "Eigen", lang: "nl_NL", localService: true}'
CLOUD = '{name: "Bedrijf", lang: "nl-NL", localService: false}'
FLEMISH = '{name: "Vlaams", lang: "nl-BE", localService: true}'
ENGLISH = '{name: "English", lang: "en-GB", localService: true}'

LOADED = "async part => performance.getEntriesByType('resource').some(({name}) => name.includes(part))"

Reader = Callable[..., Visitor]


@pytest.fixture
def reader(chromium: Browser, serve: Callable[[Path], str]) -> Iterator[Reader]:
    """Somebody whose device has these voices; each says what it should, and is ready when the test says so."""
    contexts: list[BrowserContext] = []

    def come(site: Path, *voices: str, **settings: Any) -> Visitor:
        contexts.append(chromium.new_context(locale="nl-NL", reduced_motion="reduce", **settings))
        contexts[-1].add_init_script(VOICE.replace("VOICES", f"[{', '.join(voices)}]"))
        guest = Visitor(contexts[-1])
        guest.root = serve(site)
        return guest

    yield come
    for context in contexts:
        context.close()


def said(page: Page) -> list[str]:
    found: list[str] = page.evaluate("said()")
    return found


def read_on(page: Page, most: int = 200) -> list[str]:
    """Let the voice say everything. What it said."""
    for _ in range(most):
        if page.evaluate("silent()"):
            break
        page.evaluate("finish()")
    return said(page)


def test_a_page_is_read_from_its_heading_on(lindedal: Path, reader: Reader) -> None:
    """Heading, first sentence, what it is, the facts with their labels: no buttons, no way back, no foot."""
    guest = reader(lindedal, CLOUD, FLEMISH, OWN)
    page = guest.goes_to(OPPAS)
    page.get_by_role("button", name="Lees voor").click()
    assert page.evaluate("voiceOf()") == "Eigen"
    words = read_on(page)
    first = [
        "Lindedalse Handen", "Oppas aan huis",
        "Een vrijwilliger blijft bij uw naaste, zodat u een dagdeel weg kunt.",
    ]  # fmt: skip
    assert words[:3] == first
    assert any(text.startswith("Kosten: ") for text in words)
    whole = " | ".join(words)
    for unread in ("Bewaar in rugzak", "Bel 0800", "Alle hulp in Lindedal", "Privacy", "Lees voor", "Klopt er iets"):
        assert unread not in whole, unread
    assert len(words) == len(set(words))
    expect(page.get_by_role("button", name="Lees voor")).to_be_visible()
    expect(page.locator(".aloud__now")).to_have_count(0)
    guest.is_content()


def test_a_number_is_said_digit_by_digit(lindedal: Path, reader: Reader) -> None:
    """In groups, as people say it; years, dates and amounts stay as they are."""
    guest = reader(lindedal, OWN)
    page = guest.goes_to("over/")
    page.locator("article h1").evaluate(
        """heading => heading.insertAdjacentHTML("afterend",
            "<p>Bel 0800 000 0130 of <a href='tel:112'>112</a>, ook in 2026, op 01-02-2026, voor € 12,50 of 1 200.</p>"
            + "<p>Of bel 14 046, 046-123 45 67 of 0461234567.</p>")"""
    )
    page.get_by_role("button", name="Lees voor").click()
    words = read_on(page)
    assert "Bel 0 8 0 0, 0 0 0, 0 1 3 0 of 1 1 2, ook in 2026, op 01-02-2026, voor € 12,50 of 1 200." in words
    assert "Of bel 1 4, 0 4 6, 0 4 6, 1 2 3, 4 5, 6 7 of 0 4 6 1 2 3 4 5 6 7." in words


@pytest.mark.parametrize(
    "address",
    ["organisaties/lindedalse-handen/", "lindedal/kennisrugzak/een-keer-je-verhaal/", "tools/waaier-wie-doet-wat/",
     "praktijkvoorbeelden/kringetje-in-oosterlinde/", "over/"],
)  # fmt: skip
def test_every_page_with_a_text_can_be_read(lindedal: Path, reader: Reader, address: str) -> None:
    """All headings of the article are said, in their order."""
    guest = reader(lindedal, OWN)
    page = guest.goes_to(address)
    page.get_by_role("button", name="Lees voor").click()
    words = read_on(page)
    headings: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("article :is(h1, h2, h3)")]
            .filter(heading => !heading.closest(".report, details:not([open])"))
            .map(heading => heading.textContent.replace(/\\s+/g, " ").trim())"""
    )
    assert headings
    assert [text for text in words if text in headings] == headings
    assert len(words) > len(headings) + 2
    guest.is_content()


@pytest.mark.parametrize("address", ["lindedal/", "lindedal/hulp/", "rugzak/"])
def test_a_page_of_choices_has_no_such_button(lindedal: Path, reader: Reader, address: str) -> None:
    page = reader(lindedal, OWN).goes_to(address)
    page.wait_for_selector("a.kept:not([hidden])", state="attached")
    until(page, LOADED, "read-aloud")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("button", name="Lees voor")).to_have_count(0)


def test_only_a_dutch_voice_of_the_device_itself(lindedal: Path, reader: Reader) -> None:
    """A company's voice or an English one gives no button; one that comes late does."""
    guest = reader(lindedal, CLOUD, ENGLISH)
    page = guest.goes_to(OPPAS)
    until(page, LOADED, "passages")
    page.wait_for_load_state("networkidle")
    button = page.get_by_role("button", name="Lees voor")
    expect(button).to_have_count(0)
    page.evaluate(f"speechSynthesis.voices.push({FLEMISH}); speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
    button.click()
    assert page.evaluate("voiceOf()") == "Vlaams"


def test_the_keyboard_pauses_goes_on_and_stops(lindedal: Path, reader: Reader) -> None:
    """The passage that is read is marked; going on begins it again; stopping gives the first button the focus."""
    guest = reader(lindedal, OWN)
    page = guest.goes_to(OPPAS)
    page.get_by_role("button", name="Lees voor").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Pauze")).to_be_focused()
    page.evaluate("finish()")
    expect(page.locator(".aloud__now")).to_have_text("Oppas aan huis")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Lees verder")).to_be_focused()
    assert page.evaluate("silent()")
    expect(page.locator(".aloud__now")).to_have_text("Oppas aan huis")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Pauze")).to_be_focused()
    assert said(page) == ["Lindedalse Handen", "Oppas aan huis", "Oppas aan huis"]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Lees voor")).to_be_focused()
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()
    expect(page.locator(".aloud__now")).to_have_count(0)
    assert page.evaluate("silent()")
    page.keyboard.press("Enter")
    assert said(page)[-1] == "Lindedalse Handen", "from the beginning"
    guest.is_content()


def test_a_voice_that_fails_leaves_the_page_as_it_was(lindedal: Path, reader: Reader) -> None:
    page = reader(lindedal, OWN).goes_to(OPPAS)
    page.get_by_role("button", name="Lees voor").click()
    page.evaluate("finish('error')")
    expect(page.get_by_role("button", name="Lees voor")).to_be_visible()
    expect(page.locator(".aloud__now")).to_have_count(0)


def test_who_leaves_hears_no_more(lindedal: Path, reader: Reader) -> None:
    page = reader(lindedal, OWN).goes_to(OPPAS)
    page.get_by_role("button", name="Lees voor").click()
    assert not page.evaluate("silent()")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("silent()")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_while_it_reads_the_buttons_stay_in_sight(lindedal: Path, reader: Reader, width: int, scheme: Any) -> None:
    """However far it has come, and what is marked can be read; no flaw."""
    guest = reader(lindedal, OWN, viewport={"width": width, "height": 780}, color_scheme=scheme)
    page = guest.goes_to(OPPAS)
    page.get_by_role("button", name="Lees voor").click()
    for step in range(12):
        if step in (2, 8):
            assert flaws(page) == []
            if PICTURES:
                page.screenshot(path=OUTPUT / f"lees-voor-{step}-{width}-{scheme}.jpg", type="jpeg")
        page.evaluate("finish()")
        expect(page.locator(".aloud__now")).to_be_in_viewport(ratio=0.99)
    box = page.get_by_role("button", name="Pauze").bounding_box()
    assert box is not None and 0 <= box["y"] < 780
    assert box["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    guest.is_content()
