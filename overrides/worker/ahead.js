// Fetching ahead: all that the build lists for the municipalities a visitor came for.
//
// Two builds don't get mixed where it matters: the first part of a list (search page, its index, rugzak, scripts,
// styles) arrives beside the copy and is put in place all at once, when a second look at the lists has shown that they
// are still the same. The other pages are texts that need none of it to be read; they are replaced one by one. What
// doesn't come as it is listed is left out, and asked for again at a next visit.

const AT_ONCE = 4; // requests ahead of what anybody asked for
const REST = 500; // milliseconds that those wait after something that a page asked for
const MOST = 3; // municipalities: one's own, one's parents', one more
const ROUNDS = 3; // looks at the lists while they keep changing
const ROW = 8; // wrong answers after each other before the site has to show that it is there
const DAY = 24 * 60 * 60 * 1000;
/** How a file is asked for, and again when it came otherwise than it is listed: past what was kept on the way. */
const ASKED = ["no-cache", "reload", "no-store"];

let stop = new AbortController();
let removed = false;
const tried = new Map(); // id → when making its copy last came to an end, since this worker began
let resting = 0; // until when nothing is fetched ahead

/** Whether something is a list of this form: its parts, each of folder → name → name of its content. */
function isList(found) {
  const isName = (content) => typeof content === "string" && content.length === SIGNS;
  const isPart = (part) => Object.values(part).every((names) => Object.values(names).every(isName));
  return typeof found?.name === "string" && found.parts?.length === 4 && Array.from(found.parts).every(isPart);
}

/** The list of a municipality as the site has it now; null when it has none. */
async function listOf(id) {
  let came = null;
  for (const how of ASKED.slice(0, 2)) {
    came = await whole(SCOPE + offlineCopy(id), how);
    try {
      const found = JSON.parse(new TextDecoder().decode(came.body));
      if (isList(found)) return found;
    } catch {
      // a page of the host, half a list, or nothing at all
    }
  }
  if ([404, 410].includes(came?.answer.status)) return null;
  throw new Error(`${came?.answer.status ?? "no answer"} for the list of ${id}`);
}

/** The lists of municipalities; one that the site hasn't is left out. A site that has none of them is none. */
async function lists(ids) {
  const found = [];
  for (const id of ids) found.push([id, await listOf(id)]);
  const there = found.filter(([, list]) => list).slice(0, MOST);
  if (!there.length) throw new Error(`no list of ${ids}`);
  return Object.fromEntries(there);
}

/** Everything on several lists, part by part. */
function merged(found) {
  return Array.from({ length: 4 }, (_, part) => new Map(Object.values(found).flatMap(({ parts }) => flat(parts[part]))));
}

/** What is there as it was listed, for certain. */
function settled() {
  const every = Object.entries(places);
  if (!every.every(([, place]) => place.whole)) return new Map();
  const missing = new Set(every.flatMap(([, place]) => place.missing ?? []));
  return new Map([...addresses.values()].flatMap((map) => [...map]).filter(([address]) => !missing.has(address)));
}

/** Gives what was kept without a name the one that a list has for it, if that is what it is. Whether it was. */
async function recognised(address, content, cache) {
  for (const cacheName of [COPY, ...former]) {
    const answer = await caches.match(address, { cacheName });
    if (answer && !answer.headers.get(NAMED)) {
      const body = await answer.arrayBuffer();
      if ((await nameOf(body)) === content) return put(cache, address, dated(answer, body, content)).then(() => true);
    }
  }
  return false;
}

/** What of a part none of the caches has. `sure` names the contents of what is there for certain. */
async function lacking(part, sure, caches) {
  const wanted = [];
  for (const [address, content] of part) {
    if (sure.get(address) === content) continue;
    const found = await Promise.all(caches.map((cache) => cache.match(address)));
    if (found.some((answer) => answer?.headers.get(NAMED) === content)) continue;
    if (!(await recognised(address, content, caches.at(-1)))) wanted.push([address, content]);
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

/** Asks once for files, a few at a time, and keeps those that are as listed. The others; throws without a site. */
async function asked(wanted, how, cache, isThere) {
  const left = [...wanted];
  const wrong = [];
  let row = 0;
  const one = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [address, content] = next;
      await rested();
      const came = await whole(address, how);
      if (stop.signal.aborted) throw new Error("stopped");
      if (came?.body && (await nameOf(came.body)) === content) {
        await put(cache, address, dated(came.answer, came.body, content));
        row = 0;
      } else {
        wrong.push(next);
        row += 1;
        if (row % ROW === 0) await isThere();
      }
    }
  };
  const ended = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, () =>
      one().catch((error) => {
        left.length = 0; // for the others too
        throw error;
      }),
    ),
  );
  const failed = ended.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
  return wrong;
}

/** Fetches into a cache what is as listed, and asks a few times for what isn't. The addresses of what didn't come so. */
async function take(wanted, cache, isThere) {
  let left = wanted;
  for (const how of ASKED) if (left.length) left = await asked(left, how, cache, isThere);
  return left.map(([address]) => address);
}

/** Fetches what works together beside the copy. The lists it is of, and what is missing; null when they keep changing. */
async function arrival(ids, sure, copy, arriving) {
  let found = await lists(ids);
  for (let round = 0; round < ROUNDS; round += 1) {
    const wanted = await lacking(merged(found)[0], sure, [copy, arriving]);
    const missing = await take(wanted, arriving, () => lists(ids));
    const now = wanted.length ? await lists(ids) : found;
    if (JSON.stringify(now) === JSON.stringify(found)) return { found, missing };
    found = now;
  }
  return null;
}

/** Whether all that works together is in the copy. */
function isTogether() {
  const every = Object.values(places);
  const missing = new Set(every.flatMap((place) => place.missing ?? []));
  return every.length > 0 && every.every(({ list }) => flat(list.parts[0]).every(([address]) => !missing.has(address)));
}

/** Makes the copy as the site is now, for a municipality somebody looks at and for those of before. */
async function update(id) {
  if (moving) await move();
  const [before, sure, had] = [places, settled(), [...addresses.values()]];
  const ids = [id, ...Object.keys(before).filter((other) => other !== id)];
  const [copy, arriving] = await stored(() => Promise.all([caches.open(COPY), caches.open(ARRIVING)]));
  const came = await arrival(ids, sure, copy, arriving);
  // The site is being replaced right now, or answers something else: what is whole stays, and the next visit goes on.
  if (!came || (came.missing.length && isTogether())) return;
  const parts = merged(came.found);
  const missing = new Set(came.missing);
  // What came for a list of before is of another build.
  for (const { url } of await arriving.keys()) {
    const content = (await arriving.match(url)).headers.get(NAMED);
    if (parts[0].get(url) !== content) await arriving.delete(url);
  }
  const checked = Date.now();
  const state = (whole) =>
    Object.fromEntries(
      Object.entries(came.found).map(([one, list]) => {
        const { looked, once } = one === id ? { looked: checked, once: before[id]?.once } : before[one];
        const lost = [...named(list).keys()].filter((address) => missing.has(address));
        return [one, { looked, checked, whole, once: whole || Boolean(once), missing: lost, list }];
      }),
    );
  await save({ places: state(false), known: null, moving: true });
  await move();
  for (const address of missing) await copy.delete(address);
  for (const address of had.flatMap((map) => [...map.keys()])) if (!contents.has(address)) await copy.delete(address);
  await tell();
  for (const part of parts.slice(1)) {
    for (const lost of await take(await lacking(part, sure, [copy]), copy, () => lists([id]))) missing.add(lost);
  }
  await succeed(copy);
  await save({ places: state(true), full: full?.id === id ? null : full });
}

/** Takes over from what an earlier worker kept what no list names, and lets go of the rest. */
async function succeed(copy) {
  for (const name of former) {
    const old = await caches.open(name);
    for (const { url } of await old.keys()) {
      const answer = contents.has(url) || url === STATE ? null : await old.match(url);
      if (answer && (await seems(url, answer.clone()))) await put(copy, url, dated(answer, answer.body, ""));
    }
  }
  former = [];
  for (const name of Object.values(FORMER)) await caches.delete(name);
}

/** How many bytes may still be kept here, as far as the browser says. */
async function room() {
  const { quota = 0, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  return quota - usage;
}

/** Makes way when there is no room: what was being made goes, what was whole before stays. */
async function giveWay(id) {
  if (!moving) await caches.delete(ARRIVING);
  const { [id]: own, ...others } = places;
  if (own && !own.once) {
    const shared = new Set(Object.keys(others).flatMap((other) => [...addresses.get(other).keys()]));
    const going = [...addresses.get(id).keys()].filter((address) => !shared.has(address));
    for (const name of moving ? [ARRIVING, COPY] : [COPY]) {
      const cache = await caches.open(name);
      for (const address of going) await cache.delete(address);
    }
  }
  full = { id, when: Date.now(), room: await room() };
  await save({ places: own?.once ? places : others, full });
}

/** Whether it makes sense to try again what there was no room for. */
const roomier = async () => Date.now() - full.when > DAY || (await room()) > full.room * 1.2;

/** Tells pages that what is kept has changed; also those that were on their way when this worker began. */
async function tell() {
  for (const client of await clients.matchAll({ includeUncontrolled: true })) {
    if (client.url.startsWith(SCOPE)) client.postMessage("kept");
  }
}

/** One at a time. Without a network there is none: the next visit goes on. */
let updating = Promise.resolve();

function inTurn(work) {
  const failed = (error) => stop.signal.aborted || console.info("offline:", error.message);
  updating = updating.then(() => (removed ? null : work())).catch(failed);
  return updating;
}

const keepUp = (id) =>
  inTurn(() =>
    update(id)
      .catch((error) => {
        if (!(error instanceof Full)) throw error;
        return giveWay(id);
      })
      .then(() => tried.set(id, Date.now())),
  ).then(tell);

/** Keeps the list of a municipality to hold what is looked at against it, and nothing else of it. */
const know = (id) =>
  inTurn(async () => {
    const list = await listOf(id);
    if (list) await save({ known: { id, checked: Date.now(), list } });
  });
