// Material's own search: its worker, with the index that its plugin makes. It runs in a frame of the page instead of
// in a worker, as Material itself does where there are none: Chromium doesn't slow workers down with the page.

/** Material loads everything with the page. */
export const EAGER = true;

const SETUP = 0;
const QUERY = 2;
const SHOWN = 10;
const waiting = [];
let frame;

function told(type, data) {
  return new Promise((done) => {
    waiting.push(done);
    frame.contentWindow.dispatchEvent(new MessageEvent("message", { data: { type, data } }));
  });
}

export async function ready() {
  window.IFrameWorker = true; // this is how the worker knows that it is in a frame
  window.answered = (message) => waiting.shift()(message);
  const index = fetch("search_index.json").then((answer) => answer.json());
  frame = Object.assign(document.createElement("iframe"), { src: "frame.html", hidden: true });
  const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
  document.body.append(frame);
  await loaded;
  await told(SETUP, { ...(await index), options: { suggest: false } });
}

export async function ask(question) {
  const { data } = await told(QUERY, question);
  return data.items.slice(0, SHOWN).map(([page]) => ({ url: page.location, name: page.title, text: page.text }));
}
