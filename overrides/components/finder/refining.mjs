// The panel of filters: which of its groups are open, what is chosen in each, and the way from there to the results.

/** As wide as a phone: there all groups together are many screens long. */
const NARROW = "(max-width: 40rem)";

/**
 * @param {HTMLDetailsElement} filters
 * @param {HTMLElement} told the line that says what was found, right above it
 */
export function refining(filters, told) {
  const groups = [...filters.querySelectorAll(".filters__group")];
  const summary = filters.querySelector("summary");
  const done = filters.querySelector(".filters__done button");
  const chosenIn = (group) => group.querySelectorAll("input:checked").length;
  let known = false;

  /** Closes the panel; who was in it goes on where the answer begins, or where the panel was when there is none. */
  function close(to) {
    filters.open = false;
    to.focus();
    to.scrollIntoView({ block: to === told ? "start" : "nearest" });
  }

  told.tabIndex = -1;
  done.addEventListener("click", () => close(told.textContent ? told : summary));
  filters.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && filters.open) close(summary);
  });
  filters.addEventListener("toggle", () => {
    if (known || !filters.open) return;
    known = true;
    if (matchMedia(NARROW).matches) for (const group of groups) group.open = chosenIn(group) > 0;
  });

  return {
    /** Says what is chosen, and where the button leads. */
    say(said, { active, number }, on) {
      summary.textContent = on ? said.filters_chosen.replace("{count}", on) : said.filters;
      for (const group of groups) {
        const chosen = chosenIn(group);
        group.querySelector(".filters__chosen").textContent = chosen ? said.chosen.replace("{count}", chosen) : "";
      }
      if (!active || !number) done.textContent = said.close;
      else done.textContent = number === 1 ? said.show_one : said.show_many.replace("{count}", number);
    },
  };
}
