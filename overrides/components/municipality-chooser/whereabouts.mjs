// Which municipalities somebody means who types where they live: a municipality, a village, a neighbourhood, a postcode, a
// name of before. What is spelled as typed comes before what is a slip of the pen away.

import { slips } from "../../search/dutch.mjs";

/** Letters without accents, capitals and signs: "sudwest" finds Súdwest-Fryslân, "s-her" 's-Hertogenbosch. */
export function plain(text) {
  const small = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’‘'`´.]/g, "");
  return small.replace(/[^a-z0-9]+/g, " ").trim();
}

/** The same without what people write in two ways, and without an article or a province. */
function loose(text) {
  const bare = text.replace(/^(?:s|t|de|den|het) (?=.)/, "").replace(/ (?:gld|nh|zh|nb|lb?|ov?|frl?|gr|dr|ut?|z|zld|fl)$/, "");
  return bare.replace(/ij/g, "y").replace(/\bsint\b|\bsaint\b/g, "st").replace(/ /g, "");
}

/** How many slips a name may be away, by how many letters were typed. */
function forgiven(typed) {
  return typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
}

/** How well a name fits what was typed, 0 the best; undefined when it doesn't. */
function fit(name, typed) {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  return ` ${name}`.includes(` ${typed}`) ? 2 : undefined;
}

/** Whether one of these ranges ("7201-7207,7213") has a postcode that begins with these digits. */
function holds(ranges, digits) {
  const low = Number(digits.padEnd(4, "0"));
  const high = Number(digits.padEnd(4, "9"));
  return ranges.some(([from, to = from]) => from <= high && to >= low);
}

/** Everything that can be typed, by municipality. */
export class Whereabouts {
  /** @param {Array<{id: string, name: string, places: string[]}>} choices in the order in which they are shown */
  constructor(choices) {
    this._choices = choices.map(({ id, name, places }, order) => {
      // Namesakes have their province behind them.
      const own = [name, name.replace(/ \(.*\)$/, "")].map((text) => [text, true]);
      const names = [...own, ...places.map((place) => [place, false])];
      return { id, order, names: names.map(([text, own]) => this._name(text, own)), ranges: [] };
    });
  }

  _name(text, own) {
    const spelled = plain(text);
    return { text, own, spelled, loose: loose(spelled) };
  }

  /** Takes in what is not on the page: [other names, what lies in it, postcodes] by the id of a municipality. */
  learn(more) {
    for (const choice of this._choices) {
      const [names = "", parts = "", postcodes = ""] = more[choice.id] ?? [];
      const split = (text) => (text ? text.split("|") : []);
      choice.names.push(...split(names).map((text) => this._name(text, true)));
      choice.names.push(...split(parts).map((text) => this._name(text, false)));
      choice.ranges = postcodes ? postcodes.split(",").map((range) => range.split("-").map(Number)) : [];
    }
  }

  /**
   * The municipalities that what was typed can mean, the best first.
   *
   * @param {string} typed
   * @returns {Array<{id: string, sure: boolean, by: ?string}>} `sure` when it is called exactly that; `by` is what it has
   *   of that name, null for its own
   */
  find(typed) {
    const asked = plain(typed).replace(/^gemeente (?=.)/, "").replace(/ ca$/, "");
    const digits = /^(\d{1,4}) ?[a-z]{0,2}$/.exec(asked)?.[1];
    if (digits) return this._ofPostcode(digits);
    if (!asked) return [];
    const found = this._by((name) => fit(name.spelled, asked));
    if (found.length) return found;
    const bare = loose(asked);
    const near = bare ? this._by((name) => fit(name.loose, bare)) : [];
    if (near.length) return near;
    const most = forgiven(bare);
    if (!most) return [];
    return this._by((name) => {
      const whole = slips(bare, name.loose, most);
      // Somebody who is still typing has made the slip already.
      const begun = whole > most && bare.length > 4 ? slips(bare, name.loose.slice(0, bare.length), 1) : most + 1;
      const apart = Math.min(whole, begun > 1 ? most + 1 : begun + 0.5);
      return apart <= most ? 3 + apart : undefined;
    }, true);
  }

  _ofPostcode(digits) {
    const sure = digits.length === 4;
    const found = this._choices.filter(({ ranges }) => holds(ranges, digits));
    return found.map(({ id }) => ({ id, sure, by: sure ? digits : null }));
  }

  /** The municipalities with a name that fits, the best first; only the nearest when they are `guessed`. */
  _by(weigh, guessed = false) {
    const found = [];
    for (const { id, order, names } of this._choices) {
      let best = null;
      for (const name of names) {
        const weight = weigh(name);
        // A municipality of that name comes before one with a village of that name.
        if (weight !== undefined && (!best || weight * 2 + !name.own < best.weight)) best = { weight: weight * 2 + !name.own, name };
      }
      if (best) found.push({ id, order, weight: best.weight, name: best.name });
    }
    found.sort((a, b) => a.weight - b.weight || a.order - b.order);
    const shown = guessed ? found.filter(({ weight }) => weight < found[0].weight + 1.5) : found;
    return shown.map(({ id, weight, name }) => ({ id, sure: weight < 2, by: name.own ? null : name.text }));
  }
}
