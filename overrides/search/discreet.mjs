// Whether a question is about what nobody else in the house may see. Pages say so of themselves by the names of such a term
// (`generator/views/pieces/discreet.py`); a question does by those, or by words that mean nearly the same.

import { stem } from "./dutch.mjs";
import { KNOBS } from "./knobs.mjs";

/** How sure a word of the question has to be: a few first letters may become anything. */
const SURE = 0.8;

export class Discreet {
  /**
   * @param {object} vocabulary `woorden.json`
   * @param {Engine} engine
   */
  constructor({ acute, stop }, engine) {
    const little = new Set(stop.split(" "));
    const telling = (name) => name.split(" ").filter((word) => !little.has(word));
    this._engine = engine;
    this._names = new Set(
      acute.filter(({ discreet }) => discreet).flatMap(({ synonyms }) => synonyms.map((name) => telling(name).map(stem).join(" "))),
    );
  }

  of(question) {
    return this._engine.read(question).some(({ stems, near }) =>
      stems.some(([stem, sure]) => sure >= SURE && this._names.has(stem)) ||
      near.some(([stems, sure]) => sure >= SURE * KNOBS.near && this._names.has(stems.join(" "))));
  }
}
