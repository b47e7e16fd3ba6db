// Search and filters. Loads what it needs when the visitor is about to ask something, and ranks in the browser:
// nothing that is typed leaves the device.

import { answer, needsAll } from "./answers.mjs";
import { answerable, asked, followed, remember } from "../../scripts/asked.mjs";
import { isSparing } from "../../scripts/sparing.mjs";
import { mapbutton } from "../map/mapbutton.mjs";
import { ready } from "./ready.mjs";
import { stays } from "../../scripts/staying.mjs";
import { PAUSE, view } from "./view.mjs";
import { count, fromAddress, inForm, toAddress } from "./wish.mjs";

const SHOWN = 10;

export default function finder(element) {
  const { root, municipality, language } = element.dataset;
  const carry = `?gemeente=${municipality}`;
  const form = element.querySelector("form");
  const field = form.elements.vraag;
  const filters = element.querySelector(".filters");
  const choice = inForm(filters, field);
  const seen = view(element, { root, carry, foreign: Boolean(language) }, choice, relax);
  let wish = fromAddress(asked());
  let own = null;
  let shown = SHOWN;
  let learning = false;
  let learnt = false;
  let known = null;
  let waiting;

  /** Loads once; a second try is possible when the first one failed. */
  function get() {
    known ??= ready(root, municipality, language).catch((error) => {
      known = null;
      throw error;
    });
    return known;
  }

  async function draw(all, typing) {
    const wanted = seen.turn();
    // What is counted is counted once, and right.
    if (needsAll(wish, all.index) || filters.open) await Promise.all([all.details.all(), all.whole()]);
    const result = answer(all, wish, own, new Date());
    await seen.show(all, result, { wish, typing, most: shown, sure: () => learnt, wanted, changed: map.changed });
  }

  /** The same question without filters. */
  function relax() {
    wish = { ...fromAddress(new URLSearchParams()), question: wish.question };
    choice.show(wish);
    step();
    field.focus();
  }

  async function update({ typing = false } = {}) {
    seen.asks(answerable(wish.question));
    if (!known) seen.say(element.dataset.loading ?? "");
    try {
      const all = await get();
      await draw(all, typing);
      learn(all);
    } catch (error) {
      console.error("search:", error);
      seen.fail();
    }
  }

  /** What is known of words beside the first answers comes after them, and may better them. */
  async function learn(all) {
    if (learning) return;
    learning = true;
    const early = !learnt;
    // First let what was found be painted: what comes next would be in its way.
    await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
    if (!isSparing()) all.details.beforehand().catch(() => {}); // what failed is asked again when it is shown
    await all.whole();
    learnt = true;
    seen.settle();
    // Who is on the way through the results keeps them as they are.
    if (early && wish.question.trim() && !seen.list.contains(document.activeElement)) await update({ typing: true });
  }

  /** A new wish: a step back leads to the one before it, but never to what nobody else may see. */
  function step() {
    remember(toAddress(wish), !seen.isDiscreet());
    shown = SHOWN;
    update();
  }

  /** What stands in the field is answered at once; the address follows when the visitor pauses. */
  function typed() {
    wish = { ...wish, question: field.value };
    shown = SHOWN;
    update({ typing: true });
    clearTimeout(waiting);
    waiting = setTimeout(() => remember(toAddress(wish), false), PAUSE);
  }

  const fill = ({ index }) => choice.fill(index, wish.place);

  /** Where the visitor is, when the visitor asks for it. It stays here. */
  function locate() {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        own = [coords.latitude, coords.longitude];
        step();
      },
      async () => {
        choice.place.value = wish.place = "";
        await update();
        seen.say((await get()).said.here_failed);
      },
      { maximumAge: 600000, timeout: 10000 },
    );
  }

  /** What the map shows: all that the list has, or everything while nothing is asked. */
  const map = mapbutton(element, { root, carry }, async () => {
    const all = await get();
    await all.details.all();
    const { active, shown: found, at } = answer(all, wish, own, new Date());
    return { records: found.map(({ record }) => record), places: all.index.places, view: { at, whole: !active } };
  });

  stays(field);
  field.addEventListener("focus", () => get().then(fill, () => {}), { once: true });
  field.addEventListener("input", typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    wish = choice.wish();
    step();
  });
  filters.addEventListener("toggle", () => {
    if (!filters.open) return;
    get().then(fill, () => {});
    update();
  });
  filters.addEventListener("change", (event) => {
    wish = choice.wish();
    if (event.target === choice.place && wish.place === "hier") locate();
    else step();
  });
  seen.more.addEventListener("click", async () => {
    const from = shown;
    shown += SHOWN;
    await update();
    seen.list.children[from]?.querySelector("a").focus();
  });
  followed(() => {
    wish = fromAddress(asked());
    shown = SHOWN;
    choice.show(wish);
    update();
  });
  // A list in Dutch is for who has no scripts: here the same wish is answered in the visitor's own language.
  for (const link of document.querySelectorAll("[data-wish]")) {
    link.href = link.dataset.wish;
    link.removeAttribute("hreflang");
    // The answer is at the beginning of this same page.
    link.addEventListener("click", () => document.getElementById("inhoud").focus());
  }
  filters.hidden = false;
  if (wish.question || count(wish)) {
    choice.show(wish);
    seen.asks(answerable(wish.question));
    // Who comes with a question that is whole already gets the whole answer at once.
    get()
      .then((all) => {
        fill(all);
        return all.whole();
      })
      .then(() => (learnt = true))
      .then(() => update(), () => update());
  } else if (field.value) typed(); // somebody began before this script came
}
