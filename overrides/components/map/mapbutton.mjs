// The button that brings the map. Nothing of a map is loaded before somebody presses it; the list stays, and says the same.

/**
 * @param {Element} element the finder
 * @param {{root: string, carry: string}} around what leads from the map to the page of an offer
 * @param {() => Promise<{records: Array<object>, places: Array, view: object}>} wanted what the list shows now, all of it
 * @returns {{changed: () => void}} to be told when that changes
 */
export function mapbutton(element, around, wanted) {
  const line = element.querySelector(".map__switch");
  if (!line) return { changed() {} }; // where nothing at all has a place, a map would only disappoint
  const button = line.querySelector("button");
  const section = element.querySelector(".map");
  const told = section.querySelector(".map__told");
  const said = JSON.parse(section.dataset.said);
  let known = null;
  let drawing = 0;

  function get(places) {
    // Both at once: the map itself would ask for its libraries only when it has come.
    known ??= Promise.all([import("./map.mjs"), import("./libraries.mjs")]).then(([map]) => map.default(section, places, said, around));
    return known;
  }

  /** Draws what the list shows now, if that is still wanted when everything has come. */
  async function draw() {
    const turn = ++drawing;
    try {
      const { records, places, view } = await wanted();
      const map = await get(places);
      if (turn === drawing && !section.hidden) map.show(records, view);
    } catch (error) {
      console.error("map:", error);
      known = null;
      section.dataset.failed = "";
      told.textContent = said.failed;
    }
  }

  line.hidden = false;
  button.addEventListener("click", () => {
    section.hidden = !section.hidden;
    button.textContent = section.hidden ? button.dataset.show : button.dataset.hide;
    if (section.hidden) return;
    delete section.dataset.failed;
    if (!known) told.textContent = said.loading;
    draw();
  });

  return {
    changed() {
      // While it is hidden nothing is drawn, so that no picture of the background is asked for either.
      if (!section.hidden) draw();
    },
  };
}
