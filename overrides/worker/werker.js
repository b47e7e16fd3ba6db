// The site without a network. What is asked for comes from the network if that answers in time, else from a copy.
//
// The copy holds what a visitor looked at and, for the municipalities a visitor came for, everything that the build
// lists in their offline.json. It only ever holds what it could check, and whatever is wrong with it, the network still
// answers. A page that comes from the copy gets its scripts and styles from there too.

const PATIENCE = 4000; // milliseconds before the copy answers for a network that doesn't
const AT_WORK = 2000; // milliseconds that what is fetched ahead waits for somebody who types or taps
const LASTING = 60 * 60 * 1000; // milliseconds within one visit before the lists are looked at again
const PAUSE = 5 * 60 * 1000; // the same after something could not be had
const LARGEST = 2_000_000; // bytes of something looked at that is kept

/** Pages that came from the copy, by the id of their window: when that was fetched, and whether the site was silent. */
const shown = new Map();

// Keeping what was looked at ------------------------------------------------------------------------------------------

/** Keeps what somebody looked at, and forgets what the site no longer has. `from` is the page that asked for it. */
async function looked(address, answer, from) {
  await ready;
  if (removed) return;
  const copy = await caches.open(COPY);
  const content = contents.get(address);
  // What a list names is there until the list says otherwise.
  if (answer.status === 404 || answer.status === 410) return void (content || (await copy.delete(address)));
  if (!isItself(answer) || answer.headers.get("content-length") > LARGEST) return;
  if (content && (await copy.match(address))?.headers.get(NAMED) === content) return;
  const body = await answer.arrayBuffer();
  const sound = content ? (await nameOf(body)) === content : await isUnlisted(address, answer, body, from);
  if (sound && !removed) await put(copy, address, dated(answer, body, content ?? ""));
}

/** Whether something that no list names is kept: pages of this edition, and the data of a page that is. */
async function isUnlisted(address, answer, body, from) {
  const wanted = isPage(address, answer) || (isData(address) && from && (await kept(pathOnly(from))));
  return Boolean(wanted) && seems(address, new Response(body, { headers: answer.headers }));
}

// Answering ----------------------------------------------------------------------------------------------------------

const inTime = (promise) =>
  Promise.race([promise.catch(() => null), new Promise((resolve) => setTimeout(resolve, PATIENCE, null))]);

async function answer(event) {
  const { request, clientId, resultingClientId } = event;
  const address = pathOnly(request.url);
  const isVisit = request.mode === "navigate";
  // One build for a page and all it loads; and letters are letters in every build.
  if (!isVisit && (shown.has(clientId) || address.startsWith(SCOPE + LETTERS))) {
    const copy = await kept(address);
    if (copy) return copy;
  }
  // Without a network the browser's own store might answer still: that would not say how old it is.
  const network = navigator.onLine ? (async () => (await event.preloadResponse) ?? fetch(request))() : Promise.reject();
  const keep = async (fresh) => looked(address, fresh, (await clients.get(clientId))?.url);
  event.waitUntil(network.then((fresh) => keep(fresh.clone())).catch(() => {}));
  const fresh = await inTime(network);
  if (fresh && fresh.status < 500) return fresh;
  const copy = await kept(address);
  if (copy) {
    if (isVisit) shown.set(resultingClientId, { when: since(address, copy), silent: navigator.onLine });
    return copy;
  }
  if (isVisit && !address.endsWith("/") && (await kept(`${address}/`))) return Response.redirect(`${address}/`);
  try {
    return fresh ?? (await network);
  } catch {
    return (isVisit && (await instead(new URL(request.url)))) || Response.error();
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

// What pages ask -----------------------------------------------------------------------------------------------------

/** Whether it is time to look what the site has of a municipality. */
async function isDue(id, arrived) {
  if (full?.id === id && !(await roomier())) return false;
  const { whole = false, checked = 0 } = places[id] ?? {};
  const last = tried.get(id) ?? 0;
  return arrived || Date.now() - (whole ? Math.max(checked, last) : last) > (whole ? LASTING : PAUSE);
}

const answers = {
  /**
   * A page was looked at: `id` is its municipality, `listed` one whose list names what all pages need, `loaded` what it
   * fetched before this worker was there.
   */
  async looked({ id, listed, arrived, sparing, loaded }, { source }) {
    if (removed) {
      removed = false;
      stop = new AbortController();
    }
    await ready;
    const about = id || (Object.keys(places).length ? "" : listed);
    if ((sparing || !id) && about && !places[about] && (arrived || known?.id !== about)) await know(about);
    for (const url of loaded) {
      const address = pathOnly(url);
      if (address.startsWith(SCOPE) && !(await kept(address))) {
        await fetch(url, { cache: "force-cache" }).then((found) => looked(address, found, source.url)).catch(() => {});
      }
    }
    if (!id || sparing || !(await isDue(id, arrived))) return;
    await keepUp(id);
  },

  /** Somebody types or taps. */
  wait: async () => void rest(AT_WORK),

  /** When the page that asks was fetched, and why it came from the copy; null if it didn't. */
  shown: async (_, { source }) => shown.get(source.id) ?? null,

  /**
   * What is kept: of each municipality how many of its pages, since when and whether something could not be had; how
   * many pages besides; whether there was no room for more; and `next`, the municipality that makes room for another one
   * when three are there.
   */
  async kept() {
    await ready;
    const there = await here();
    const all = Object.values(places); // the one looked at last comes first
    const isPageThere = (address) => address.endsWith("/");
    const every = new Set([...addresses.values()].flatMap((map) => [...map.keys()]));
    return {
      places: Object.entries(places).map(([id, { list, whole, checked, missing = [] }]) => {
        const pages = [...addresses.get(id).keys()].filter(isPageThere);
        const lost = new Set(whole ? missing : pages.filter((page) => !there.has(page)));
        const done = pages.filter((page) => !lost.has(page)).length;
        const state = { whole: whole && !lost.size, lacks: whole && lost.size > 0 };
        return { name: list.name, ...state, when: checked, count: pages.length, done };
      }),
      next: all.length >= MOST ? all.at(-1).list.name : null,
      seen: [...there].filter((address) => isPageThere(address) && !every.has(address)).length,
      full: Boolean(full),
    };
  },

  /** Keeps nothing from now on: the page that asks takes away what there is. */
  async stop() {
    removed = true;
    stop.abort();
    await updating;
    use({ places: {} });
    former = [];
  },
};

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range") || !request.url.startsWith(SCOPE)) return;
  rest(REST);
  event.respondWith(answer(event).catch(() => fetch(request)));
});

addEventListener("message", (event) => {
  const { ask, ...data } = event.data;
  const said = answers[ask](data, event).catch(() => null); // whoever asks is not left waiting
  event.waitUntil(said.then((what) => event.ports[0]?.postMessage(what)));
});

addEventListener("install", () => skipWaiting());

/** Asks the network for a page while this worker is still starting, where that is safe. */
async function askAhead() {
  const { navigationPreload } = registration;
  // In Firefox, a page of which the network fails while it is asked ahead is lost, though the copy has it.
  await (navigator.userAgentData ? navigationPreload?.enable() : navigationPreload?.disable());
}

addEventListener("activate", (event) => {
  const tidy = async () => {
    const now = [COPY, ARRIVING, ...Object.values(FORMER)];
    for (const name of await caches.keys()) {
      if (name.startsWith(OURS) && !now.includes(name)) await caches.delete(name);
    }
  };
  event.waitUntil(Promise.allSettled([tidy(), askAhead()]).then(() => clients.claim()));
});
