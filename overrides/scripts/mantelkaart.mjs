// Brings the components on a page to life. Each stands alone: one that fails is logged, the page and the rest live on.

/** Starts the component an element asks for. */
async function start(element, name) {
  try {
    const component = await import(`../components/${name}/${name}.mjs`);
    await component.default(element);
  } catch (error) {
    console.error(`component ${name}:`, error);
  }
}

document.querySelectorAll("[data-module]").forEach((element) => start(element, element.dataset.module));

// What nobody waits for comes when everything else is there.
const atEase = () => document.querySelectorAll("[data-later]").forEach((element) => start(element, element.dataset.later));
const soon = () => (window.requestIdleCallback ? requestIdleCallback(atEase, { timeout: 2000 }) : setTimeout(atEase));
if (document.readyState === "complete") soon();
else addEventListener("load", soon, { once: true });
