// Brings the components on a page to life. Each stands alone: one that fails is logged, the page and the rest live on.

/** What an old link asks stands behind a ?, where servers see it: it goes behind the #, before anything else is fetched. */
function hidden() {
  const given = new URLSearchParams(location.search);
  const place = given.get("gemeente"); // the one name that pages have there: it says whose page somebody came from
  given.delete("gemeente");
  const asked = String(given);
  if (!asked) return;
  const fragment = location.hash.includes("=") ? location.hash : `#${asked}`;
  history.replaceState(null, "", location.pathname + (place === null ? "" : `?gemeente=${encodeURIComponent(place)}`) + fragment);
}

/** Starts the component an element asks for. */
async function start(element, name) {
  try {
    const component = await import(`../components/${name}/${name}.mjs`);
    await component.default(element);
  } catch (error) {
    console.error(`component ${name}:`, error);
  }
}

hidden();
document.querySelectorAll("[data-module]").forEach((element) => start(element, element.dataset.module));

// What nobody waits for comes when everything else is there.
const atEase = () => document.querySelectorAll("[data-later]").forEach((element) => start(element, element.dataset.later));
const soon = () => (window.requestIdleCallback ? requestIdleCallback(atEase, { timeout: 2000 }) : setTimeout(atEase));
if (document.readyState === "complete") soon();
else addEventListener("load", soon, { once: true });
