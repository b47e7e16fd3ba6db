// What a visitor sees of an answer: what can't wait, how many results there are, the results, or what to do without.

import { answerable, isLong } from "../../scripts/asked.mjs";
import { made } from "../../scripts/made.mjs";
import { refining } from "./refining.mjs";
import { Results } from "./results.mjs";
import { count } from "./wish.mjs";

/** As many fill a screen: who types sees these at once, and the rest after a pause. */
const AT_ONCE = 3;
/** Milliseconds without a key before the rest of the results come. */
export const PAUSE = 400;

/**
 * @param {Element} element the finder
 * @param {object} around of `card`
 * @param {object} choice of `inForm`
 * @param {Function} relax takes all filters away
 */
export function view(element, around, choice, relax) {
  const filters = element.querySelector(".filters");
  const list = element.querySelector(".find__results");
  const more = element.querySelector(".find__more");
  const none = element.querySelector(".find__none");
  const told = element.querySelector("[data-result-count]");
  const plain = document.querySelector("[data-everything]");
  const leaving = document.querySelector(".leave");
  const results = new Results(list, around);
  const panel = refining(filters, told);
  let drawing = 0;

  /** What stands there already stays as it is: it is being read. */
  function warn({ said }, lines) {
    const place = element.querySelector(".find__acute");
    const ids = lines.map(({ id }) => id).join(" ");
    place.hidden = !ids;
    if (place.dataset.for === ids) return;
    place.dataset.for = ids;
    place.replaceChildren(...warning(said, lines));
  }

  /** The button that leaves at once is there when the question, or what fills the screen, is what nobody else may see. */
  function leave({ discreet }, found) {
    if (leaving) leaving.hidden = !discreet && !found.slice(0, AT_ONCE).some(({ record }) => record.discreet);
  }

  function tell({ said }, { active, number, found }, { wish, sure }) {
    none.hidden = !active || number > 0;
    none.replaceChildren(...(none.hidden ? [] : nothing(said, found.length > 0, count(wish) ? relax : null)));
    if (plain) plain.hidden = active && (none.hidden || found.length > 0);
    if (!active) {
      told.textContent = "";
      delete told.dataset.resultCount;
      return;
    }
    // Until it is known for sure a screen reader waits with what it says of it.
    told.setAttribute("aria-busy", String(!sure()));
    told.dataset.resultCount = number;
    told.textContent = [counted(said, number, answerable(wish.question)), isLong(wish.question) && said.long].filter(Boolean).join(" ");
  }

  return {
    list,
    more,

    /** Begins another answer: the function it gives tells whether that is still the last one asked for. */
    turn() {
      const own = ++drawing;
      return () => own === drawing;
    },

    /**
     * @param {object} all of `ready`
     * @param {object} result of `answer`
     * @param {{wish: object, typing: boolean, most: number, sure: () => boolean, wanted: () => boolean, changed: () => void}} how
     *   `most` results are shown; `sure` tells whether nothing that is still to come can better them; `changed` hears of them
     */
    async show(all, result, how) {
      const { wish, typing, most, wanted, changed } = how;
      warn(all, result.lines);
      const found = result.active ? result.shown.slice(0, most) : [];
      const first = typing ? found.slice(0, AT_ONCE) : found;
      await all.details.of(first.map(({ number }) => number));
      if (!wanted()) return; // meanwhile something else was asked
      leave(result, found);
      element.querySelector(".find__heading").hidden = !result.active;
      panel.say(all.said, result, count(wish));
      if (filters.open) choice.left(result);
      tell(all, result, how);
      const asked = answerable(wish.question);
      const standing = results.show(all, asked, found, first.length);
      more.hidden = !result.active || result.shown.length <= most;
      changed();
      if (standing === found.length) return;
      await new Promise((go) => setTimeout(go, PAUSE));
      if (wanted()) await all.details.of(found.map(({ number }) => number));
      if (wanted()) results.show(all, asked, found, found.length);
    },

    say: (text) => (told.textContent = text),

    /** A page that answers a question has no need of what leads up to one. */
    asks: (question) => element.parentElement.toggleAttribute("data-asked", Boolean(question)),

    /** Whether what is shown now is about what nobody else may see. */
    isDiscreet: () => leaving?.hidden === false,

    /** Nothing better is to come. */
    settle: () => told.setAttribute("aria-busy", "false"),

    /** Without a search the plain list of everything is there. */
    fail() {
      told.textContent = element.dataset.failed;
      if (plain) plain.hidden = false;
    },
  };
}

/** Characters of a question in the line that says what was found: who told a whole story knows it by its beginning. */
const NAMED = 120;

/** How many results there are, and for which question. */
function counted(said, number, whole) {
  const question = whole.length > NAMED ? `${whole.slice(0, NAMED).trimEnd()}…` : whole;
  const many = number === 1 ? said.one : said.many.replace("{count}", number);
  return question ? `${many} ${said.for.replace("{question}", question)}` : many;
}

/**
 * Never a dead end: what stands in the way, what comes near, and whom to ring (below, on every page).
 *
 * @param {boolean} filtered whether only filters stand in the way
 * @param {?Function} relax takes the filters away, if there are any
 * @returns {Array<Element>}
 */
function nothing(said, filtered, relax) {
  const button = relax && made("button", { className: "button button--quiet", type: "button", textContent: said.relax });
  button?.addEventListener("click", relax);
  return [
    made("p", { textContent: filtered ? said.none_filtered : said.none }),
    ...(button ? [made("p", {}, button)] : []),
    made("p", { className: "by", textContent: filtered ? said.nearest : said.along }),
  ];
}

/** What can't wait, above everything else. The lines are those of the foot of the page: the municipality's own. */
function warning(said, lines) {
  const numbers = document.querySelector(".foot__acute ul");
  return [
    made("h2", { textContent: said.acute }),
    ...lines.flatMap(({ label, explanation, organisation }) => {
      const line = numbers?.querySelector(`[data-line="${organisation}"]`)?.cloneNode(true);
      return [
        made("h3", { textContent: label }),
        made("p", { textContent: explanation }),
        ...(line ? [made("p", { className: "find__line" }, ...line.childNodes)] : []),
      ];
    }),
  ];
}
