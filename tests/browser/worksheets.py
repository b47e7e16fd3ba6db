"""A worksheet in a browser: written on, kept, or not yet there; what stands on it."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visitor
from tests.editions import LINDEDAL, ROOT

SHEETS = sorted(
    file.stem
    for folder in (ROOT / "generator/national/worksheets", LINDEDAL / "data/worksheets")
    for file in folder.glob("*.yml")
)

FILLED = """() => [...document.querySelectorAll(".ws__form :is(textarea, select, input)")].map(element =>
    element.type === "radio" || element.type === "checkbox" ? element.checked : element.value)"""
"""Everything that stands in the form, in order."""

WRITTEN = """() => [...document.querySelectorAll(".ws__form :is(textarea, select, input)")]
    .filter(element => (element.type !== "radio" && element.type !== "checkbox") || element.checked)
    .map(element => element.value).filter(Boolean)"""
"""All that somebody wrote and chose, in order."""

KEPT = "name => JSON.parse(localStorage.getItem(`mantelkaart.werkblad.${name}`) ?? 'null')"


FILL = """() => {
    const written = (element, value) => {
        element.value = value;
        element.dispatchEvent(new Event("input", {bubbles: true}));
    };
    const shown = selector => [...document.querySelectorAll(`.ws__form ${selector}`)].filter(e => e.checkVisibility());
    shown("textarea").forEach((area, number) => written(area, `antwoord ${number}`));
    for (const group of shown(":is(.ws__options, .ws__scale)")) group.querySelectorAll("input")[1].click();
    shown("input[type=date]").forEach(field => written(field, "2026-11-10"));
    for (const row of [...document.querySelectorAll(".ws__table--rings tbody tr")].slice(0, 3))
        for (const choice of row.querySelectorAll("select")) written(choice, choice.options[2].value);
}"""


WRITE = """([place, text]) => {
    const area = document.querySelectorAll(".ws__form textarea")[place];
    area.value = text;
    area.dispatchEvent(new Event("input", {bubbles: true}));
}"""
"""Write in one place, in one go."""


LIMITS = """() => {
    const {id, name, sections} = JSON.parse(document.querySelector("[data-module=worksheet]").dataset.definition);
    const x = count => "x".repeat(count);
    const row = (columns = [], count, more) =>
        ({...more, ...Object.fromEntries(columns.map(({id}) => [id, x(count)]))});
    const full = {
        text: () => x(400), long: () => x(5000), list: () => Array(200).fill(x(400)),
        table: ({columns}) => Array(200).fill(row(columns, 1000)),
        tree: ({columns}) => Array(200).fill(row(columns, 200, {depth: 0, goal: x(200)})),
        rings: () => Array(200).fill({name: x(120), kind: "", level: "", wanted: ""}),
    };
    const group = fields => Object.fromEntries(
        fields.filter(({kind}) => kind in full).map(field => [field.id, full[field.kind](field)]));
    const values = Object.fromEntries(sections.map(({id, fields, repeat}) =>
        [id, repeat ? Array(repeat.most).fill(group(fields)) : group(fields)]));
    return {kind: "mantelkaart-werkblad", version: 1, worksheet: id, name, values};
}"""
"""The file of a sheet with as many lines on it as it can hold, and far more in each than anybody writes."""

LARGEST = 16_000_000
"""Bytes of a file that may still be a sheet."""


def fill(page: Page) -> None:
    """Write in everything that can be written in, and choose something everywhere, at once."""
    page.evaluate(FILL)


def is_kept(page: Page, sheet: str) -> None:
    """Wait until the browser has kept what stands there: at the latest half a second after the last key."""
    page.wait_for_timeout(500)
    assert page.evaluate(KEPT, sheet) is not None


def sheet_of(guest: Visitor, sheet: str) -> Page:
    """A sheet that nobody has written on in this browser."""
    page = guest.goes_to(f"werkbladen/{sheet}/")
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.locator(".ws__tools")).to_be_visible()
    return page


@contextmanager
def before_its_script(guest: Visitor, sheet: str) -> Iterator[None]:
    """A sheet on a slow network: what is done here is done before its script comes, and ends when that is there."""
    page, under_way, slow = guest.page, list[Route](), True
    page.goto("about:blank")
    page.route("**/worksheet.mjs", lambda route: under_way.append(route) if slow else route.continue_())
    page.goto(f"{guest.root}werkbladen/{sheet}/", wait_until="domcontentloaded")
    for _ in range(2_000):
        if under_way:
            break
        page.wait_for_timeout(10)
    assert under_way
    expect(page.locator(".ws__tools")).to_be_hidden()
    yield
    slow = False
    for one in under_way:
        one.continue_()
    expect(page.locator(".ws__tools")).to_be_visible()
    page.unroute_all()


def link_to(text: str) -> str:
    """The end of a link to a sheet with one thing written on it."""
    return "#t=" + urlsafe_b64encode(json.dumps({"plan": {"op-wie": text}}).encode()).decode().rstrip("=")


def answers(marks: str, who: str, day: str) -> dict[str, Any]:
    """The file of somebody who gave each condition, in their order, one mark on all its scales; `-` is none."""
    scales = {
        "ambitie": ("zin", "merkbaar", "gedragen"), "belangen": ("bekend", "balans", "verschil"),
        "relatie": ("bellen", "eerlijk", "verwijzen"), "organisatie": ("afspraken", "tijd", "trekker"),
        "proces": ("terugkijken", "bijstellen", "nieuwe"),
    }  # fmt: skip
    values: dict[str, Any] = {"vooraf": {"samenwerking": "ons overleg", "datum": day, "wie": who}}
    for (id, names), mark in zip(scales.items(), marks, strict=True):
        values[id] = dict.fromkeys(names, mark.replace("-", ""))
    whole = {
        "kind": "mantelkaart-werkblad", "version": 1, "worksheet": "stilstaan-bij-samenwerking",
        "name": "Stilstaan bij samenwerking", "saved": day, "values": values,
    }  # fmt: skip
    return {"name": f"{who}.json", "mimeType": "application/json", "buffer": json.dumps(whole).encode()}
