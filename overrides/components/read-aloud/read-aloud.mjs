// “Lees voor”: the browser's own voice reads the text of a page and marks where it is.
// Only a Dutch voice of the device itself: another one would send the text to a company.

import { made } from "../../scripts/made.mjs";
import { passages } from "./passages.mjs";

const isOurs = ({ lang, localService }) => localService && /^nl([-_]|$)/i.test(lang);

function voice() {
  const ours = speechSynthesis.getVoices().filter(isOurs);
  return ours.find(({ lang }) => /^nl[-_]nl$/i.test(lang)) ?? ours[0];
}

export default function readAloud(element) {
  const article = document.querySelector(".page article.sheet");
  if (!article || !("speechSynthesis" in window)) return;
  const words = JSON.parse(element.dataset.said);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const go = made("button", { type: "button", className: "button button--quiet" });
  const stop = made("button", { type: "button", className: "button button--quiet", textContent: words.stop, hidden: true });
  const controls = made("p", { className: "aloud" }, go, stop);
  let list = [];
  let place = 0;
  let turn = 0; // what a voice says of a turn that is over counts no more

  function show(state) {
    go.textContent = words[state];
    stop.hidden = state === "read";
    controls.classList.toggle("aloud--busy", state !== "read");
  }

  function mark(passage) {
    for (const marked of article.querySelectorAll(".aloud__now")) marked.classList.remove("aloud__now");
    passage?.element.classList.add("aloud__now");
    passage?.element.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
  }

  function hush() {
    turn += 1;
    speechSynthesis.cancel();
  }

  function end() {
    hush();
    place = 0;
    mark(null);
    show("read");
  }

  function speak() {
    const passage = list[place];
    if (!passage) return end();
    const mine = turn;
    const spoken = new SpeechSynthesisUtterance(passage.text);
    Object.assign(spoken, { voice: voice(), lang: "nl-NL" });
    spoken.addEventListener("end", () => {
      if (mine !== turn) return;
      place += 1;
      speak();
    });
    spoken.addEventListener("error", () => mine === turn && end());
    mark(passage);
    speechSynthesis.speak(spoken);
  }

  go.addEventListener("click", () => {
    if (go.textContent === words.pause) {
      // Browsers differ in how they pause: stopping, and beginning the same passage again, works in all.
      hush();
      show("resume");
    } else {
      if (place === 0) list = passages(article);
      hush();
      show("pause");
      speak();
    }
  });
  stop.addEventListener("click", () => {
    end();
    go.focus();
  });
  addEventListener("pagehide", end);

  /** Voices may come late; without one of our own there is no button. */
  function appear() {
    if (controls.isConnected || !voice()) return;
    show("read");
    (article.querySelector(":scope > header") ?? article.querySelector("h1")).after(controls);
  }
  speechSynthesis.addEventListener?.("voiceschanged", appear);
  appear();
}
