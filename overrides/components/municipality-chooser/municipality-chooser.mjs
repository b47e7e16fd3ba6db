// Narrows the list of municipalities while the visitor types a name or a village, and says how many are left.

import { stays } from "../../scripts/staying.mjs";

/** Letters without accents, capitals and hyphens: "sudwest" finds Súdwest-Fryslân, "s-her" 's-Hertogenbosch. */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
}

/** Whether some word of a text begins with what was typed. */
function matches(text, typed) {
  return ` ${text}`.includes(` ${typed}`);
}

export default function chooser(section) {
  const field = section.querySelector("input");
  const said = section.querySelector("[role=status]");
  const choices = [...section.querySelectorAll(".chooser__list > li")].map((item) => ({
    item,
    text: plain(item.textContent),
  }));
  const hint = said.textContent;
  let waiting;

  function say(count) {
    const { one, many, none } = section.dataset;
    said.textContent = count === 0 ? none : count === 1 ? one : many.replace("{count}", count);
  }

  field.addEventListener("input", () => {
    const typed = plain(field.value);
    const found = choices.filter(({ text }) => matches(text, typed));
    // Nothing found is no reason to show nothing: the whole list stays to choose from.
    const shown = new Set(found.length ? found : choices);
    for (const choice of choices) choice.item.hidden = !shown.has(choice);
    // Screen readers hear the count once typing pauses, not at every letter.
    clearTimeout(waiting);
    waiting = setTimeout(() => (typed ? say(found.length) : (said.textContent = hint)), 400);
  });

  field.addEventListener("keydown", (event) => {
    const typed = plain(field.value);
    const found = choices.filter(({ text }) => matches(text, typed));
    if (event.key === "Enter" && typed && found.length === 1) found[0].item.querySelector("a").click();
  });

  stays(field);
  section.querySelector(".chooser__field").hidden = false;
}
