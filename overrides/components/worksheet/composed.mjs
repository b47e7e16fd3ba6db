// A sentence that grows while its pieces are filled in, and a clock to read it out by.

/** Puts what was filled in, in a group, in the places of its sentences. */
export function compose(group, blank) {
  for (const place of group.querySelectorAll(".ws__blank")) {
    const input = group.querySelector(`[data-field="${place.dataset.of}"] :is(input, textarea)`);
    const text = input?.value.trim().replace(/[.?!]+$/, "") ?? "";
    place.textContent = text || blank;
    place.classList.toggle("ws__blank--filled", Boolean(text));
  }
}

const running = new WeakMap();

/** Starts the clock of a sentence, or stops it. `tell` says so when the time is over. */
export function clock(button, seconds, said, labels, tell) {
  const shown = button.parentElement.querySelector(".ws__seconds");
  const stop = () => {
    clearInterval(running.get(button));
    running.delete(button);
    button.textContent = labels.timer;
  };
  if (running.has(button)) {
    stop();
    shown.textContent = labels.seconds.replace("{seconds}", seconds);
    return;
  }
  const end = Date.now() + seconds * 1000;
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    shown.textContent = said.left.replace("{seconds}", left);
    if (left) return;
    stop();
    shown.textContent = said.minute_over;
    tell(said.minute_over);
  };
  button.textContent = labels.timer_stop;
  running.set(button, setInterval(tick, 250));
  tick();
}
