// The pictures of the Kadaster beneath the map. Each comes from another host, so only after a button that says so.

const TILES = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png";
/** The corners of the Netherlands. */
export const COUNTRY = [
  [50.5, 3.2],
  [53.7, 7.3],
];

/**
 * @param {object} L Leaflet
 * @param {object} map
 * @param {Element} section where the button and the sentence about it stand
 * @param {object} said
 */
export function background(L, map, section, said) {
  const ask = section.querySelector(".map__ask");
  const button = ask.querySelector("button");
  const text = ask.querySelector("p");
  const explained = text.textContent;
  const credit = section.querySelector(".map__credit");
  const { zoomSnap } = map.options;
  const layer = L.tileLayer(TILES, { bounds: COUNTRY, minZoom: 7, maxZoom: 19 });
  let came = 0;

  /** The names on the pictures take the place of ours, from the moment there are any. */
  function state(pictures, sentence) {
    section.toggleAttribute("data-pictures", pictures);
    credit.hidden = !pictures;
    text.textContent = sentence;
    text.hidden = !sentence;
  }

  layer.on("loading", () => {
    came = 0;
  });
  layer.on("tileload", () => {
    came += 1;
    state(true, "");
  });
  layer.on("tileerror", () => {
    if (!came) state(false, said.background_failed);
  });

  button.addEventListener("click", () => {
    const on = map.hasLayer(layer);
    // Halfway between two of their scales the pictures are blurred.
    map.options.zoomSnap = on ? zoomSnap : 1;
    map.setZoom(Math.floor(map.getZoom()), { animate: false });
    if (on) layer.remove();
    else layer.addTo(map);
    state(false, on ? explained : "");
    button.textContent = on ? button.dataset.show : button.dataset.hide;
  });
}
