// Pagefind with its own bundle, on the page's own thread: Chromium doesn't slow workers down with the page.

import * as pagefind from "./pagefind/pagefind.js";

const SHOWN = 10;

export async function ready() {
  await pagefind.options({ noWorker: true });
  await pagefind.init();
}

export async function ask(question) {
  const { results } = await pagefind.search(question);
  const found = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
  return found.map(({ raw_url, url, meta, excerpt }) => ({ url: (raw_url ?? url).slice(1), name: meta.title, text: excerpt }));
}
