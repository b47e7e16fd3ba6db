// What somebody chose leads to help nearby: for each choice the page of that kind of help in a municipality.

import { help } from "../../scripts/addresses.mjs";

/** The municipality that links lead to: the one chosen, else where the visitor came from. */
function placeOf(links) {
  const places = [...links.querySelectorAll("[data-place]")];
  const from = new URLSearchParams(location.search).get("gemeente");
  const chosen = places.find(({ ariaCurrent }) => ariaCurrent === "true") ?? places.find(({ dataset }) => dataset.place === from);
  return chosen?.dataset.place;
}

/** Shows the links that belong to what is chosen in a field. */
export function showLeads(element, root) {
  const links = element.querySelector(".ws__leads");
  if (!links) return;
  const chosen = new Set([...element.querySelectorAll(":checked")].map(({ value }) => value));
  const several = links.querySelector("[data-place]");
  const place = several && placeOf(links);
  const items = [...links.querySelectorAll("[data-option]")];
  for (const item of items) {
    item.hidden = !chosen.has(item.dataset.option) || Boolean(several && !place);
    const link = item.querySelector("a");
    if (place) link.href = root + help(place, link.dataset.help);
  }
  links.hidden = !items.some(({ dataset }) => chosen.has(dataset.option));
}

/** Chooses the municipality that links lead to. */
export function choosePlace(chosen) {
  for (const place of chosen.parentElement.querySelectorAll("[data-place]")) place.ariaCurrent = place === chosen ? "true" : null;
}
