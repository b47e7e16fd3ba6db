// What a visitor asks stands in the address behind the #, which no server gets to see: so it can be shared and loaded
// again, and a step back leads to what was asked before. A place in the page (`#inhoud`) asks nothing.

/** Characters. Of a longer question the beginning is answered, and that is said. */
const LONGEST = 2000;

/** What somebody typed, as much of it as is answered. */
export const answerable = (typed) => typed.trim().slice(0, LONGEST);

/** Whether what somebody typed goes on after that. */
export const isLong = (typed) => typed.trim().length > LONGEST;

const asks = (fragment) => /^#[\w-]+=/.test(fragment);
const written = (asking) => asking.toString().replaceAll("%2C", ",");

/** What the address asks. */
export function asked() {
  return new URLSearchParams(asks(location.hash) ? location.hash.slice(1) : "");
}

let now = written(asked());

/**
 * Puts what is asked in the address.
 *
 * @param {URLSearchParams} asking
 * @param {boolean} step whether a step back leads to what was asked before
 */
export function remember(asking, step) {
  const text = written(asking);
  if (text === now) return;
  now = text;
  history[step ? "pushState" : "replaceState"](null, "", location.pathname + location.search + (text && `#${text}`));
}

/** Calls back when the address asks something else: after a step back or forward, or by a link to the same page. */
export function followed(callback) {
  addEventListener("hashchange", () => {
    if (location.hash && !asks(location.hash)) {
      // Who goes to a place in the page still has what was asked before them.
      if (now) history.replaceState(null, "", `#${now}`);
      return;
    }
    now = written(asked());
    callback();
  });
}
