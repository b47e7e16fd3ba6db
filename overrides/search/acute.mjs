// Whether a question speaks of danger or despair, so that the lines that can't wait come before everything else.
// Strict on purpose: a whole saying has to be there, slips of the pen forgiven, and nothing that makes it harmless.

import { slips, stem, words } from "./dutch.mjs";

/** How many slips a word may have: none in a short one. */
function allowed(word) {
  return word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
}

export class Acute {
  /**
   * @param {object} vocabulary `woorden.json`
   * @param {(word: string) => boolean} knows whether a word is one of Dutch as the site knows it: no slip of another
   */
  constructor(vocabulary, knows = () => false) {
    this._knows = knows;
    this._little = new Set(vocabulary.little.split(" "));
    this._someone = new Set([...vocabulary.who.split(" "), ...vocabulary.someone.split(" ")]);
    this._plain = new Set(vocabulary.stop.split(" "));
    this._calm = vocabulary.calm.map((saying) => saying.split(" "));
    this._sayings = vocabulary.acute.flatMap(({ id, synonyms, phrases }) =>
      [...synonyms, ...phrases].map((written) => {
        const saying = written.split(" ");
        return { id, saying, telling: saying.filter((word) => !this._little.has(word) && !this._someone.has(word)) };
      }),
    );
    this._said = new Set(this._sayings.flatMap(({ saying }) => saying));
  }

  /** The ids of the acute terms a question speaks of, the surest first; mostly none. */
  of(question) {
    const typed = words(question).flatMap((word) => this._apart(word));
    if (!typed.length || this._calm.some((saying) => this._has(typed, saying))) return [];
    const found = new Map();
    for (const { id, saying, telling } of this._sayings) {
      if (this._says(typed, saying, telling)) found.set(id, Math.max(found.get(id) ?? 0, telling.length + saying.length / 10));
    }
    return [...found].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  }

  /** Two words that were typed as one: who is in danger forgets the space. */
  _apart(word) {
    if (this._said.has(word) || this._knows(word)) return [word];
    for (let at = 3; at <= word.length - 2; at++) {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      if (this._said.has(first) && (this._said.has(second) || this._little.has(second))) return [first, second];
    }
    return [word];
  }

  _says(typed, saying, telling) {
    // One telling word is enough where it stands alone ("zelfmoord"), else the whole saying has to be there.
    if (telling.length < 2) return saying.length > 1 ? this._inOrder(typed, saying) : typed.some((word) => this._spelt(word, saying[0]));
    if (!this._has(typed, telling)) return false;
    // "Ik wil niet meer" is despair, "ik wil niet meer alleen eten" is not.
    if (!telling.every((word) => this._plain.has(word))) return true;
    return typed.every((word) => this._little.has(word) || telling.some((other) => this._same(word, other)));
  }

  _same(typed, word) {
    return (word.length > 3 && stem(typed) === stem(word)) || this._spelt(typed, word);
  }

  /** Whether this very word was typed, or meant. */
  _spelt(typed, word) {
    if (typed === word) return true;
    const most = allowed(word);
    return most > 0 && typed.length > 3 && typed[0] === word[0] && !this._knows(typed) && slips(typed, word, most) <= most;
  }

  _has(typed, saying) {
    return saying.every((word) => typed.some((other) => this._same(other, word)));
  }

  /** The same word, or both somebody: whom it is about makes no difference to danger. */
  _means(typed, word) {
    return this._same(typed, word) || (this._someone.has(typed) && this._someone.has(word));
  }

  _inOrder(typed, saying) {
    let at = 0;
    for (const word of typed) if (at < saying.length && this._means(word, saying[at])) at++;
    return at === saying.length;
  }
}
