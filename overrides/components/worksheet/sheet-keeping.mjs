// What this browser keeps of a sheet while somebody writes, and what had to make way for it. Two tabs with the same
// sheet keep it in the same place: neither writes over what the other wrote.

import { isEmpty } from "./sheet-values.mjs";
import { nameFor, read, write } from "../../scripts/stored.mjs";
import { today } from "../../scripts/today.mjs";

/** Milliseconds after the last key before what was written is kept. */
const PAUSE = 200;

const nothing = (state) => isEmpty({ ...state, saved: "" });

/** What stands in a text from this browser: null when there is nothing, or when it is not to be read. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Keeps a sheet in this browser, with the way back to what it took the place of.
 *
 * @param {string} place the name it has there
 * @param {object} sheet `whole` gives what stands there now, `show` puts something else there, and `fit` makes what was
 *   kept fit the sheet. `done` hears whether keeping went well; `came` gets what another tab kept meanwhile, and
 *   `crossed` hears that it did so while something here was not kept yet.
 */
export function keeping(place, { whole, show, fit, done, came, crossed }) {
  const back = `${place}.voor`;
  let waiting = null;
  /** The text in this browser that the sheet goes back on. */
  let seen = null;
  let unkept = false;
  /** Whether what stands here came from a link, with nothing of one's own since. */
  let linked = false;
  /** Whether it holds something that was made here, and is in no file or link. */
  let own = true;
  /** Whether what `stays` of what made way is kept too. */
  let lasting = true;
  /** What made way, each `{state, stays, offered}`: what `stays` outlives this page, what was `offered` came from before. */
  let aside = [];

  /** What another tab kept since; nothing when nobody did. */
  function newer() {
    const text = read(place);
    if (text === seen) return null;
    seen = text;
    return parsed(text) ?? {};
  }

  /** Looks what another tab kept. With nothing of one's own that isn't kept yet it comes here; else it stays aside. */
  function look() {
    let other;
    try {
      other = newer();
    } catch {
      return; // a browser that keeps nothing
    }
    if (!other) return;
    if (!unkept) {
      linked = other.linked === true;
      own = !linked;
      came(fit(other));
    } else if (!nothing(fit(other))) {
      aside.push({ state: other, stays: true });
      store();
      crossed();
    }
  }

  function keep() {
    clearTimeout(waiting);
    waiting = null;
    look();
    const state = whole();
    const text = nothing(state) ? null : JSON.stringify({ ...state, linked, saved: today() });
    try {
      write(place, text);
      seen = text;
      unkept = false;
    } catch {
      unkept = true;
    }
    done(!unkept, text === null);
  }

  /** Keeps it when nobody has written for a moment. */
  function soon() {
    unkept = true;
    linked = false;
    own = true;
    if (aside.some(({ offered }) => offered)) {
      // Offered at the beginning of a visit: who goes on has chosen.
      aside = aside.map(({ state, stays, offered }) => ({ state, stays: stays && !offered }));
      store();
    }
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  }

  function store() {
    const states = aside.filter(({ stays }) => stays).map(({ state }) => state);
    lasting = true;
    try {
      write(back, states.length ? JSON.stringify(states) : null);
    } catch {
      lasting = false; // without room for it the way back is there as long as this page
    }
  }

  function stored() {
    try {
      return [parsed(read(back)) ?? []].flat().map((state) => ({ state, stays: true }));
    } catch {
      return [];
    }
  }

  /** Puts another state in the place of what stands there. */
  function replace(next, { link = false } = {}) {
    look();
    const before = whole();
    // One link after another: the way back leads to what somebody made, not to what they were sent.
    if (!nothing(before) && !(link && linked)) aside.push({ state: before, stays: true });
    unkept = true;
    linked = link;
    own = false;
    show(next);
    keep();
    store();
  }

  /** Keeps what is left after something was taken away; before is what it was. */
  function lose(before) {
    aside.push({ state: before, stays: false });
    unkept = true;
    linked = false;
    own = false;
    keep();
  }

  /** Brings back what last made way. What stood there goes to the end of the row, so nothing is lost by going on. */
  function undo() {
    if (!aside.length) return; // another tab brought it back
    const last = aside.pop();
    look();
    const before = whole();
    if (!nothing(before)) aside.unshift({ state: before, stays: own });
    unkept = true;
    linked = false;
    own = true;
    show(fit(last.state));
    keep();
    store();
  }

  /** Shows what was kept before. */
  function begin() {
    let given = null;
    try {
      given = newer();
    } catch {
      // a browser that keeps nothing
    }
    linked = given?.linked === true;
    own = !linked;
    aside = stored();
    show(fit(given));
  }

  /** Whether something made way on an earlier visit. It is offered until somebody goes on writing. */
  function remembered() {
    // A sheet that was emptied may be so for who comes next at this computer: that one is offered only once.
    const stays = !nothing(whole());
    aside = aside.map(({ state }) => ({ state, stays, offered: true }));
    store();
    return aside.length > 0;
  }

  /** Keeps now what would be kept in a moment. */
  const last = () => unkept && keep();

  // A phone may put a page away without a word, and a page that was put away hears nothing.
  addEventListener("pagehide", last);
  addEventListener("pageshow", look);
  addEventListener("focus", look);
  addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? last() : look()));
  addEventListener("storage", (event) => {
    if (event.key === nameFor(place)) look();
    if (event.key === nameFor(back)) aside = [...aside.filter(({ stays }) => !stays), ...stored()];
  });

  return { begin, keep, last, lose, remembered, replace, soon, undo, ways: () => aside.length, lasting: () => lasting };
}
