// Brings the components on a page to life. Each stands alone: one that fails is logged, the page and the rest live on.

/** Starts the component an element asks for with `data-module`. */
async function start(element) {
  const name = element.dataset.module;
  try {
    const component = await import(new URL(`components/${name}.mjs`, import.meta.url));
    await component.default(element);
  } catch (error) {
    console.error(`component ${name}:`, error);
  }
}

document.querySelectorAll("[data-module]").forEach(start);
