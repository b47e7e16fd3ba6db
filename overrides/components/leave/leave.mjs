// Leaves the site at once: this page goes out of sight and out of the way back, and something that tells nothing comes.

/** So many times Escape, each at most so many milliseconds after the one before. */
const TIMES = 3;
const PAUSE = 1500;

export default function leave(element) {
  const { href } = element.querySelector(".leave__go");
  let pressed = 0;
  let last = 0;

  function go() {
    // The other page may take a while; nothing of this one stays in sight until then.
    document.title = new URL(href).hostname;
    document.body.replaceChildren();
    location.replace(href);
  }

  element.querySelector(".leave__go").addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  addEventListener("keydown", ({ key, timeStamp, repeat }) => {
    if (element.hidden || repeat) return;
    pressed = key !== "Escape" ? 0 : timeStamp - last <= PAUSE ? pressed + 1 : 1;
    last = timeStamp;
    if (pressed === TIMES) go();
  }, true);
  element.querySelector(".leave__key").hidden = false;
}
