"""What worksheets are for: a pitch that grows, a tree, choices that lead to help, a group that sees what moved."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import flaws
from tests.browser.conftest import Come
from tests.browser.worksheets import (
    answers,
    sheet_of,
)

pytestmark = pytest.mark.browser


def test_as_text_it_can_go_into_a_report(lindedal: Path, visitor: Come) -> None:
    """Everything that was filled in, with its questions, and nothing that was left empty."""
    guest = visitor(lindedal, permissions=("clipboard-read", "clipboard-write"))
    page = sheet_of(guest, "samen-sterker")
    page.get_by_label("een andere rol").fill("ik schrijf mee")
    page.get_by_label("ik breng partijen bij elkaar").check()
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(page.locator(".ws__told")).to_contain_text("gekopieerd")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Samen sterker in zes stappen\n")
    assert "- ik breng partijen bij elkaar\n- ik schrijf mee" in text
    assert "STAP 2" not in text

    page = sheet_of(guest, "een-dorpsmaaltijd-voorbereiden")
    page.get_by_label("Wanneer is het?").fill("2026-10-09")
    page.get_by_label("Wat staat er op tafel?").fill("soep.")
    expect(page.locator(".ws__composed")).to_contain_text("op 9 oktober 2026 koken wij soep. Schuift u aan?")
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(page.locator(".ws__told")).to_contain_text("gekopieerd")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "Wanneer is het?\n9 oktober 2026\n" in text
    assert "op 9 oktober 2026 koken wij soep. Schuift u aan?" in text
    guest.is_content()


def test_the_pitch_grows_while_it_is_filled_in(lindedal: Path, visitor: Come) -> None:
    """One for each audience, the sentence composed at once, and a minute to read it in."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "elevator-pitch")
    pitch = page.locator(".ws__composed").first
    expect(pitch).to_contain_text("Ik ben … en ik werk bij …")
    page.get_by_label("Je naam of rol").first.fill("consulent")
    page.get_by_label("Je organisatie", exact=True).first.fill("het steunpunt.")
    expect(pitch).to_contain_text("Ik ben consulent en ik werk bij het steunpunt.")
    page.get_by_role("button", name="Start de klok").first.click()
    expect(page.locator(".ws__seconds").first).to_contain_text("Nog")
    page.get_by_role("button", name="Publiek erbij").click()
    expect(page.locator(".ws__composed")).to_have_count(2)
    expect(page.locator(".ws__composed").nth(1)).to_contain_text("Ik ben … en ik werk bij …")
    expect(page.locator(".ws__seconds").nth(1)).to_have_text("60 seconden")
    page.get_by_role("button", name="Stop de klok").click()
    expect(page.locator(".ws__seconds").first).to_have_text("60 seconden")
    guest.is_content()


def test_the_tree_is_made_with_keys_and_draws_itself(lindedal: Path, visitor: Come) -> None:
    """Enter makes a goal beside, Alt and an arrow move it; who works on it and how it is seen stand in the picture."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "doelenboom")
    goals = page.locator(".ws__goal")
    goals.nth(0).fill("Iedereen een vrije dag")
    goals.nth(1).fill("Oppas dichtbij")
    goals.nth(1).press("Enter")
    expect(goals.nth(3)).to_be_focused()
    page.keyboard.type("Werkgevers doen mee")
    page.keyboard.press("Alt+ArrowUp")
    expect(goals.nth(1)).to_have_value("Werkgevers doen mee")
    expect(goals.nth(1)).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowRight")
    expect(page.locator(".ws__node").nth(3)).to_have_attribute("data-level", "2")
    page.get_by_label("Wie werkt eraan?").nth(3).fill("het steunpunt")
    picture = page.locator(".ws__picture svg")
    expect(picture).to_contain_text("Werkgevers doen mee")
    expect(picture).to_contain_text("steunpunt")
    boxes = picture.locator("rect").all()
    assert len(boxes) == 3  # what has no goal yet is not drawn
    corners = [[float(box.get_attribute(name) or 0) for name in ("x", "y", "width", "height")] for box in boxes]
    for i, (x, y, w, h) in enumerate(corners):
        for other in corners[i + 1 :]:
            apart = x + w <= other[0] or other[0] + other[2] <= x or y + h <= other[1] or other[1] + other[3] <= y
            assert apart, "no box lies over another"
    goals.nth(1).focus()
    page.locator(".ws__node").nth(1).get_by_role("button", name="Haal weg").click()
    expect(picture).not_to_contain_text("Werkgevers doen mee")
    expect(page.locator(".ws__told")).to_contain_text("Subdoel is weg")
    page.get_by_role("button", name="Toch niet").click()
    expect(picture).to_contain_text("Werkgevers doen mee")
    page.evaluate("() => { window.print = () => { window.lines = document.querySelectorAll('.ws__node').length; }; }")
    page.get_by_role("button", name="Print leeg").click()
    assert page.evaluate("window.lines") == 10
    guest.is_content()


def test_choices_in_a_talk_lead_to_help_nearby(lindedal: Path, visitor: Come) -> None:
    """What may become lighter first leads to that help in this municipality."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "gesprek")
    link = page.get_by_role("link", name="Vervangende zorg")
    expect(link).to_be_hidden()
    page.get_by_label("even weg kunnen").check()
    expect(link).to_be_visible()
    link.click()
    page.wait_for_url("**/lindedal/hulp/vervangende-zorg/")
    guest.is_content()


def test_in_an_edition_of_several_it_leads_to_the_chosen_one(small: Path, visitor: Come) -> None:
    """Or to where the visitor came from."""
    guest = visitor(small)
    page = sheet_of(guest, "gesprek")
    page.get_by_label("het vervoer").check()
    page.get_by_role("link", name="Beek").click()
    expect(page.get_by_role("link", name="Vervoer")).to_have_attribute("href", "../../beek/hulp/vervoer/")
    page = guest.goes_to("werkbladen/gesprek/?gemeente=stein")
    expect(page.locator(".ws__tools")).to_be_visible()
    page.get_by_label("het vervoer").check()
    expect(page.get_by_role("link", name="Vervoer")).to_have_attribute("href", "../../stein/hulp/vervoer/")
    guest.is_content()


def test_a_group_sees_where_it_stands_and_what_moved(lindedal: Path, visitor: Come) -> None:
    """Own answers, those of others from their files, and those of last year: one picture, the same numbers as a table,
    and the tools for the weakest condition."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "stilstaan-bij-samenwerking")
    chart = page.locator(".ws__chart")
    expect(chart).to_contain_text("Geef eerst een paar cijfers")
    own = answers("44244", "bieb", "2026-11-01")
    page.locator("input[data-do=open]").set_input_files(own)  # type: ignore[arg-type]
    row = chart.locator("tbody tr")
    expect(row.nth(2)).to_have_text("Relatie2,0")
    others = [answers("24143", "thuiszorg", "2026-11-01"), answers("34355", "school", "2026-11-01")]
    page.locator("input[data-do=others]").set_input_files(others)  # type: ignore[arg-type]
    expect(chart.locator("thead")).to_have_text("ConditieNuLaagstHoogst")
    expect(row.nth(0)).to_have_text("Ambitie3,02,04,0")
    expect(row.nth(2)).to_have_text("Relatie2,01,03,0")
    expect(row.nth(3)).to_have_text("Organisatie4,34,05,0")
    expect(chart).to_contain_text("bieb, thuiszorg, school")
    expect(chart).to_contain_text("Het laagst staat relatie.")
    tools = [link.get_attribute("href") for link in chart.get_by_role("link").all()]
    assert tools and all(href and href.startswith("../../tools/") for href in tools)
    unsure = answers("1412-", "ooit", "2026-13-01")
    page.locator("input[data-do=earlier]").set_input_files(unsure)  # type: ignore[arg-type]
    expect(page.locator(".ws__told")).to_contain_text("Vergeleken met een eerdere keer.")
    earlier = answers("1412-", "toen", "2025-11-01")
    page.locator("input[data-do=earlier]").set_input_files(earlier)  # type: ignore[arg-type]
    expect(row.nth(0)).to_have_text("Ambitie3,02,04,01,0")
    expect(row.nth(4)).to_have_text("Proces4,03,05,0–")
    expect(chart).to_contain_text("1 november 2025")
    assert flaws(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    wide = chart.evaluate("chart => [chart.scrollWidth, chart.clientWidth]")
    assert wide[0] <= wide[1], "on a phone nothing of it is cut off, the earlier time included"
    letters = chart.locator("svg text").evaluate_all("all => all.map(text => text.getBoundingClientRect().height)")
    assert min(letters) >= 14
    page.reload()
    expect(row.nth(0)).to_have_text("Ambitie3,02,04,01,0")
    page.get_by_role("button", name="Zonder antwoorden van anderen").press("Enter")
    expect(row.nth(0)).to_have_text("Ambitie4,01,0")
    expect(page.locator(".ws__told")).to_contain_text("De antwoorden van anderen zijn weg.")
    expect(page.locator("input[data-do=others]")).to_be_focused()
    page.get_by_role("button", name="Zonder eerdere keer").press("Enter")
    expect(page.locator(".ws__told")).to_contain_text("De eerdere keer is weg.")
    expect(page.locator("input[data-do=earlier]")).to_be_focused()
    guest.is_content()
