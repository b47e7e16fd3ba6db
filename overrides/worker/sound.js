// Whether what a host answered is what the site has there. A host may answer what it kept from before, a page of its own
// (to log in, or about work being done), or half of something; all of these can look like an answer that went well.

const LONGEST = 60_000; // milliseconds for one file, however slow the line

/** The name of a content, as the build names it in its lists. */
async function nameOf(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  const signs = btoa(String.fromCharCode(...bytes));
  return signs.replaceAll("+", "-").replaceAll("/", "_").slice(0, SIGNS);
}

/** Whether an answer is the thing itself: no error, no way to somewhere else, no part, nothing of another site. */
const isItself = (answer) => answer.status === 200 && answer.type === "basic" && !answer.redirected;

/** Asks the site for a file, all of it; `how` says what the browser may do with what it kept. Null when none came. */
async function whole(address, how) {
  const control = new AbortController();
  const give = () => control.abort();
  const timer = setTimeout(give, LONGEST);
  const { signal } = stop;
  signal.addEventListener("abort", give);
  try {
    const answer = await fetch(address, { cache: how, signal: control.signal });
    return isItself(answer) ? { answer, body: await answer.arrayBuffer() } : { answer, body: null };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", give);
  }
}

/** Whether a text is a whole page of this edition, and not one that only leads on. */
function isOurPage(address, text) {
  const [, up] = text.match(/ data-later="offline" data-root="([./]+)"/) ?? [];
  const ours = up && new URL(up, address).href === SCOPE;
  return Boolean(ours) && /<\/html>\s*$/.test(text) && !text.includes('http-equiv="refresh"');
}

const isData = (address) => address.endsWith(".json");
const isPage = (address, answer) => address.endsWith("/") || /^text\/html/.test(answer.headers.get("content-type"));

/** Whether something without a name can be what stands at its address. What hosts answer for something else is a page. */
async function seems(address, answer) {
  if (isPage(address, answer)) return isOurPage(address, await answer.text());
  if (!isData(address)) return true;
  try {
    return Boolean(JSON.parse(await answer.text()));
  } catch {
    return false;
  }
}
