// What this browser keeps of a sheet while somebody writes, and what had to make way for it.

import { today } from "./sheet-days.mjs";
import { isEmpty } from "./sheet-values.mjs";

/** Milliseconds after the last key before what was written is kept. */
const PAUSE = 200;

/** What this browser keeps under a name: null when there is nothing, or when it is not to be read. */
function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * Keeps a sheet in this browser.
 *
 * @param {string} place the name it has there
 * @param {{whole: Function, arrives: Function, done: Function}} sheet `whole` gives what stands there now; `arrives`
 *   hears what another tab kept; `done` whether keeping went well, and whether there was anything to keep
 */
export function keeping(place, { whole, arrives, done }) {
  let waiting = null;

  function keep() {
    clearTimeout(waiting);
    waiting = null;
    const state = whole();
    try {
      if (isEmpty(state)) localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify({ ...state, saved: today() }));
      done(true, isEmpty(state));
    } catch {
      done(false);
    }
  }

  /** Keeps it when nobody has written for a moment. */
  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  }

  // A phone may put a page away without a word. What was kept already may be another window's by now.
  const last = () => waiting && keep();
  addEventListener("pagehide", last);
  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && last());
  addEventListener("storage", (event) => {
    if (event.key === place) arrives(kept(place));
  });

  return {
    keep,
    soon,
    /** What was kept of this sheet before. */
    found: () => kept(place),
    /** What this sheet took the place of, on an earlier visit. It is given once: who goes on has chosen. */
    replaced() {
      const before = kept(`${place}.voor`);
      if (before) localStorage.removeItem(`${place}.voor`);
      return before;
    },
    setAside(before) {
      try {
        localStorage.setItem(`${place}.voor`, JSON.stringify(before));
      } catch {
        // Without room for it the way back lasts as long as this page.
      }
    },
    forget: () => localStorage.removeItem(`${place}.voor`),
  };
}
