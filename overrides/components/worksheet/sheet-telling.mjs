// What a sheet says while somebody works on it, with the way back to what made way.

import { made } from "../../scripts/made.mjs";

/**
 * @param {Element} element the whole worksheet
 * @param {object} said its sentences
 * @param {() => {ways: () => number, lasting: () => boolean, undo: () => void}} keeps
 * @returns {{tell: Function, offer: Function, kept: Function, rest: Function}} `rest`: somebody goes on writing
 */
export function telling(element, said, keeps) {
  const told = element.querySelector(".ws__told");
  const saved = element.querySelector(".ws__saved");
  let failing = false;

  /** Says something, and as long as it is so that it, or the way back, is not kept. It stays in sight until somebody goes on writing. */
  function tell(text) {
    told.classList.add("ws__told--new");
    const missing = [failing && said.not_saved, !keeps().lasting() && said.way_not_saved];
    told.textContent = [text, ...missing].filter(Boolean).join(" ");
  }

  /** Offers the way back to what last made way. */
  function offer() {
    if (!keeps().ways()) return;
    const undo = made("button", { type: "button", className: "small-button", textContent: said.undo });
    undo.addEventListener("click", () => {
      keeps().undo();
      tell(said.undone);
      offer();
      told.focus(); // the button is gone
    });
    told.append(" ", undo);
  }

  /** Says beside the form that it is kept, and once out loud that it isn't. */
  function kept(well, nothing) {
    saved.textContent = well ? (nothing ? "" : said.saved) : said.not_saved;
    const before = failing;
    failing = !well;
    if (failing && !before) tell("");
  }

  return { tell, offer, kept, rest: () => told.classList.remove("ws__told--new") };
}
