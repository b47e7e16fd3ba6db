// From key to drawn: the time from a key press to the end of the first frame after the results were drawn. A page says
// that it has drawn by writing the number of results, the attribute that our own page and those of the peers share.

(() => {
  const times = [];
  const waiting = [];
  let pressed = null;

  function note(time) {
    times.push(time);
    waiting.splice(0).forEach((look) => look());
  }

  addEventListener(
    "keydown",
    (event) => {
      if (event.key.length === 1) pressed = event.timeStamp;
    },
    true,
  );
  new MutationObserver(() => {
    if (pressed === null) return;
    const since = pressed;
    pressed = null;
    requestAnimationFrame(() => {
      // A message is handled after the frame has been laid out and painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => note(performance.now() - since);
      port2.postMessage(null);
    });
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-result-count"] });

  /** The time of the key press with this number, from 0, once its results stand there. */
  window.drawnAfter = (number) =>
    new Promise((done) => {
      const look = () => (times.length > number ? done(times[number]) : waiting.push(look));
      look();
    });
})();
