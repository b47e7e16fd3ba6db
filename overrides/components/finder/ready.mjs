// Everything that is needed to search a municipality, fetched when somebody is about to ask something.

import { MORE_WORDS, sayings, searchIndex, searchMore, searchPart, WORDS } from "../../scripts/addresses.mjs";
import { loaded } from "../../scripts/loaded.mjs";
import { Acute } from "../../search/acute.mjs";
import { ofPlaces } from "../../search/aids.mjs";
import { Details } from "../../search/details.mjs";
import { Discreet } from "../../search/discreet.mjs";
import { Engine } from "../../search/engine.mjs";
import { aidsOf, withLanguage } from "../../search/language.mjs";
import { records } from "../../search/records.mjs";

/**
 * Everything that can be asked of a municipality. What a record shows comes later, by `details`; so does, by `whole`,
 * what the first answers can do without.
 */
export async function ready(root, municipality, language = "") {
  const [dutch, index, own] = await Promise.all([
    loaded(root + WORDS),
    loaded(root + searchIndex(municipality)),
    language && loaded(root + sayings(language)),
  ]);
  const vocabulary = own ? withLanguage(dutch, own) : dutch;
  const found = records(index, vocabulary);
  const details = new Details(found, index.part, (part) => loaded(root + searchPart(municipality, part, language)));
  const engine = new Engine(vocabulary, found, { ...(own ? aidsOf(index.aids, own) : index.aids), ...ofPlaces(index.tags) });
  const acute = new Acute(vocabulary, (word) => engine.lexicon.words.has(word));
  const discreet = new Discreet(vocabulary, engine);
  const all = { vocabulary, index, records: found, details, engine, acute, discreet, said: vocabulary.said };
  let learning = null;
  /** Resolves when all that is known of words has been taken in, or can't be just now: then answers are less good. */
  all.whole = () => {
    learning ??= learn(engine, root, municipality).catch((error) => {
      learning = null;
      console.error("search:", error);
    });
    return learning;
  };
  return all;
}

/** Milliseconds: so long may somebody who types be in the way of learning, and learning in the way of who types. */
const PATIENCE = 50;
const PIECE = 10;

/** Takes steps when there is nothing else to do, or when that has taken long enough; several at once while there is time. */
async function inPieces(steps) {
  const idle = () => new Promise((go) => (window.requestIdleCallback ? requestIdleCallback(go, { timeout: PATIENCE }) : setTimeout(go)));
  let until = 0;
  for (const _ of steps) {
    if (performance.now() < until) continue;
    const left = (await idle())?.timeRemaining() ?? 0;
    until = performance.now() + Math.max(PIECE, left);
  }
}

/** Takes in the rest of the words. */
async function learn(engine, root, municipality) {
  const [words, texts] = await Promise.all([
    loaded(root + MORE_WORDS),
    loaded(root + searchMore(municipality)),
  ]);
  await inPieces(engine.learn(words, texts));
}

/**
 * What fits a question, in order, and the lines for what can't wait; who answers such a line comes first.
 *
 * @returns {{found: Array<{number, score, terms, urgent?: boolean}>, lines: Array<object>}}
 */
export function ask({ engine, acute, vocabulary, records }, question) {
  const lines = acute.of(question).map((id) => vocabulary.acute.find((term) => term.id === id));
  const urgent = lines.map(({ organisation }) => organisation);
  const found = new Map(engine.find(question).map((one) => [one.number, one]));
  const most = Math.max(1, ...[...found.values()].map(({ score }) => score));
  records.forEach(({ line }, number) => {
    const place = line ? urgent.indexOf(line) : -1;
    if (place >= 0) found.set(number, { terms: [], ...found.get(number), number, urgent: true, score: most * (2 + urgent.length - place) });
  });
  return { found: [...found.values()].sort((a, b) => b.score - a.score || a.number - b.number), lines };
}
