// Finds what fits a question. Two kinds of evidence: words of the question in a record, and words that people use for
// the kinds of help and situations a record belongs to (the vocabularies). Everything here is computed in the browser.

import { Aids } from "./aids.mjs";
import { KNOBS } from "./knobs.mjs";
import { Lexicon } from "./lexicon.mjs";
import { Names } from "./names.mjs";
import { Reader } from "./question.mjs";
import { Terms } from "./terms.mjs";
import { Texts } from "./texts.mjs";

/** So many of the terms that a question is about count, the surest first. */
const MOST = 8;
/** So many sets of words are taken in before there is a pause. */
const AT_ONCE = 25;

export class Engine {
  /**
   * @param {object} vocabulary `woorden.json`: what people say for each term
   * @param {Array<object>} records of `records.mjs`
   * @param {object} aids of `Aids`
   */
  constructor(vocabulary, records, aids = {}) {
    this.records = records;
    this.lexicon = new Lexicon();
    this._reader = new Reader(this.lexicon, vocabulary);
    this.terms = new Terms(vocabulary.terms, this.lexicon, this._reader);
    const labels = vocabulary.terms.map(({ label }) => label);
    this._texts = new Texts(records, this.lexicon, this._reader, labels);
    this._names = new Names(records, this.lexicon, this._reader, this._texts);
    this._aids = new Aids(aids, this.lexicon);
    this._offers = new Map();
    records.forEach(({ kind, of }, number) => {
      if (kind !== "offer") return;
      if (!this._offers.has(of)) this._offers.set(of, []);
      this._offers.get(of).push(number);
    });
    this._last = null;
    this._members = this._standing();
  }

  /**
   * Takes in what the first answers need not wait for: the words of texts, whole phrases, which sayings mean nearly the
   * same, what compounds are made of, what records speak of beside their terms. A generator, for who wants to do something else
   * between two steps.
   *
   * @param {{phrases: Array<string[]>, related: Array<string[]>}} words `woorden-verder.json`: what people say for each
   *   term, and sayings that mean nearly the same
   * @param {Object<string, string[]>} texts `zoeken-verder.json`: by field the words of each record
   */
  *learn({ phrases, related }, texts) {
    yield* this._texts.learn(texts, this.lexicon);
    yield* this.terms.learn(phrases, this.lexicon);
    for (let at = 0; at < related.length; at += AT_ONCE) {
      for (const sayings of related.slice(at, at + AT_ONCE)) this._reader.learn(sayings);
      yield;
    }
    this.lexicon.forget();
    yield* this._texts.takeApart(this.lexicon);
    yield* this.terms.takeApart(this.lexicon);
    const spoken = yield* this.terms.spokenOf(this._texts, this.records);
    yield;
    this.records.forEach((record, number) => {
      if (!spoken[number].length) return;
      const above = this.terms.above(record);
      for (const [term, much] of spoken[number]) if (!above.has(term)) this._members[term].push([number, KNOBS.soft * much]);
    });
    this._names.weigh();
    this._last = null;
  }

  /** For each term the offers that stand for it, and how well. */
  _standing() {
    const members = this.terms.all.map(() => []);
    this.records.forEach((record, number) => {
      if (record.kind !== "offer") return;
      for (const term of [...record.terms, ...this.terms.above(record)]) members[term].push([number, this.terms.fit(record, term)]);
    });
    return members;
  }

  /** What each word of a question may stand for. The last one is asked for again: to mark what made a result fit. */
  read(question) {
    if (this._last?.question !== question) this._last = { question, read: this._reader.read(question) };
    return this._last.read;
  }

  /** Records in order: [{number, score, terms: the terms that brought it up}, …]. */
  find(question) {
    const every = this.read(question);
    if (!every.length) return [];
    const { asked, rest: read } = this._aids.languages(every);
    if (!read.length) return this._speaking(asked);
    const { whole, best } = this._texts.hold(read);
    const scores = whole.map((score, i) => KNOBS.text * score ** KNOBS.bend + KNOBS.hit * best[i]);
    const terms = this._addTerms(this.terms.about(read), scores);
    this._addAids(every, asked, scores);
    if (!scores.some((score) => score > 0)) return [];
    for (let number = 0; number < scores.length; number++) {
      const record = this.records[number];
      scores[number] = (scores[number] + KNOBS.general * (record.general ?? 0)) * this.prior(record);
    }
    this._addNames(this._names.in(read), scores);
    const floor = KNOBS.least * scores.reduce((most, score) => Math.max(most, score), 0);
    const found = [];
    for (let number = 0; number < scores.length; number++) if (scores[number] >= floor) found.push({ number, score: scores[number] });
    found.sort((a, b) => b.score - a.score || a.number - b.number);
    return found.map((one) => ({ ...one, terms: terms.filter((term) => this.records[one.number].terms.includes(term)) }));
  }

  /** Who thinks along with any carer, for when nothing is found. */
  thinkingAlong() {
    const found = this.records.map((record, number) => ({ number, score: (record.general ?? 0) * this.prior(record), terms: [] }));
    return found.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.number - b.number);
  }

  /** Adds to the scores what the terms say; gives the terms that did, the surest first. */
  _addTerms(evidence, scores) {
    const order = [...evidence.keys()].filter((term) => evidence[term] > 0).sort((a, b) => evidence[b] - evidence[a]);
    const surest = order.slice(0, MOST);
    const reasons = new Uint8Array(scores.length);
    for (const term of surest) {
      const share = KNOBS.terms * evidence[term] * (evidence[term] / evidence[order[0]]) ** KNOBS.lead;
      for (const [record, fit] of this._members[term]) {
        // The first reason counts whole, a second one adds to it: what fits help and situation both fits best.
        scores[record] += share * fit * (KNOBS.reasons[reasons[record]] ?? 0);
        if (this.records[record].terms.includes(term)) reasons[record]++;
      }
    }
    return surest;
  }

  /** How much nearer a record is than another before anything is asked. */
  prior({ kind, reach, closed, aside }) {
    if (kind !== "offer") return KNOBS[kind];
    return KNOBS.reach[reach] * (closed ? KNOBS.closed : 1) * (aside ? KNOBS.aside : 1);
  }

  /** Who asks for a language and nothing else gets all that speak it. */
  _speaking(asked) {
    const scores = this.records.map((record) => (this._speaks(record, asked) ? this.prior(record) : 0));
    const found = scores.map((score, number) => ({ number, score, terms: [] })).filter(({ score }) => score > 0);
    return found.sort((a, b) => b.score - a.score || a.number - b.number);
  }

  _speaks({ tags }, asked) {
    return [...asked].some((tag) => tags.has(tag));
  }

  /** Who asks for more than that is helped best by what has it; and by what does not speak the language, hardly. */
  _addAids(read, asked, scores) {
    if (asked.size) this.records.forEach((record, number) => (scores[number] *= this._speaks(record, asked) ? 1 : KNOBS.foreign));
    for (const [tag, sure] of this._aids.in(read)) {
      const much = KNOBS.aid[tag.slice(0, tag.indexOf(":"))] * sure;
      this.records.forEach(({ tags }, number) => {
        if (tags.has(tag)) scores[number] += much;
      });
    }
  }

  /** What of a question a record answers with a language or with its accessibility: the names of those. */
  aided(question, { tags }) {
    return [...this._aids.in(this.read(question)).keys()].filter((tag) => tags.has(tag)).map((tag) => this._aids.label(tag));
  }

  _addNames(named, scores) {
    for (const [number, sure] of named) {
      const offers = this._offers.get(number) ?? [];
      for (const one of [number, ...offers]) scores[one] += KNOBS.named * sure;
      // Who types the whole name finds the organisation itself right after the first of what it offers.
      const best = Math.max(0, ...offers.map((offer) => scores[offer]));
      if (sure > KNOBS.wholly && best > scores[number]) scores[number] = 0.999 * best;
    }
  }
}
