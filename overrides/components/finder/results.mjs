// The list of results. What stands there already stays as it is: a phone draws only what differs, and who reads or
// listens is not disturbed.

import { card, marked } from "./cards.mjs";
import { made } from "../../scripts/made.mjs";

/**
 * @param {HTMLOListElement} list
 * @param {{root: string, carry: string, foreign: boolean}} around of `card`
 */
export class Results {
  constructor(list, around) {
    this._list = list;
    this._around = around;
    this._told = [];
  }

  /**
   * Shows these results and no others. The details of the first `known` of them are there; of the rest only those
   * stay that stood there in the same place, until the first that did not.
   *
   * @param {object} all of `ready`
   * @param {string} asked the question
   * @param {Array<object>} found of `answer`
   * @param {number} known
   * @returns {number} how many stand there now
   */
  show(all, asked, found, known) {
    const stems = asked ? stemsOf(all.engine.read(asked)) : new Set();
    const items = [...this._list.children];
    const told = [];
    for (const [place, one] of found.entries()) {
      const fits = fitting(all, asked, one, stems);
      const same = JSON.stringify([one.record.key, fits]);
      if (same !== this._told[place]) {
        if (place >= known) break;
        const item = made("li", {}, card(one.record, fits, { ...this._around, said: all.said }));
        item.dataset.record = one.record.key;
        if (items[place]) items[place].replaceWith(item);
        else this._list.append(item);
      }
      told.push(same);
    }
    items.slice(told.length).forEach((item) => item.remove());
    this._told = told;
    return told.length;
  }
}

/** What a result says of how it fits the question, beside what stands in its record. */
function fitting(all, asked, { record, state, distance, terms }, stems) {
  const reasons = asked ? terms.slice(0, 2).map((term) => all.vocabulary.terms[term].label) : [];
  return { name: marked(record.name, stems), summary: marked(record.summary ?? "", stems), reasons, state, distance };
}

/** What of a question is marked. Of what means nearly the same only single words: half a phrase explains nothing. */
function stemsOf(read) {
  const alike = read.flatMap(({ near }) => near.map(([stems]) => stems)).filter((stems) => stems.length === 1);
  return new Set([...read.flatMap(({ stems }) => stems.map(([stem]) => stem)), ...alike.flat()]);
}
