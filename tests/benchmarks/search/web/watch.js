// From key to drawn: the time from a key press to the end of the first frame after the results were drawn. A page says
// that it has drawn by writing the number of results, the attribute that our own page and those of the peers share.

(() => {
  let pressed = null;
  let time = null;
  let told = () => {};

  addEventListener(
    "keydown",
    (event) => {
      if (event.key.length !== 1) return;
      pressed = event.timeStamp;
      time = null;
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
      port1.onmessage = () => {
        time = performance.now() - since;
        window.firstDrawn ??= performance.now();
        told();
      };
      port2.postMessage(null);
    });
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-result-count"] });

  /** When the first results stood there: what was asked for later was not needed for them. */
  window.firstDrawn = null;

  /** The milliseconds of the last key press, once its results stand there; null when they don't come in time. */
  window.drawn = (patience) =>
    new Promise((done) => {
      const late = setTimeout(() => done(null), patience);
      told = () => {
        if (time === null) return;
        clearTimeout(late);
        done(time);
      };
      told();
    });
})();
