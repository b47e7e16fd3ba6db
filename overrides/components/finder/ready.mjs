// Everything that is needed to search a municipality, fetched when somebody is about to ask something.

import { loaded } from "../loaded.mjs";
import { Acute } from "../search/acute.mjs";
import { Details } from "../search/details.mjs";
import { Engine } from "../search/engine.mjs";
import { records } from "../search/records.mjs";

/** Everything that can be asked of a municipality; what a record shows comes later, by `details`. */
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

/**
 * What fits a question, in order, and the lines for what can't wait; who answers such a line comes first.
 *
 * @returns {{found: Array<{number, score, terms}>, lines: Array<object>}}
 */
export function ask({ engine, acute, vocabulary, records }, question) {
  const lines = acute.of(question).map((id) => vocabulary.acute.find((term) => term.id === id));
  const urgent = lines.map(({ organisation }) => organisation);
  const found = new Map(engine.find(question).map((one) => [one.number, one]));
  const most = Math.max(1, ...[...found.values()].map(({ score }) => score));
  records.forEach(({ line }, number) => {
    const place = line ? urgent.indexOf(line) : -1;
    if (place >= 0) found.set(number, { terms: [], ...found.get(number), number, score: most * (2 + urgent.length - place) });
  });
  return { found: [...found.values()].sort((a, b) => b.score - a.score || a.number - b.number), lines };
}
