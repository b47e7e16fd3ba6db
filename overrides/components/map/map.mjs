// The results of the list on a map: the municipality's outline, its villages, and a marker for each place where one can go.
// It needs no pictures from elsewhere; `background.mjs` adds those for who asks.

import { background, COUNTRY } from "./background.mjs";
import { L, styled, Supercluster } from "./libraries.mjs";
import { contents, named, together } from "./popup.mjs";
import { beside, spots } from "./spots.mjs";
import { loaded } from "../../scripts/loaded.mjs";
import { made } from "../../scripts/made.mjs";

const CLOSEST = 19;
const EVERYWHERE = [-180, -85, 180, 85];
/** How much to show around a place that somebody chose, in metres. */
const AROUND = 4000;
const PIN = { iconSize: [44, 50], iconAnchor: [22, 50] };
const CLUSTER = { iconSize: [48, 48], iconAnchor: [24, 24] };

/** A map that moves at once for who wants no motion. */
const Calm = L.Map.extend({
  panBy(offset, options) {
    return L.Map.prototype.panBy.call(this, offset, { ...options, animate: false });
  },
});

function mapIn(picture) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new (still ? Calm : L.Map)(picture, {
    attributionControl: false,
    zoomControl: false,
    minZoom: 7,
    maxZoom: CLOSEST,
    zoomSnap: 0.25,
    // The page scrolls under one finger and under the wheel, wherever the map is: who reads on is never caught in it. On a
    // touch screen two fingers move the map, and two taps and the buttons lead everywhere for who has one finger.
    dragging: !matchMedia("(pointer: coarse)").matches,
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  L.control.scale({ imperial: false }).addTo(map);
  map.createPane("places").style.zIndex = 450;
  return map;
}

/** Whether a box touches none of others. */
function clear(box, others) {
  return others.every((one) => box.right < one.left || box.left > one.right || box.bottom < one.top || box.top > one.bottom);
}

/**
 * Names of villages at their middle: under it, or above it when a marker stands there. Where two names would stand on each other
 * the second one waits until one comes closer.
 */
function villages(map, places) {
  const labels = places.map(([name, ...at]) => {
    const icon = L.divIcon({ className: "village", iconSize: null, html: made("span", { textContent: name }) });
    const label = L.marker(at, { icon, pane: "places", interactive: false, keyboard: false }).addTo(map).getElement();
    label.setAttribute("aria-hidden", "true");
    return label.firstChild;
  });
  return (markers) => {
    const taken = [];
    const held = markers.map((marker) => marker.getBoundingClientRect());
    for (const label of labels) {
      const boxes = ["below", "lower", "above"].map((side) => {
        label.dataset.side = side;
        return { side, box: label.getBoundingClientRect() };
      });
      const free = boxes.filter(({ box }) => clear(box, taken));
      const best = free.find(({ box }) => clear(box, held)) ?? free[0];
      label.dataset.side = best?.side ?? "none";
      if (best) taken.push(best.box);
    }
  };
}

/**
 * @param {HTMLElement} section the map's own part of the page
 * @param {Array<[string, number, number]>} places the villages, with their middle
 * @param {object} said
 * @param {{root: string, carry: string}} around
 * @returns {Promise<{show: (records: Array<object>, view: {at: ?[number, number], whole: boolean}) => void}>}
 */
export default async function open(section, places, said, around) {
  const picture = section.querySelector(".map__picture");
  const told = section.querySelector(".map__told");
  const { boundary } = section.dataset;
  const [shape] = await Promise.all([boundary ? loaded(boundary) : null, styled()]);

  const map = mapIn(picture);
  const drawn = shape && L.polygon(shape.boundary, { className: "area", interactive: false });
  const area = L.latLngBounds(places.map(([, ...at]) => at));
  if (drawn) area.extend(drawn.getBounds());
  map.fitBounds(area.isValid() ? area : COUNTRY); // nothing stands on a map that shows nothing yet
  drawn?.addTo(map);
  const tidy = villages(map, places);
  const layer = L.layerGroup().addTo(map);
  let index = null;
  let all = [];
  let far = 0;
  let shown = "";
  let markers = [];
  let popup = null;

  /** The marker that stands for a place at this scale: its own, or that of the places around it. */
  const standing = (spot) => markers.find(({ within }) => within.includes(spot))?.element;

  function marker(at, within, name, press, icon) {
    const one = L.marker(at, { icon, riseOnHover: true }).addTo(layer);
    const element = one.getElement();
    element.setAttribute("aria-label", name);
    element.dataset.records = within.flatMap(({ records }) => records.map(({ key }) => key)).join(" ");
    one.on("click", press);
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      press();
    });
    markers.push({ element, within });
  }

  function pin(spot) {
    const number = spot.records.length > 1 ? spot.records.length : "";
    const icon = L.divIcon({ ...PIN, className: "pin", html: made("span", { textContent: number }) });
    marker(spot.at, [spot], named(spot, said), () => enter(spot), icon);
    markers.at(-1).element.setAttribute("aria-haspopup", "dialog");
  }

  function cluster(id, at, within) {
    const icon = L.divIcon({ ...CLUSTER, className: "cluster", html: made("span", { textContent: within.length }) });
    const press = () => map.setView(at, Math.min(index.getClusterExpansionZoom(id), CLOSEST));
    marker(at, within, together(within, said), press, icon);
  }

  /** Markers for this scale, in the order of the list. Focus stays with the place it was at. */
  function draw() {
    if (!index) return;
    const focused = markers.find(({ element }) => element === document.activeElement)?.within[0];
    layer.clearLayers();
    markers = [];
    const groups = index.getClusters(EVERYWHERE, map.getZoom()).map(({ geometry, properties: { cluster_id: id, number } }) => {
      const numbers = id === undefined ? [number] : index.getLeaves(id, Infinity).map(({ properties }) => properties.number);
      return { id, at: [...geometry.coordinates].reverse(), numbers: numbers.sort((a, b) => a - b) };
    });
    groups.sort((a, b) => a.numbers[0] - b.numbers[0]);
    for (const { id, at, numbers } of groups) {
      const within = numbers.map((number) => all[number]);
      if (id === undefined) pin(within[0]);
      else cluster(id, at, within);
    }
    if (focused) standing(focused)?.focus({ preventScroll: true });
    tidy(markers.map(({ element }) => element));
  }

  function enter(spot) {
    const { x, y } = map.getSize();
    const content = contents(spot, { ...around, said, close: leave });
    content.lastChild.style.maxHeight = `${Math.max(y - 110, 80)}px`;
    content.setAttribute("role", "dialog");
    content.setAttribute("aria-label", named(spot, said));
    popup = L.popup({ closeButton: false, offset: [0, -40], minWidth: 0, maxWidth: Math.min(x - 40, 320), autoPanPadding: [10, 10] });
    popup.spot = spot;
    popup.setLatLng(spot.at).setContent(content).openOn(map);
    content.querySelector("a").focus({ preventScroll: true });
  }

  /** Who closes it is back where it was opened; who presses elsewhere on the map is there. */
  function leave() {
    const { spot } = popup;
    map.closePopup();
    standing(spot)?.focus({ preventScroll: true });
  }

  map.on("popupclose", () => {
    popup = null;
  });
  section.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && popup) leave();
  });
  map.on("zoomend", draw);

  /** The whole municipality, what was found in and around it, or what is nearest to a place. */
  function frame({ at, whole }) {
    const home = area.isValid() ? area : L.latLngBounds(all.map((spot) => spot.at));
    const around = home.pad(0.3);
    const near = all.filter((spot) => around.contains(spot.at));
    let wanted = home;
    if (at) {
      const away = (spot) => map.distance(at, spot.at);
      const nearest = [...all].sort((a, b) => away(a) - away(b)).slice(0, 3);
      wanted = L.latLng(at).toBounds(AROUND);
      for (const spot of nearest) wanted.extend(spot.at);
    } else if (!whole && near.length) wanted = L.latLngBounds(near.map((spot) => spot.at));
    fit(wanted);
    far = all.filter((spot) => !map.getBounds().contains(spot.at)).length;
  }

  function fit(bounds) {
    // A pin stands above its place, a name below it.
    map.fitBounds(bounds, { paddingTopLeft: [26, 54], paddingBottomRight: [26, 40], maxZoom: 14, animate: false });
  }

  function tell(records) {
    const { afar, unplaced } = beside(records);
    const placed = new Set(all.flatMap((spot) => spot.records)).size;
    const line = (name, count) => count && said[`${name}_${count === 1 ? "one" : "many"}`].replace("{count}", count);
    const first = placed === 0 ? said.none : placed === 1 ? said.one : said.many.replace("{count}", placed);
    const lines = [first, line("beside", afar), line("unplaced", unplaced), line("far", far)];
    told.replaceChildren(...lines.filter(Boolean).map((textContent) => made("span", { textContent })));
  }

  // Beneath the picture, where they stand in the way of no marker.
  const tools = section.querySelector(".map__tools");
  const [closer, further, everything] = tools.querySelectorAll("button");
  closer.addEventListener("click", () => map.zoomIn());
  further.addEventListener("click", () => map.zoomOut());
  everything.addEventListener("click", () => fit(L.latLngBounds(all.map((spot) => spot.at)).extend(area)));
  const after = section.querySelector(".map__after");
  section.querySelector(".map__skip").addEventListener("click", () => after.focus());
  background(L, map, section, said);

  return {
    show(records, view) {
      map.invalidateSize({ pan: false });
      const now = JSON.stringify([records.map(({ key }) => key), view]);
      if (now === shown) return;
      shown = now;
      map.closePopup();
      all = spots(records);
      index = new Supercluster({ radius: 56, extent: 256, maxZoom: CLOSEST - 1 });
      index.load(all.map(({ at: [lat, lon] }, number) => ({ type: "Feature", properties: { number }, geometry: { type: "Point", coordinates: [lon, lat] } })));
      frame(view);
      draw(); // also where the scale stays as it was
      tell(records);
    },
  };
}
