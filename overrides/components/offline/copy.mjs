// The copy of the site on this device, as pages know it: a worker keeps it, unless the visitor wants none.

import { WORKER } from "../../scripts/addresses.mjs";
import { isSparing } from "../../scripts/sparing.mjs";
import { read, write } from "../../scripts/stored.mjs";

const CHOICE = "mantelkaart.offline";
const ONWARD = "mantelkaart.verder";

/** Whether this browser can keep a copy here; the part of a page that keeps it is left out where nobody should. */
export const possible = () => "serviceWorker" in navigator && Boolean(document.querySelector('[data-later="offline"]'));

/** Whether the visitor lets the site be kept: yes, until “Haal weg”. */
export function wanted() {
  try {
    return read(CHOICE) !== "uit";
  } catch {
    return true;
  }
}

function choose(keep) {
  try {
    write(CHOICE, keep ? null : "uit");
  } catch {
    // Then the choice holds for this page.
  }
}

/** Asks a worker something. */
export function ask(worker, question, data = {}) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: said }) => resolve(said);
    worker.postMessage({ ask: question, ...data }, [port2]);
  });
}

const line = () => document.querySelector('[data-later="offline"]');

/** The municipality a page is about: its own, or the one the visitor came from. */
function municipality() {
  const own = line().dataset.municipality;
  const from = new URLSearchParams(location.search).get("gemeente") ?? "";
  return own || (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(from) ? from : "");
}

const pathOf = (href) => href.replace(/[?#].*/s, "");

/** Remembers, as long as this window is there, where a link of the site leads: no page tells the next one its address. */
export function goOn(href) {
  try {
    sessionStorage.setItem(ONWARD, pathOf(href));
  } catch {
    // Then each page counts as the first.
  }
}

/** Whether a visitor comes from elsewhere, and not by a link of the site. */
function arrived() {
  try {
    return sessionStorage.getItem(ONWARD) !== pathOf(location.href);
  } catch {
    return true;
  }
}

const scriptOf = (root) => new URL(WORKER, root);

/** Whether a worker is that of the site at `root`: that of an edition in a folder above may answer too. */
export const isOf = (root, worker) => worker?.scriptURL === scriptOf(root).href;

/** The registration of the worker of the site at `root`, if there is one; a folder above may have one of its own. */
export async function registered(root) {
  const found = await navigator.serviceWorker.getRegistration(root.href);
  return found?.scope === root.href ? found : null;
}

/** A worker of a registration once it is at work. */
async function atWork(registration) {
  const { active, waiting, installing } = registration;
  const worker = active ?? waiting ?? installing;
  while (!["activating", "activated"].includes(worker.state)) {
    await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
    if (worker.state === "redundant") return atWork(registration);
  }
  return worker;
}

/** Sees to a worker for the site at `root` and tells it what is looked at. */
export async function keepCopy(root) {
  choose(true);
  const kind = { scope: root.pathname, updateViaCache: "none" };
  const registration = await navigator.serviceWorker.register(scriptOf(root), kind);
  const worker = await atWork(registration);
  const seen = isOf(root, navigator.serviceWorker.controller);
  const loaded = seen ? [] : [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)];
  ask(worker, "looked", { id: municipality(), listed: line().dataset.listed, arrived: arrived(), sparing: isSparing(), loaded });
  return worker;
}

/** Takes the copy away, and whoever kept it. */
export async function removeCopy(root) {
  choose(false);
  const registration = await registered(root);
  if (registration?.active) await ask(registration.active, "stop");
  await registration?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(`mantelkaart ${root.href} `)) await caches.delete(name);
}

/** A moment as the words of a sentence: {date}, {time}. */
export function inWords(when) {
  const moment = new Date(when);
  return {
    date: moment.toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" }),
    time: moment.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" }).replace(":", "."),
  };
}

/** A sentence with its words filled in. */
export const filled = (sentence, words) => sentence.replace(/\{(\w+)\}/g, (_, word) => words[word]);
