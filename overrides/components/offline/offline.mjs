// Has the site kept on this device, and says so when a page comes from there.

import { ask, filled, inWords, keepCopy, possible, removeCopy, wanted } from "./copy.mjs";

export default async function offline(line) {
  if (!possible()) return;
  const root = new URL(line.dataset.root, location.href);
  if (!wanted()) return removeCopy(root);
  const { controller } = navigator.serviceWorker;
  const when = controller && (await ask(controller, "shown"));
  if (when) {
    const said = JSON.parse(line.dataset.said);
    const say = (sentence) => {
      line.replaceChildren();
      if (sentence) line.append(Object.assign(document.createElement("p"), { textContent: filled(sentence, inWords(when)) }));
    };
    say(navigator.onLine ? said.silent : said.offline);
    addEventListener("offline", () => say(said.offline));
    addEventListener("online", () => {
      say("");
      keepCopy(root);
    });
  }
  await keepCopy(root);
}
