// Leaflet, and what puts markers together that stand close. Their small builds are scripts that leave a name behind: a
// third of what Leaflet's module weighs.

import { library } from "../../scripts/addresses.mjs";
import { made } from "../../scripts/made.mjs";

const at = (file) => new URL(`../../${library(file)}`, import.meta.url).href;

await Promise.all([import(at("leaflet.mjs")), import(at("supercluster.mjs"))]);

export const { L, Supercluster } = globalThis;

/** Resolves when a map looks as it should. */
export function styled() {
  return new Promise((resolve, reject) => {
    document.head.append(made("link", { rel: "stylesheet", href: at("leaflet.css"), onload: resolve, onerror: reject }));
  });
}
