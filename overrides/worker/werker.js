// The site without a network. What is asked for comes from the network if that answers in time, else from a copy.
//
// The copy holds what a visitor looked at and, for the municipalities a visitor came for, everything that the build
// lists in their offline.json. Two builds don't get mixed where it matters: the first part of a list (search page,
// its index, rugzak, scripts, styles) arrives beside the copy and is put in place all at once, when a second look at
// the lists has shown that they are still the same. The other pages are texts that need none of it to be read; they
// are replaced one by one. A page that comes from the copy gets its scripts and styles from there too.

// A worker can't import in every browser: the build puts LETTERS, offlineCopy and notKept before this, from `urls`.

const SCOPE = registration.scope;
const ROOT = new URL(SCOPE).pathname;
const OURS = `mantelkaart ${SCOPE} `; // other sites of the same host keep things too
const COPY = `${OURS}copy 1`;
const ARRIVING = `${OURS}arriving 1`;
const STATE = `${SCOPE}?staat`; // addresses in the copy have no query, so this is none
const FETCHED = "x-mantelkaart-fetched";
const CONTENT = "x-mantelkaart-content";

const PATIENCE = 4000; // milliseconds before the copy answers for a network that doesn't
const AT_ONCE = 4; // requests ahead of what anybody asked for
const REST = 500; // milliseconds that those wait after something that a page asked for
const AT_WORK = 2000; // milliseconds that they wait for somebody who types or taps
const MOST = 3; // municipalities: one's own, one's parents', one more
const LASTING = 60 * 60 * 1000; // milliseconds within one visit before the lists are looked at again
const LARGEST = 2_000_000; // bytes of something looked at that is kept
const KINDS = /^(text\/(html|css|javascript)|application\/(json|javascript)|image\/|font\/)/;

/** The municipalities that are kept: id → {looked, checked, whole, list}. */
let places = {};
let addresses = new Map(); // id → Map of address → name of its content, in order
let together = new Set(); // what stands in the first parts
/** Pages that came from the copy, by the id of their window: when that was fetched, and whether the site was silent. */
const shown = new Map();
let stop = new AbortController();
let removed = false;
let resting = 0; // until when nothing is fetched ahead

// Keeping ------------------------------------------------------------------------------------------------------------

const pathOnly = (url) => new URL(url, SCOPE).href.replace(/[?#].*/s, "");

function flat(part) {
  return Object.entries(part).flatMap(([folder, names]) =>
    Object.entries(names).map(([name, content]) => [SCOPE + folder + name, content]),
  );
}

function use(next) {
  places = next;
  addresses = new Map(Object.entries(places).map(([id, { list }]) => [id, new Map(list.parts.flatMap(flat))]));
  together = new Set(Object.values(places).flatMap(({ list }) => flat(list.parts[0]).map(([address]) => address)));
}

async function save(next, moving = false) {
  use(next);
  await (await caches.open(COPY)).put(STATE, new Response(JSON.stringify({ places, moving })));
}

/** Puts what has arrived in place; goes on where it was interrupted. */
async function move() {
  const [from, to] = await Promise.all([caches.open(ARRIVING), caches.open(COPY)]);
  for (const request of await from.keys()) await to.put(request, await from.match(request));
  await caches.delete(ARRIVING);
}

async function load() {
  const state = await (await caches.match(STATE, { cacheName: COPY }))?.json();
  if (!state) return;
  if (state.moving) await move();
  use(state.places);
}

/** Nothing is answered from a copy that is being changed. */
let ready = load();

async function kept(address) {
  await ready;
  return caches.match(address, { cacheName: COPY });
}

/** When what the copy has was last the same as what the site had. */
function since(address, answer) {
  const content = answer.headers.get(CONTENT);
  const confirmed = Object.entries(places).filter(([id]) => addresses.get(id).get(address) === content);
  return Math.max(Number(answer.headers.get(FETCHED)), ...confirmed.map(([, { checked }]) => checked));
}

function dated(answer, body, content) {
  const headers = new Headers(answer.headers);
  headers.set(FETCHED, String(Date.now()));
  headers.set(CONTENT, content);
  return new Response(body, { headers });
}

/** Whether an answer is the thing itself: no error, no way to somewhere else, nothing of another site. */
const isItself = (answer) => answer.status === 200 && answer.type === "basic" && !answer.redirected;

/** Keeps what somebody looked at, and forgets what the site no longer has. */
async function looked(address, answer) {
  await ready;
  if (removed || together.has(address)) return;
  if (answer.status === 404 || answer.status === 410) return void (await (await caches.open(COPY)).delete(address));
  const headers = answer.headers;
  if (!isItself(answer) || !KINDS.test(headers.get("content-type")) || headers.get("content-length") > LARGEST) return;
  const body = await answer.blob();
  // The old address of something renamed only leads on.
  if (body.type.startsWith("text/html") && (await body.text()).includes('http-equiv="refresh"')) return;
  if (!removed) await (await caches.open(COPY)).put(address, dated(answer, body, ""));
}

// Answering ----------------------------------------------------------------------------------------------------------

const inTime = (promise) =>
  Promise.race([promise.catch(() => null), new Promise((resolve) => setTimeout(resolve, PATIENCE, null))]);

async function answer(event) {
  const { request, clientId, resultingClientId } = event;
  const address = pathOnly(request.url);
  const isPage = request.mode === "navigate";
  // One build for a page and all it loads; and letters are letters in every build.
  if (!isPage && (shown.has(clientId) || address.startsWith(SCOPE + LETTERS))) {
    const copy = await kept(address);
    if (copy) return copy;
  }
  // Without a network the browser's own store might answer still: that would not say how old it is.
  const network = navigator.onLine ? (async () => (await event.preloadResponse) ?? fetch(request))() : Promise.reject();
  event.waitUntil(network.then((fresh) => looked(address, fresh.clone())).catch(() => {}));
  const fresh = await inTime(network);
  if (fresh && fresh.status < 500) return fresh;
  const copy = await kept(address);
  if (copy) {
    if (isPage) shown.set(resultingClientId, { when: since(address, copy), silent: navigator.onLine });
    return copy;
  }
  if (isPage && !address.endsWith("/") && (await kept(`${address}/`))) return Response.redirect(`${address}/`);
  try {
    return fresh ?? (await network);
  } catch {
    return (isPage && (await instead(new URL(request.url)))) || Response.error();
  }
}

/** The page that says that a page is not there, as if it stood at that page's address. */
async function instead(url) {
  const recent = Object.keys(places).sort((one, other) => places[other].looked - places[one].looked);
  const named = [url.pathname.slice(ROOT.length).split("/")[0], url.searchParams.get("gemeente")];
  const id = named.find((name) => recent.includes(name)) ?? recent[0];
  const page = id && (await kept(SCOPE + notKept(id)));
  if (!page) return null;
  const text = (await page.text()).replaceAll('="../../', `="${ROOT}`);
  return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
}

// Fetching ahead -----------------------------------------------------------------------------------------------------

/** The lists of municipalities as the site has them now; a municipality that it hasn't is left out. */
async function lists(ids) {
  const found = {};
  for (const id of ids) {
    const answer = await fetch(SCOPE + offlineCopy(id), { cache: "no-cache", signal: stop.signal });
    if (answer.ok) found[id] = await answer.json();
    else if (answer.status !== 404 && answer.status !== 410) throw new Error(`${answer.status} for ${id}`);
  }
  return Object.fromEntries(Object.entries(found).slice(0, MOST));
}

/** Everything on several lists, part by part. */
function merged(found) {
  return Array.from({ length: 4 }, (_, part) => new Map(Object.values(found).flatMap(({ parts }) => flat(parts[part]))));
}

/** What of a part none of the caches has. `sure` names the contents of what is there for certain. */
async function lacking(part, sure, caches) {
  const wanted = [];
  for (const [address, content] of part) {
    if (sure.get(address) === content) continue;
    const found = await Promise.all(caches.map((cache) => cache.match(address)));
    if (!found.some((answer) => answer?.headers.get(CONTENT) === content)) wanted.push([address, content]);
  }
  return wanted;
}

/** Who is at work goes first: a slow phone and a thin line are theirs. */
const rest = (time) => (resting = Math.max(resting, Date.now() + time));

async function rested() {
  for (let left = resting - Date.now(); left > 0 && !stop.signal.aborted; left = resting - Date.now()) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, REST)));
  }
}

/** Fetches into a cache, a few at a time. Whether all of it came; throws when there is no network. */
async function take(wanted, cache) {
  const left = [...wanted];
  let complete = true;
  const one = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [address, content] = next;
      await rested();
      const answer = await fetch(address, { cache: "no-cache", signal: stop.signal });
      if (isItself(answer)) await cache.put(address, dated(answer, answer.body, content));
      else complete = false;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return complete;
}

/** Makes the copy as the site is now, for a municipality somebody looks at and for those of before. */
async function update(id) {
  await ready;
  const before = places;
  const sure = new Map(Object.values(before).every(({ whole }) => whole) ? [...addresses.values()].flatMap((map) => [...map]) : []);
  const ids = [id, ...Object.keys(before).filter((other) => other !== id)];
  const [copy, arriving] = [await caches.open(COPY), await caches.open(ARRIVING)];
  let found = await lists(ids);
  for (let settled = false; !settled; ) {
    const wanted = await lacking(merged(found)[0], sure, [copy, arriving]);
    if (!(await take(wanted, arriving))) return; // the site is being replaced right now: the next visit goes on
    const now = wanted.length ? await lists(ids) : found;
    settled = JSON.stringify(now) === JSON.stringify(found);
    found = now;
  }
  const parts = merged(found);
  // What came for a list of before is of another build.
  for (const { url } of await arriving.keys()) {
    const content = (await arriving.match(url)).headers.get(CONTENT);
    if (parts[0].get(url) !== content) await arriving.delete(url);
  }
  const checked = Date.now();
  const state = (whole) =>
    Object.fromEntries(
      Object.entries(found).map(([one, list]) => [one, { looked: one === id ? checked : before[one].looked, checked, whole, list }]),
    );
  for (const map of addresses.values()) {
    for (const address of map.keys()) if (!parts.some((part) => part.has(address))) await copy.delete(address);
  }
  ready = save(state(false), true).then(move);
  await ready;
  await save(state(false));
  await tell();
  let whole = true;
  for (const part of parts.slice(1)) whole = (await take(await lacking(part, sure, [copy]), copy)) && whole;
  await save(state(whole));
}

/** Tells pages that what is kept has changed; also one that was on its way when this worker began, and is none of its own. */
async function tell() {
  for (const client of await clients.matchAll({ includeUncontrolled: true })) {
    if (client.url.startsWith(SCOPE)) client.postMessage("kept");
  }
}

/** One update at a time. Without a network there is none: the next visit goes on. */
let updating = Promise.resolve();

function keepUp(id) {
  updating = updating
    .then(() => (removed ? null : update(id)))
    .catch((error) => stop.signal.aborted || console.info("offline:", error.message))
    .then(tell);
  return updating;
}

// What pages ask -----------------------------------------------------------------------------------------------------

const answers = {
  /** A page was looked at: `id` is its municipality, `loaded` what it fetched before this worker was there. */
  async looked({ id, arrived, sparing, loaded }) {
    if (removed) {
      removed = false;
      stop = new AbortController();
    }
    await ready;
    for (const url of loaded) {
      const address = pathOnly(url);
      if (address.startsWith(SCOPE) && !(await kept(address))) {
        await fetch(url, { cache: "force-cache" }).then((found) => looked(address, found)).catch(() => {});
      }
    }
    if (!id || sparing) return;
    const place = places[id];
    if (!place?.whole || arrived || Date.now() - place.checked > LASTING) await keepUp(id);
  },

  /** Somebody types or taps. */
  wait: async () => void rest(AT_WORK),

  /** When the page that asks was fetched, and why it came from the copy; null if it didn't. */
  shown: async (_, { source }) => shown.get(source.id) ?? null,

  /**
   * What is kept: of each municipality how many of its pages and since when, and how many pages besides; `next` is the
   * municipality that makes room for another one, when there is no room beside it.
   */
  async kept() {
    await ready;
    const here = new Set((await (await caches.open(COPY)).keys()).map(({ url }) => url));
    const isPage = (address) => address.endsWith("/");
    const all = Object.values(places); // the one looked at last comes first
    const every = new Set([...addresses.values()].flatMap((map) => [...map.keys()]));
    return {
      places: Object.entries(places).map(([id, { list, whole, checked }]) => {
        const pages = [...addresses.get(id).keys()].filter(isPage);
        return { name: list.name, whole, when: checked, count: pages.length, done: pages.filter((page) => here.has(page)).length };
      }),
      next: all.length >= MOST ? all.at(-1).list.name : null,
      seen: [...here].filter((address) => isPage(address) && !every.has(address)).length,
    };
  },

  /** Keeps nothing from now on: the page that asks takes away what there is. */
  async stop() {
    removed = true;
    stop.abort();
    await updating;
    use({});
  },
};

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range") || !request.url.startsWith(SCOPE)) return;
  rest(REST);
  event.respondWith(answer(event));
});

addEventListener("message", (event) => {
  const { ask, ...data } = event.data;
  event.waitUntil(answers[ask](data, event).then((said) => event.ports[0]?.postMessage(said)));
});

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const settle = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(OURS) && name !== COPY && name !== ARRIVING) await caches.delete(name);
    }
    await registration.navigationPreload?.enable();
    await clients.claim();
  };
  event.waitUntil(settle());
});
