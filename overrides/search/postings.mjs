// For each stem what holds it, and how strongly.

const NOTHING = new Map();
/** So many words are taken apart before there is a pause. */
const AT_ONCE = 500;

export class Postings {
  /** @param {number} size how many things there are that may hold a stem */
  constructor(size) {
    this.of = new Map();
    this.size = size;
  }

  /** A stem counts once in a thing: where it is strongest. */
  add(stem, item, strength) {
    let held = this.of.get(stem);
    if (!held) this.of.set(stem, (held = new Map()));
    if (strength > (held.get(item) ?? 0)) held.set(item, strength);
  }

  /** What holds all of some stems, as strongly as the weakest of them. */
  all(stems) {
    let found = this.of.get(stems[0]) ?? NOTHING;
    for (const stem of stems.slice(1)) {
      const held = this.of.get(stem);
      if (!held || !found.size) return NOTHING;
      found = new Map([...found].filter(([item]) => held.has(item)).map(([item, strength]) => [item, Math.min(strength, held.get(item))]));
    }
    return found;
  }

  /** How telling a stem is: what stands everywhere tells nothing. */
  rarity(stem) {
    return Math.log(1 + this.size / (1 + (this.of.get(stem)?.size ?? 0)));
  }

  /** What holds a compound also holds its parts, a little less. `less` makes a strength that of a part. In steps. */
  *takeApart(lexicon, less) {
    const more = [];
    let taken = 0;
    for (const [word, stem] of lexicon.words) {
      if (++taken % AT_ONCE === 0) yield;
      const held = this.of.get(stem);
      if (!held) continue;
      for (const part of lexicon.parts(word)) if (part !== stem) more.push([part, [...held]]);
    }
    for (const [part, held] of more) for (const [item, strength] of held) this.add(part, item, less(strength));
  }
}
