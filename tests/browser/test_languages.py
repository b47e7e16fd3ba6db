"""Who reads no Dutch finds help too: asks in English, is answered in English, and gets the same offers."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import flaws as faults
from tests.browser.conftest import Come

pytestmark = pytest.mark.browser

ENGLISH = """async ([root, asked]) => {
  const { ask, ready } = await import(`${root}components/finder/ready.mjs`);
  const all = await ready(root, "lindedal", "en");
  await Promise.all([all.details.all(), all.whole()]);
  return asked.map((question) => {
    const { found, lines } = ask(all, question);
    const shown = found.slice(0, 3).map(({ number }) => all.records[number]);
    const terms = shown.flatMap(({ terms }) => terms.map((term) => all.vocabulary.terms[term].id));
    return { terms, acute: lines.map(({ id }) => id) };
  });
}"""

QUESTIONS = {
    "who can cook for my father": "maaltijden",
    "meals on wheels": "maaltijden",
    "cleaning lady": "huishouden",
    "I need a break": "vervangende-zorg",
    "respite care": "vervangende-zorg",
    "someone to talk to": "emotionele-steun",
    "transport to the hospital": "vervoer",
    "wheelchair": "wonen-en-hulpmiddelen",
    "filling in forms": "administratie",
    "my husband has dementia": "dementie",
    "alzheimers": "dementie",
    "money worries": "geldzorgen",
    "carer support group": "lotgenoten",
    "I'm exhausted": "het-wordt-te-veel",
    "district nurse": "persoonlijke-verzorging",
    "wheelchiar": "wonen-en-hulpmiddelen",
    "vervangende zorg": "vervangende-zorg",
}
"""Questions in English (one misspelt, one with a Dutch word from a letter), each with a term it is about."""

DANGER = {
    "I want to kill myself": "zelfdoding",
    "my son says he wants to die": "zelfdoding",
    "she doesn't want to live anymore": "zelfdoding",
    "suicidal thoughts": "zelfdoding",
    "my husband hits me": "geweld",
    "I am afraid of my husband": "geweld",
    "domestic violence": "geweld",
    "he can't breathe": "gevaar",
    "call an ambulance": "gevaar",
    "my mother is unconscious": "gevaar",
    "chest pain": "gevaar",
    "I need a doctor now": "dringend-medisch",
    "she has fallen and cannot get up": "dringend-medisch",
}
NO_DANGER = (
    "I could kill for a weekend off",
    "of course he needs company",
    "support group for the bereaved",
    "fall prevention training",
    "doctor's letter for a wheelchair",
    "he will need a break",
    "help after a stroke",
)


def test_questions_in_english_lead_to_what_helps(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/en/")
    found = page.evaluate(ENGLISH, [guest.root, list(QUESTIONS)])
    missed = [
        question
        for (question, term), answer in zip(QUESTIONS.items(), found, strict=True)
        if term not in answer["terms"]
    ]
    assert missed == []


def test_danger_is_heard_in_english(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/en/")
    heard = page.evaluate(ENGLISH, [guest.root, list(DANGER)])
    assert [q for (q, term), answer in zip(DANGER.items(), heard, strict=True) if term not in answer["acute"]] == []
    calm = page.evaluate(ENGLISH, [guest.root, list(NO_DANGER)])
    assert [q for q, answer in zip(NO_DANGER, calm, strict=True) if answer["acute"]] == []


def own_words(page: Page) -> str:
    """What the page says itself: not the records, which stay in Dutch and say so."""
    return str(
        page.evaluate(
            """() => {
              const copy = document.body.cloneNode(true);
              const records = "[lang=nl], .by, .brand, .counter, script, noscript, [hidden]";
              copy.querySelectorAll(records).forEach((one) => one.remove());
              return copy.textContent;
            }"""
        )
    )


def test_the_whole_way_in_english(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/")
    page.get_by_role("link", name="Find help, in English").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What would help you?")
    expect(page.get_by_text("Narrow down")).to_be_visible()
    page.get_by_role("link", name="Money worries").click()
    expect(page).to_have_url(f"{guest.root}lindedal/en/#situatie=geldzorgen")
    expect(page.locator("[data-result-count]")).to_contain_text("possibilities")
    page.locator("input[type=search]").fill("someone for the forms")
    expect(page.locator("mark", has_text="Paperwork").first).to_be_visible()
    expect(page.locator(".find__results h3[lang=nl]").first).to_be_visible()
    words = own_words(page).lower().split()
    dutch = {"de", "het", "een", "van", "bel", "gratis", "gecontroleerd", "zoek"}
    assert [" ".join(words[place - 3 : place + 3]) for place, word in enumerate(words) if word in dutch] == []
    assert faults(page) == []
    guest.is_content()


def test_without_scripts_it_leads_to_the_lists(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal, java_script_enabled=False)
    page = guest.goes_to("lindedal/en/")
    page.get_by_role("link", name="Money worries").click()
    expect(page).to_have_url(f"{guest.root}lindedal/situatie/geldzorgen/")
