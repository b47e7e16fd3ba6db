// Languages and accessibility: what an offer has for who can't do without. They stand apart from the words of records,
// for half of the offers may have them, and a word that half of them hold would tell nothing.

export class Aids {
  /** @param {Object<string, [string, string]>} aids by tag: what it is called, and plain words that people use for it */
  constructor(aids, lexicon) {
    this._labels = new Map();
    this._holding = new Map();
    for (const [tag, [label, words]] of Object.entries(aids)) {
      this._labels.set(tag, label);
      for (const word of words.split(" ")) {
        const stem = lexicon.add(word);
        if (!this._holding.has(stem)) this._holding.set(stem, new Set());
        this._holding.get(stem).add(tag);
      }
    }
  }

  label(tag) {
    return this._labels.get(tag);
  }

  /** What a question asks for: tag → how surely, 0 to 1. */
  in(read) {
    const found = new Map();
    for (const { stems } of read) {
      for (const [stem, sure] of stems) {
        for (const tag of this._holding.get(stem) ?? []) found.set(tag, Math.max(found.get(tag) ?? 0, sure));
      }
    }
    return found;
  }
}
