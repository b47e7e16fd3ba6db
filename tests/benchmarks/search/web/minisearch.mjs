// MiniSearch over four fields, all with its own weights. Its documents are indexed in the browser, as its guide does.

import MiniSearch from "./minisearch.js";

/** What its guide advises for somebody who is still typing. */
const TYPING = { prefix: true, fuzzy: 0.2 };
/** Nothing: whole words, all of its own defaults. */
export const PLAIN = {};
const SHOWN = 10;
let index;

export async function ready() {
  const answer = await fetch("documents.json");
  index = new MiniSearch({
    idField: "url",
    fields: ["name", "organisation", "summary", "text"],
    storeFields: ["url", "name", "organisation", "summary"],
  });
  index.addAll(await answer.json());
}

export async function ask(question, options = TYPING) {
  const found = index.search(question, options).slice(0, SHOWN);
  return found.map(({ url, name, organisation, summary }) => ({ url, name, by: organisation, text: summary }));
}
