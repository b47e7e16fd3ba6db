// Everything that is needed to search a municipality, fetched when somebody is about to ask something.

import { Acute } from "../search/acute.mjs";
import { Details } from "../search/details.mjs";
import { Engine } from "../search/engine.mjs";
import { records } from "../search/records.mjs";

async function loaded(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
  return answer.json();
}

/** Words, records and an engine; what a record shows comes later, by `details`. */
export async function ready(root, municipality) {
  const [vocabulary, index] = await Promise.all([
    loaded(`${root}assets/woorden.json`),
    loaded(`${root}${municipality}/zoeken.json`),
  ]);
  const found = records(index, vocabulary);
  const details = new Details(found, index.part, (part) => loaded(`${root}${municipality}/zoeken/${part}.json`));
  const engine = new Engine(vocabulary, found);
  const acute = new Acute(vocabulary, (word) => engine.lexicon.words.has(word));
  return { vocabulary, index, records: found, details, engine, acute, said: vocabulary.said };
}
