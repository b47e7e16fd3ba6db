// Leaflet, and what puts markers together that stand close. Their small builds are scripts that leave a name behind: a
// third of what Leaflet's module weighs.

import { LEAFLET, LEAFLET_SHEET, SUPERCLUSTER } from "../../scripts/addresses.mjs";
import { made } from "../../scripts/made.mjs";

const at = (address) => new URL(`../../${address}`, import.meta.url).href;

await Promise.all([LEAFLET, SUPERCLUSTER].map((library) => import(at(library))));

export const { L, Supercluster } = globalThis;

/** Resolves when a map looks as it should. */
export function styled() {
  return new Promise((resolve, reject) => {
    document.head.append(made("link", { rel: "stylesheet", href: at(LEAFLET_SHEET), onload: resolve, onerror: reject }));
  });
}
