// A sentence that grows while its pieces are filled in, and a clock to read it out by.

import { inWords } from "./sheet-days.mjs";

/** What was filled in as a piece of a sentence: without an end of its own. */
export const piece = (text) => text.trim().replace(/[.?!]+$/, "");

/** Puts what was filled in, in a group, in the places of its sentences. */
export function compose(group, blank) {
  for (const place of group.querySelectorAll(".ws__blank")) {
    const input = group.querySelector(`[data-field="${place.dataset.of}"] :is(input, textarea)`);
    const text = piece(input?.type === "date" ? inWords(input.value) : (input?.value ?? ""));
    place.textContent = text || blank;
    place.classList.toggle("ws__blank--filled", Boolean(text));
  }
}

const running = new WeakMap();

/** Puts back what clocks showed before they ran, in a part of the sheet or in a copy of it. */
export function still(part) {
  for (const shown of part.querySelectorAll("[data-still]")) {
    clearInterval(running.get(shown));
    running.delete(shown);
    shown.textContent = shown.dataset.still;
  }
}

/** Starts the clock of a sentence, or stops it. `tell` says so when the time is over. */
export function clock(button, seconds, said, labels, tell) {
  const part = button.parentElement;
  if (running.has(button)) {
    still(part);
    return;
  }
  const shown = part.querySelector(".ws__seconds");
  for (const element of [button, shown]) element.dataset.still ??= element.textContent;
  const end = Date.now() + seconds * 1000;
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    shown.textContent = said.left.replace("{seconds}", left);
    if (left && button.isConnected) return;
    still(part);
    if (left) return; // taken away while it ran
    shown.textContent = said.minute_over;
    tell(said.minute_over);
  };
  button.textContent = labels.timer_stop;
  running.set(button, setInterval(tick, 250));
  tick();
}
