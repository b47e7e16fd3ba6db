// Finds what fits a question. Two kinds of evidence: words of the question in a record, and words that people use for
// the kinds of help and situations a record belongs to (the vocabularies). Everything here is computed in the browser.

import { words } from "./dutch.mjs";
import { Lexicon } from "./lexicon.mjs";

/** How much everything counts. Found by trying, on half of the judged questions in tests/search; the other half measures. */
export const KNOBS = {
  /** A word in each field of a record. */
  fields: { name: 2.4, organisation: 1.5, summary: 3, labels: 1, more: 1, place: 0.6 },
  saturation: 0.5,
  /** Another name of a term, and something people say about it. */
  synonym: 1,
  phrase: 1,
  /** A part of a compound, where a record has the whole; and where the question has. */
  part: 0.65,
  taken: 0.55,
  /** Something that means nearly the same. */
  near: 0.9,
  /** Words for somebody. */
  who: 0.4,
  /** The words of a record against the terms it belongs to; how fast half a match loses to a whole one. */
  text: 1.2,
  terms: 1.7,
  bend: 1.6,
  /** What all sayings of a term have together against the one saying that fits best. */
  bag: 0.7,
  /** A term for whom it is, against one for what is needed. */
  audience: 0.75,
  /** What is not for who cares for somebody; what does not help first in a situation. */
  others: 0.55,
  later: 0.7,
  /** A second and a third reason. */
  reasons: [1, 0.3, 0.25, 0.05],
  /** Terms that count as few things less; the place of a term among a record's terms. */
  focus: 0.03,
  order: 0.1,
  /** What has less than this share of the best score is not shown. */
  least: 0.22,
};

/** Postings: for each stem what holds it, and how much. */
class Postings {
  constructor() {
    this.of = new Map();
    this.size = 0;
  }

  add(stem, item, weight) {
    let held = this.of.get(stem);
    if (!held) this.of.set(stem, (held = new Map()));
    held.set(item, (held.get(item) ?? 0) + weight);
  }

  /** How telling a stem is: what stands everywhere tells nothing. */
  rarity(stem) {
    return Math.log(1 + this.size / (1 + (this.of.get(stem)?.size ?? 0)));
  }
}

export class Engine {
  /**
   * @param {object} vocabulary `woorden.json`: what people say for each term
   * @param {Array<{name, organisation, summary, more, place, terms: number[], prior: number}>} records
   */
  constructor(vocabulary, records) {
    this.stop = new Set(vocabulary.stop.split(" "));
    this._who = new Set(vocabulary.who.split(" "));
    this.terms = vocabulary.terms;
    this.records = records;
    this.lexicon = new Lexicon();
    this._texts = new Postings();
    this._said = new Postings();
    this._sayings = [];
    this._sayingsOf = new Map();
    this._whoStems = new Set([...this._who].map((word) => this.lexicon.add(word)));
    this._learnTerms();
    this._learnRecords();
    this._numbers = new Map(this.terms.map(({ group, id }, number) => [`${group}:${id}`, number]));
    this._members = this.terms.map(() => []);
    records.forEach((record, number) => {
      for (const term of record.terms) this._members[term].push([number, this._fit(record, term)]);
      for (const term of this._above(record)) this._members[term].push([number, this._fit(record, term)]);
    });
    this._learnNear(vocabulary.near);
    this._takeApart();
  }

  /** Words that mean nearly the same: who types one is also shown what uses another. */
  _learnNear(sets) {
    this._near = new Map();
    for (const set of sets) {
      const members = set.map((member) => words(member).filter((word) => !this.stop.has(word)).map((word) => this.lexicon.add(word)));
      for (const member of members) {
        const key = member.join(" ");
        const others = members.filter((other) => other.length && other !== member);
        this._near.set(key, [...(this._near.get(key) ?? []), ...others]);
      }
    }
  }

  /** [[stem, how sure], …] of what is nearly the same as one to three stems in a row. */
  _nearly(stems) {
    const found = new Map();
    for (const other of this._near.get(stems.join(" ")) ?? []) {
      for (const stem of other) found.set(stem, Math.max(found.get(stem) ?? 0, KNOBS.near / Math.sqrt(other.length)));
    }
    return [...found];
  }

  _learnTerms() {
    this._said.size = this.terms.length;
    this.terms.forEach((term, number) => {
      this._learnSaying(number, term.label, KNOBS.synonym);
      for (const synonym of term.synonyms) this._learnSaying(number, synonym, KNOBS.synonym);
      for (const phrase of term.phrases) this._learnSaying(number, phrase, KNOBS.phrase);
    });
  }

  _learnSaying(term, text, weight) {
    const every = words(text);
    const telling = every.filter((word) => !this.stop.has(word));
    const stems = [...new Set((telling.length ? telling : every).map((word) => this.lexicon.add(word)))];
    if (!stems.length) return;
    const saying = this._sayings.push({ term, stems, weight }) - 1;
    for (const stem of stems) {
      this._said.add(stem, term, weight / Math.sqrt(stems.length));
      if (!this._sayingsOf.has(stem)) this._sayingsOf.set(stem, []);
      this._sayingsOf.get(stem).push(saying);
    }
  }

  _learnRecords() {
    this._texts.size = this.records.length;
    this.records.forEach((record, number) => {
      for (const [field, weight] of Object.entries(KNOBS.fields)) {
        const text = field === "labels" ? record.terms.map((term) => this.terms[term].label).join(" ") : record[field];
        if (!text) continue;
        for (const word of words(text)) {
          if (!this.stop.has(word)) this._texts.add(this.lexicon.add(word), number, weight);
        }
      }
    });
  }

  /** The terms above those of a record: a question about all of them is about this one too. */
  _above(record) {
    const found = new Set();
    for (const term of record.terms) {
      const { group, parent } = this.terms[term];
      const above = parent ? this._numbers.get(`${group}:${parent}`) : undefined;
      if (above !== undefined && !record.terms.includes(above)) found.add(above);
    }
    return found;
  }

  _weight(stem) {
    return this._whoStems.has(stem) ? KNOBS.who : 1;
  }

  /** How well a record stands for one of its terms: what does one thing does it more than what does ten. */
  _fit(record, term) {
    const { group } = this.terms[term];
    const same = record.terms.filter((other) => this.terms[other].group === group);
    // Editors name first what it is first of all.
    const focus = 1 / (1 + KNOBS.focus * (same.length - 1) + KNOBS.order * Math.max(0, same.indexOf(term)));
    if (group === "help" && same.includes(term)) return focus;
    // Visitors speak of whom they care for, but it is they who look for something.
    const forThem = record.carers ? 1 : KNOBS.others;
    if (group === "audience") return KNOBS.audience * focus * forThem;
    const first = this.terms[term].first;
    const begins = !first || record.terms.some((other) => first.includes(this.terms[other].id));
    return focus * forThem * (begins ? 1 : KNOBS.later);
  }

  /** A compound is also found by its parts. */
  _takeApart() {
    const whole = [...this.lexicon.words];
    for (const postings of [this._texts, this._said]) {
      const more = [];
      for (const [word, stem] of whole) {
        const held = postings.of.get(stem);
        const parts = held ? this.lexicon.parts(word) : [];
        for (const part of parts) if (part !== stem) more.push([part, held]);
      }
      for (const [part, held] of more) {
        for (const [item, weight] of held) {
          const before = postings.of.get(part)?.get(item) ?? 0;
          if (weight * KNOBS.part > before) postings.add(part, item, weight * KNOBS.part - before);
        }
      }
    }
  }

  /** What each word of a question may stand for: [[stem, how sure], …] per word. */
  read(question) {
    const every = words(question);
    const typing = /[\p{L}\p{N}]$/u.test(question);
    const telling = every.filter((word) => !this.stop.has(word));
    const chosen = telling.length ? telling : every;
    const read = chosen.map((word) => {
      const stems = this._stems(word, typing && word === every.at(-1));
      // Whom it is about says little of what is needed.
      return { word, stems, near: [], telling: stems.length ? this._weight(stems[0][0]) : 1 };
    });
    for (let from = 0; from < read.length; from++) {
      for (let to = from + 1; to <= Math.min(read.length, from + 3); to++) {
        const run = read.slice(from, to);
        if (run.some(({ stems }) => !stems.length)) continue;
        const sure = Math.min(...run.map(({ stems }) => stems[0][1]));
        for (const [near, how] of this._nearly(run.map(({ stems }) => stems[0][0]))) {
          for (const one of run) if (!one.stems.some(([known]) => known === near)) one.near.push([near, how * sure]);
        }
      }
    }
    return read;
  }

  _stems(word, unfinished) {
    const { lexicon } = this;
    const found = new Map();
    const may = (stem, sure) => {
      if (sure > (found.get(stem) ?? 0)) found.set(stem, sure);
    };
    const known = lexicon.words.get(word);
    if (known !== undefined) may(known, 1);
    else {
      const own = new Lexicon().add(word);
      if (lexicon.stems.has(own)) may(own, 1);
    }
    const parts = lexicon.parts(word);
    for (const part of parts) may(part, found.size ? KNOBS.taken : 0.8);
    if (unfinished && word.length > 2) {
      for (const longer of lexicon.beginning(word)) {
        may(lexicon.words.get(longer), 0.85 * Math.sqrt(word.length / longer.length));
      }
    }
    if (!found.size || (unfinished && found.size < 2 && known === undefined)) {
      for (const [other, sure] of lexicon.meant(word)) {
        may(lexicon.words.get(other), sure * 0.85);
        for (const part of lexicon.parts(other)) may(part, sure * 0.5);
      }
    }
    return [...found];
  }

  /** How much each term is what the question is about: a number from 0 on, per term. */
  about(read) {
    const evidence = new Float64Array(this.terms.length);
    const covered = new Map();
    let whole = 0;
    for (const { stems, telling } of read) {
      const best = new Map();
      let weight = 0;
      for (const [stem, sure] of stems) {
        const rarity = this._said.rarity(stem) * telling;
        const held = this._said.of.get(stem);
        if (held) weight = Math.max(weight, rarity * sure);
        for (const [term, said] of held ?? []) {
          const now = sure * rarity * (said / (said + KNOBS.saturation));
          if (now > (best.get(term) ?? 0)) best.set(term, now);
        }
        for (const saying of this._sayingsOf.get(stem) ?? []) {
          const before = covered.get(saying) ?? new Map();
          before.set(stem, Math.max(before.get(stem) ?? 0, sure * this._weight(stem)));
          covered.set(saying, before);
        }
      }
      whole += weight || telling;
      for (const [term, now] of best) evidence[term] += now;
    }
    if (!whole) return evidence;
    const said = new Float64Array(this.terms.length);
    for (const [number, stems] of covered) {
      const saying = this._sayings[number];
      let matched = 0;
      for (const [stem, sure] of stems) matched += this._said.rarity(stem) * sure;
      let all = 0;
      for (const stem of saying.stems) all += this._said.rarity(stem) * this._weight(stem);
      const value = (matched / all) ** 2 * Math.min(1, matched / whole) * (0.7 + 0.3 * (saying.weight / KNOBS.synonym));
      if (value > said[saying.term]) said[saying.term] = value;
    }
    // Who only says about whom it is, is helped first by somebody who thinks along.
    const general = this._numbers.get("help:voor-uzelf");
    if (general !== undefined && read.every(({ telling }) => telling < 1)) said[general] = Math.max(said[general], 1);
    for (let term = 0; term < evidence.length; term++) evidence[term] = (KNOBS.bag * evidence[term]) / whole + said[term];
    return evidence;
  }

  /** Records in order: [{number, score, terms: the terms that brought it up}, …]. */
  find(question) {
    const { text, terms: byTerms, least, bend } = KNOBS;
    const read = this.read(question);
    if (!read.length) return [];
    const scores = new Float64Array(this.records.length);
    let whole = 0;
    for (const { stems, near, telling } of read) {
      const best = new Map();
      let rarity = 0;
      for (const [stem, sure] of [...stems, ...near]) {
        const held = this._texts.of.get(stem);
        if (!held) continue;
        const rare = this._texts.rarity(stem) * telling;
        rarity = Math.max(rarity, rare * sure);
        for (const [record, weight] of held) {
          const now = sure * rare * (weight / (weight + KNOBS.saturation));
          if (now > (best.get(record) ?? 0)) best.set(record, now);
        }
      }
      whole += rarity || 2 * telling;
      for (const [record, now] of best) scores[record] += now;
    }
    for (let i = 0; i < scores.length; i++) scores[i] = text * (scores[i] / whole) ** bend;
    const evidence = this.about(read);
    const order = [...evidence.keys()].filter((term) => evidence[term] > 0).sort((a, b) => evidence[b] - evidence[a]);
    const top = order.length ? evidence[order[0]] : 0;
    const why = new Map();
    for (const term of order.slice(0, 8)) {
      const share = evidence[term] * (evidence[term] / top);
      for (const [record, fit] of this._members[term]) {
        const before = why.get(record) ?? [];
        // The first reason counts whole, a second one adds to it: what fits help and situation both fits best.
        scores[record] += byTerms * share * fit * (KNOBS.reasons[before.length] ?? 0);
        before.push(term);
        why.set(record, before);
      }
    }
    const found = [];
    for (let number = 0; number < scores.length; number++) {
      const score = scores[number] * this.records[number].prior;
      if (score > 0) found.push({ number, score, terms: why.get(number) ?? [] });
    }
    found.sort((a, b) => b.score - a.score || a.number - b.number);
    const floor = found.length ? found[0].score * least : 0;
    return found.filter(({ score }) => score >= floor);
  }
}
