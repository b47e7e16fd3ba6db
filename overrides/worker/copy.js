// The copy of the site on this device: where it stands, what is in it, and what of that may answer.
//
// Each thing in it carries the name of its content, worked out here from its bytes, as the lists of the build name it.
// What no list named when it was looked at has none, and neither has what an earlier worker kept. Such a thing has to
// look right each time it answers, and gets its name when a list is found to name it.

// A worker can't import in every browser: the build puts LETTERS, offlineCopy and notKept before this, from `urls`, and
// the other files of this folder after it.

const SCOPE = registration.scope;
const ROOT = new URL(SCOPE).pathname;
const OURS = `mantelkaart ${SCOPE} `; // other editions on the same host keep things too
const COPY = `${OURS}copy 2`;
const ARRIVING = `${OURS}arriving 2`;
/** What a worker had that took the word of the site for what it kept. */
const FORMER = { copy: `${OURS}copy 1`, arriving: `${OURS}arriving 1` };
const STATE = `${SCOPE}?staat`; // addresses in the copy have no query, so this is none
const FETCHED = "x-mantelkaart-fetched";
const NAMED = "x-mantelkaart-sha256";
const SIGNS = 11;

/** The municipalities that are kept: id → {looked, checked, whole, once, missing, list}. */
let places = {};
/** A list that is only there to hold what is looked at against it: {id, checked, list}. */
let known = null;
/** What there was no room for: {id, when, room}. */
let full = null;
/** Whether what has arrived is part of the copy, and on its way there. */
let moving = false;
let former = []; // what is left of FORMER
let addresses = new Map(); // id → Map of address → name of its content, in order
let contents = new Map(); // the same of all lists together

/** There is no room on this device, or the browser lets nothing be kept. */
class Full extends Error {}

async function stored(storing) {
  try {
    return await storing();
  } catch (error) {
    throw new Full(error.message);
  }
}

const put = (cache, address, answer) => stored(() => cache.put(address, answer));

const pathOnly = (url) => new URL(url, SCOPE).href.replace(/[?#].*/s, "");

function flat(part) {
  return Object.entries(part).flatMap(([folder, names]) =>
    Object.entries(names).map(([name, content]) => [SCOPE + folder + name, content]),
  );
}

const named = ({ parts }) => new Map(parts.flatMap(flat));

function use(state) {
  ({ places, known = null, full = null, moving = false } = state);
  addresses = new Map(Object.entries(places).map(([id, { list }]) => [id, named(list)]));
  contents = new Map([...(known ? named(known.list) : []), ...[...addresses.values()].flatMap((map) => [...map])]);
}

/** Changes what is known of the copy, here and for when this worker begins again. */
async function save(changes) {
  const state = { places, known, full, moving, ...changes };
  const copy = await stored(() => caches.open(COPY));
  await put(copy, STATE, new Response(JSON.stringify(state)));
  use(state);
}

const stateIn = async (cacheName) => (await caches.match(STATE, { cacheName }))?.json();

async function load() {
  const state = await stateIn(COPY);
  const was = state ? null : await stateIn(FORMER.copy);
  const there = await caches.keys();
  former = [...(was?.moving ? [FORMER.arriving] : []), FORMER.copy].filter((name) => there.includes(name));
  if (state) return use(state);
  const entries = Object.entries(was?.places ?? {});
  use({ places: Object.fromEntries(entries.map(([id, place]) => [id, { ...place, whole: false, once: place.whole }])) });
}

/** A browser that lets nothing be read has no copy. */
const ready = load().catch(() => {});

/** Puts what has arrived in place, one by one so that it takes no room twice; goes on where it was interrupted. */
async function move() {
  const [from, to] = await stored(() => Promise.all([caches.open(ARRIVING), caches.open(COPY)]));
  for (const request of await from.keys()) {
    await put(to, request, await from.match(request));
    await from.delete(request);
  }
  await caches.delete(ARRIVING);
  await save({ moving: false });
}

/** The names of what answers, what counts first in front. */
const sources = () => [...(moving ? [ARRIVING] : []), COPY, ...former];

/** What the copy has at an address; nothing when it can't be read, or may be something else. */
async function kept(address) {
  await ready;
  try {
    for (const cacheName of sources()) {
      const answer = await caches.match(address, { cacheName });
      if (answer && (answer.headers.get(NAMED) || (await seems(address, answer.clone())))) return answer;
    }
  } catch {
    // The network is asked then, as if there were no copy.
  }
  return undefined;
}

/** When what the copy has was last the same as what the site had. */
function since(address, answer) {
  const content = answer.headers.get(NAMED);
  const confirmed = Object.entries(places).filter(([id]) => content && addresses.get(id).get(address) === content);
  return Math.max(Number(answer.headers.get(FETCHED)), ...confirmed.map(([, { checked }]) => checked));
}

/** An answer to be kept: with the name of its content, and with the time when it came. */
function dated(answer, body, content) {
  const headers = new Headers(answer.headers);
  headers.delete("vary"); // who asks the copy asks for an address and no more
  if (!headers.has(FETCHED)) headers.set(FETCHED, String(Date.now()));
  headers.set(NAMED, content);
  return new Response(body, { headers });
}

/** The addresses of which something is kept. */
async function here() {
  const found = await Promise.all(sources().map(async (name) => (await caches.open(name)).keys()));
  return new Set(found.flat().map(({ url }) => url));
}
