// What somebody chose leads to help nearby: for each choice the page of that kind of help in a municipality.

/** The municipality that links lead to: where the visitor came from, else the one chosen, else the only one. */
function placeOf(element) {
  const places = [...element.querySelectorAll("[data-place]")];
  const from = new URLSearchParams(location.search).get("gemeente");
  return places.find(({ dataset, ariaCurrent }) => ariaCurrent === "true" || dataset.place === from)?.dataset.place;
}

/** Lets a list of links follow what is chosen. */
export function leads(element, root) {
  const links = element.querySelector(".ws__leads");
  if (!links) return;
  const several = links.querySelector("[data-place]");
  const show = () => {
    const chosen = new Set([...element.querySelectorAll(":checked")].map(({ value }) => value));
    const place = several ? placeOf(links) : null;
    for (const item of links.querySelectorAll("[data-option]")) {
      item.hidden = !chosen.has(item.dataset.option) || Boolean(several && !place);
      const link = item.querySelector("a");
      if (place) link.href = `${root}${place}/hulp/${link.dataset.help}/`;
    }
    links.hidden = ![...element.querySelectorAll("[data-option]")].some(({ dataset }) => chosen.has(dataset.option));
  };
  links.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-place]");
    if (!chosen) return;
    event.preventDefault();
    for (const place of links.querySelectorAll("[data-place]")) place.ariaCurrent = place === chosen ? "true" : null;
    show();
  });
  return show;
}
