// What people say for each kind of help, each situation and for whom: what a question is about.

import { words } from "./dutch.mjs";
import { KNOBS } from "./knobs.mjs";
import { itemOf, Postings, strengthOf } from "./postings.mjs";

/** So many terms that an editor may have forgotten count. */
const SPOKEN = 6;
/** So many stems, and so many records, are weighed before there is a pause. */
const AT_ONCE = 100;

/** A word is known when it is at least so surely one of those. */
const SURE = 0.5;

/** What means nearly the same as a word, as stems and how sure each is. */
function alike(near) {
  return near.flatMap(([together, sure]) => together.map((stem) => [stem, sure / together.length]));
}

export class Terms {
  /** @param {Array<{group, id, label, parent, first, synonyms}>} terms of `woorden.json` */
  constructor(terms, lexicon, reader) {
    this.all = terms;
    this._reader = reader;
    this._postings = new Postings(terms.length);
    this._sayings = [];
    this._holding = new Map();
    this._numbers = new Map(terms.map(({ group, id }, number) => [`${group}:${id}`, number]));
    terms.forEach((term, number) => {
      const label = words(term.label);
      const telling = label.filter((word) => !reader.stop.has(word));
      this._learn(number, telling.length ? telling : label, lexicon);
      this._take(number, term.synonyms, lexicon);
    });
  }

  /** Takes in sayings of each term, in order. In steps. */
  *learn(sayings, lexicon) {
    for (let number = 0; number < sayings.length; number++) {
      this._take(number, sayings[number], lexicon);
      yield;
    }
  }

  /** Sayings of one term. They come as plain telling words already. */
  _take(term, sayings, lexicon) {
    for (const saying of sayings) this._learn(term, saying.split(" "), lexicon);
  }

  _learn(term, telling, lexicon) {
    const stems = [...new Set(telling.map((word) => lexicon.add(word)))];
    if (!stems.length) return;
    const saying = this._sayings.push({ term, stems }) - 1;
    for (const stem of stems) {
      this._postings.add(stem, term, 1 / Math.sqrt(stems.length));
      if (!this._holding.has(stem)) this._holding.set(stem, []);
      this._holding.get(stem).push(saying);
    }
  }

  takeApart(lexicon) {
    return this._postings.takeApart(lexicon, (strength) => strength * KNOBS.part);
  }

  /** The number of a term, by `group:id`. */
  number(name) {
    return this._numbers.get(name);
  }

  /** The terms above those of a record: a question about all of them is about this one too. */
  above(record) {
    const found = new Set();
    for (const term of record.terms) {
      const { group, parent } = this.all[term];
      const above = parent ? this.number(`${group}:${parent}`) : undefined;
      if (above !== undefined && !record.terms.includes(above)) found.add(above);
    }
    return found;
  }

  /** How well a record stands for one of its terms. */
  fit(record, term) {
    const { group, first } = this.all[term];
    const same = record.terms.filter((other) => this.all[other].group === group);
    // What does one thing does it more than what does ten; and editors name first what it is first of all.
    const focus = 1 / (1 + KNOBS.focus * (same.length - 1) + KNOBS.order * Math.max(0, same.indexOf(term)));
    if (group === "help" && same.includes(term)) return focus;
    // Visitors speak of whom they care for, but it is they who look for something.
    const forThem = record.carers ? 1 : KNOBS.others;
    if (group === "audience") return KNOBS.audience * focus * forThem;
    const begins = !first || record.terms.some((other) => first.includes(this.all[other].id));
    return focus * forThem * (begins ? 1 : KNOBS.later);
  }

  /**
   * The terms that the words of a record speak of most, beside its own: editors forget one. In steps: it takes a while.
   *
   * @returns {Array<Array<[number, number]>>} per record [[term, 0 to 1], …], 1 for the record that speaks of it most
   */
  *spokenOf(texts, records) {
    const count = this.all.length;
    const spoken = new Float32Array(records.length * count);
    const most = new Float32Array(count);
    let weighed = 0;
    for (const [stem, holding] of texts.entries()) {
      const said = this._postings.of.get(stem);
      if (!said) continue;
      if (++weighed % AT_ONCE === 0) yield;
      const rarity = this._postings.rarity(stem);
      for (const one of said) {
        const term = itemOf(one);
        const much = rarity * strengthOf(one);
        for (const other of holding) {
          const now = (spoken[itemOf(other) * count + term] += much * (strengthOf(other) > 2 ? 1 : 0.5));
          if (now > most[term]) most[term] = now;
        }
      }
    }
    const every = [];
    for (const [number, record] of records.entries()) {
      if (number % AT_ONCE === 0) yield;
      const found = [];
      every.push(found);
      if (record.kind !== "offer") continue;
      this.all.forEach(({ group }, term) => {
        const much = spoken[number * count + term] / (most[term] || 1);
        if (group !== "audience" && much > 0.15 && !record.terms.includes(term)) found.push([term, much]);
      });
      found.sort((a, b) => b[1] - a[1]).splice(SPOKEN);
    }
    return every;
  }

  /** How much each term is what the question is about: a number from 0 on, per term. */
  about(read) {
    const evidence = new Float64Array(this.all.length);
    const covered = new Map();
    let whole = 0;
    for (const { stems, near, telling } of read) {
      const best = new Map();
      let weight = 0;
      // A word that no saying uses stands for what means nearly the same.
      const said = stems.some(([stem, sure]) => sure > SURE && this._postings.of.has(stem));
      for (const [stem, sure] of said ? stems : [...stems, ...alike(near)]) {
        const rarity = this._postings.rarity(stem) * telling;
        const held = this._postings.of.get(stem);
        if (held) weight = Math.max(weight, rarity * sure);
        for (const one of held ?? []) {
          const term = itemOf(one);
          const much = strengthOf(one);
          const now = sure * rarity * (much / (much + KNOBS.enough));
          if (now > (best.get(term) ?? 0)) best.set(term, now);
        }
        for (const saying of this._holding.get(stem) ?? []) {
          if (!covered.has(saying)) covered.set(saying, new Map());
          const before = covered.get(saying);
          before.set(stem, Math.max(before.get(stem) ?? 0, sure * this._reader.weight(stem)));
        }
      }
      whole += weight || telling;
      for (const [term, now] of best) evidence[term] += now;
    }
    if (!whole) return evidence;
    whole = whole ** KNOBS.dimTerms * (whole / read.length) ** (1 - KNOBS.dimTerms);
    const said = this._said(covered, whole);
    // Who only says about whom it is, is helped first by somebody who thinks along.
    const general = this.number("help:voor-uzelf");
    if (general !== undefined && read.every(({ telling }) => telling < 1)) said[general] = Math.max(said[general], 1);
    for (let term = 0; term < evidence.length; term++) evidence[term] = (KNOBS.bag * evidence[term]) / whole + said[term];
    return evidence;
  }

  /** For each term how well its best saying fits: all of the saying in the question, and all of the question in the saying. */
  _said(covered, whole) {
    const said = new Float64Array(this.all.length);
    for (const [number, stems] of covered) {
      const saying = this._sayings[number];
      let matched = 0;
      for (const [stem, sure] of stems) matched += this._postings.rarity(stem) * sure;
      let all = 0;
      for (const stem of saying.stems) all += this._postings.rarity(stem) * this._reader.weight(stem);
      const value = (matched / all) ** 2 * Math.min(1, matched / whole);
      if (value > said[saying.term]) said[saying.term] = value;
    }
    return said;
  }
}
