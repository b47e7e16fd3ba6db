// What a result shows, fetched in parts when it is about to be shown.

import { offering, organisation } from "../scripts/addresses.mjs";

export class Details {
  /**
   * @param {Array<object>} records all that can be found; a record learns what it shows when its part has come
   * @param {number} size records in a part
   * @param {(part: number) => Promise<Array<object>>} load fetches a part
   */
  constructor(records, size, load) {
    this._records = records;
    this._size = size;
    this._load = load;
    this._parts = new Map();
  }

  /** Sees to it that these records, by number, know what to show. */
  async of(numbers) {
    const parts = new Set(numbers.map((number) => Math.floor(number / this._size)));
    await Promise.all([...parts].map((part) => this._get(part)));
  }

  /** Sees to it that all do: for questions that the index alone can't answer, such as what is open now. */
  async all() {
    await this.of([...this._records.keys()]);
  }

  /** Fetches the rest one by one: what stands there already is shown at once. */
  async beforehand() {
    const parts = Math.ceil(this._records.length / this._size);
    for (let part = 0; part < parts; part++) await this._get(part);
  }

  /** A part is fetched once; after a failure it may be tried again. */
  _get(part) {
    if (!this._parts.has(part)) {
      const coming = this._load(part).then((shown) => shown.forEach((one, i) => this._know(part * this._size + i, one)));
      this._parts.set(part, coming.catch((error) => {
        this._parts.delete(part);
        throw error;
      }));
    }
    return this._parts.get(part);
  }

  _know(number, { key, shared, ...shown }) {
    const record = this._records[number];
    const url = record.kind === "page" ? key : record.kind === "offer" ? offering(key) : organisation(key);
    Object.assign(record, { chips: [], ...shown, key, url, shared: Boolean(shared) });
  }
}
