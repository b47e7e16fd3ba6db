// For each stem what holds it, and how strongly. A thing and its strength are one number: a phone keeps thousands of
// these, and lists of numbers are what it reads fastest.

/** A strength is less than this. */
const STRONGEST = 16;
const NOTHING = [];
/** So many words are taken apart before there is a pause. */
const AT_ONCE = 150;

const together = (item, strength) => item * STRONGEST + strength;
export const itemOf = (one) => Math.floor(one / STRONGEST);
export const strengthOf = (one) => one % STRONGEST;

export class Postings {
  /** @param {number} size how many things there are that may hold a stem */
  constructor(size) {
    /** Stem → what holds it, in order, each once: `itemOf` and `strengthOf` tell the two apart. */
    this.of = new Map();
    this.size = size;
  }

  /** A stem counts once in a thing: where it is strongest. */
  add(stem, item, strength) {
    const one = together(item, strength);
    const held = this.of.get(stem);
    if (!held) {
      this.of.set(stem, [one]);
      return;
    }
    let at = held.length;
    if (item <= itemOf(held[at - 1])) at = placeOf(held, item);
    if (at === held.length) held.push(one);
    else if (itemOf(held[at]) !== item) held.splice(at, 0, one);
    else if (one > held[at]) held[at] = one;
  }

  /** What holds all of some stems, as strongly as the weakest of them. */
  all(stems) {
    let found = this.of.get(stems[0]) ?? NOTHING;
    for (let i = 1; i < stems.length && found.length; i++) found = inBoth(found, this.of.get(stems[i]) ?? NOTHING);
    return found;
  }

  /** How telling a stem is: what stands everywhere tells nothing. */
  rarity(stem) {
    return Math.log(1 + this.size / (1 + (this.of.get(stem)?.length ?? 0)));
  }

  /** What holds a compound also holds its parts, a little less. `less` makes a strength that of a part. In steps. */
  *takeApart(lexicon, less) {
    const more = [];
    let taken = 0;
    for (const [word, stem] of lexicon.words) {
      if (++taken % AT_ONCE === 0) yield;
      const held = this.of.get(stem);
      if (!held) continue;
      for (const part of lexicon.parts(word)) if (part !== stem) more.push([part, held]);
    }
    // The lists themselves stay as they were: what a compound gives to its parts is not given on.
    for (const [number, [part, held]] of more.entries()) {
      if (number % AT_ONCE === 0) yield;
      const weaker = held.map((one) => together(itemOf(one), less(strengthOf(one))));
      this.of.set(part, inEither(this.of.get(part) ?? NOTHING, weaker));
    }
  }
}

/** Where a thing stands in a list, or would stand. */
function placeOf(held, item) {
  let low = 0;
  let high = held.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemOf(held[middle]) < item) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inBoth(a, b) {
  const found = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [itemOf(a[i]), itemOf(b[j])];
    if (left === right) found.push(Math.min(a[i++], b[j++]));
    else if (left < right) i++;
    else j++;
  }
  return found;
}

function inEither(a, b) {
  const found = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [left, right] = [itemOf(a[i]), itemOf(b[j])];
    if (left === right) found.push(Math.max(a[i++], b[j++]));
    else found.push(left < right ? a[i++] : b[j++]);
  }
  while (i < a.length) found.push(a[i++]);
  while (j < b.length) found.push(b[j++]);
  return found;
}
