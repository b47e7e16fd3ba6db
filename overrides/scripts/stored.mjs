// What this browser keeps for this edition, under a name that no other edition has.
//
// Editions in folders of one host share its storage. The one that keeps something there first has the names as scripts
// give them, as every edition had before; each other adds where it stands. So what was kept before keeps its name.

import { WORKER } from "./addresses.mjs";

const OURS = "mantelkaart.";
const OWNER = `${OURS}editie`;
const ROOT = new URL("..", import.meta.url).pathname;

const namesKept = () => Object.keys(localStorage).filter((name) => name.startsWith(OURS) && name !== OWNER);
const nameIn = (root, name) => `${name} ${root}`;

/** What was kept before editions were told apart is that of each one this browser knows. */
async function share(names) {
  for (const { scope, active } of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    const root = new URL(scope).pathname;
    if (root === ROOT || !active?.scriptURL.endsWith(`/${WORKER}`)) continue;
    for (const name of names) localStorage.setItem(nameIn(root, name), localStorage.getItem(name));
  }
}

function claim() {
  const names = namesKept();
  localStorage.setItem(OWNER, ROOT);
  if (names.length) share(names).catch(() => {}); // then the others begin with nothing
}

/** The name under which this edition keeps something. Throws where the browser keeps nothing. */
export function nameFor(name) {
  if (localStorage.getItem(OWNER) === null && namesKept().length) {
    try {
      claim();
    } catch {} // without room for that, what is there is read all the same
  }
  return (localStorage.getItem(OWNER) ?? ROOT) === ROOT ? name : nameIn(ROOT, name);
}

/** What is kept under a name; null when nothing is. Throws where the browser keeps nothing. */
export const read = (name) => localStorage.getItem(nameFor(name));

/** Keeps a text under a name, or nothing more when it is null. Throws where the browser keeps nothing. */
export function write(name, text) {
  if (text === null) {
    localStorage.removeItem(nameFor(name));
    if (!namesKept().length) localStorage.removeItem(OWNER);
    return;
  }
  if (localStorage.getItem(OWNER) === null) claim();
  localStorage.setItem(nameFor(name), text);
}
