// The names of organisations: who types one wants that one.

import { words } from "./dutch.mjs";

export class Names {
  constructor(records, lexicon, reader, texts) {
    this._texts = texts;
    this._names = [];
    this._holding = new Map();
    records.forEach(({ kind, names }, number) => {
      if (kind !== "organisation") return;
      for (const name of names) {
        const telling = reader.telling(name);
        const stems = [...new Set((telling.length ? telling : words(name)).map((word) => lexicon.add(word)))];
        const at = this._names.push({ number, stems, all: 0 }) - 1;
        for (const stem of stems) {
          if (!this._holding.has(stem)) this._holding.set(stem, []);
          this._holding.get(stem).push(at);
        }
      }
    });
    this.weigh();
  }

  /** How much there is to say of each whole name: less when more is known of its words. */
  weigh() {
    for (const name of this._names) name.all = name.stems.reduce((sum, stem) => sum + this._texts.rarity(stem), 0);
  }

  /** How surely a question names each organisation: number → 0 to 1. */
  in(read) {
    const matched = new Map();
    let whole = 0;
    for (const { stems } of read) {
      const best = new Map();
      for (const [stem, sure] of stems) {
        if (sure < 0.6) continue;
        for (const name of this._holding.get(stem) ?? []) best.set(name, Math.max(best.get(name) ?? 0, sure * this._texts.rarity(stem)));
      }
      whole += Math.max(2, ...stems.map(([stem, sure]) => (sure === 1 ? this._texts.rarity(stem) : 0)));
      for (const [name, now] of best) matched.set(name, (matched.get(name) ?? 0) + now);
    }
    const named = new Map();
    for (const [name, now] of matched) {
      const { number, all } = this._names[name];
      // All that was typed should be of the name, and most of the name typed.
      const sure = Math.min(1, now / whole) ** 3 * Math.min(1, now / all) ** 1.5;
      if (sure > (named.get(number) ?? 0)) named.set(number, sure);
    }
    return named;
  }
}
