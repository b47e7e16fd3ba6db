// Has the site kept on this device, and says so when a page comes from there.

import { ask, filled, goOn, inWords, isOf, keepCopy, possible, removeCopy, wanted } from "./copy.mjs";

export default async function offline(line) {
  if (!possible()) return;
  const root = new URL(line.dataset.root, location.href);
  if (!wanted()) return removeCopy(root);
  line.hidden = false; // before it says something, so that this is heard
  const { controller } = navigator.serviceWorker;
  if (isOf(root, controller)) {
    // Another version of the worker takes over: it has to hear what is looked at.
    navigator.serviceWorker.addEventListener("controllerchange", () => wanted() && keepCopy(root), { once: true });
  }
  const shown = isOf(root, controller) && (await ask(controller, "shown"));
  if (shown) {
    const said = JSON.parse(line.dataset.said);
    const say = (sentence) => {
      line.replaceChildren();
      if (sentence) line.append(Object.assign(document.createElement("p"), { textContent: filled(sentence, inWords(shown.when)) }));
    };
    if (!navigator.onLine) say(said.offline);
    else if (shown.silent) say(said.silent);
    addEventListener("offline", () => say(said.offline));
    addEventListener("online", () => {
      say("");
      keepCopy(root);
    });
  }
  addEventListener("click", ({ target }) => {
    const link = target.closest("a[href]");
    if (link?.href.startsWith(root.href)) goOn(link.href);
  });
  const worker = await keepCopy(root);
  // Who is looking for help goes first: while they type or tap, nothing is fetched ahead.
  for (const work of ["input", "pointerdown"]) addEventListener(work, () => worker.postMessage({ ask: "wait" }), { passive: true });
}
