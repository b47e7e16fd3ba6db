// The list of results: the same cards as in the lists, each with what made it fit. What stands there already stays as it
// is: a phone draws only what differs, and who reads or listens is not disturbed.

import { inWords, isStale, saidNow } from "../../scripts/clock.mjs";
import { made } from "../../scripts/made.mjs";
import { inWords as ofOpening } from "../opening/reached.mjs";
import { stem, words } from "../../search/dutch.mjs";

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
function fitting(all, asked, { record, open, distance, elsewhere, terms }, stems) {
  const reasons = asked ? [...all.engine.aided(asked, record).slice(0, 1), ...terms.slice(0, 2).map((term) => all.vocabulary.terms[term].label)] : [];
  return { name: marked(record.name, stems), summary: marked(record.summary ?? "", stems), reasons, open, distance, elsewhere };
}

/** What of a question is marked. Of what means nearly the same only single words: half a phrase explains nothing. */
function stemsOf(read) {
  const alike = read.flatMap(({ near }) => near.map(([stems]) => stems)).filter((stems) => stems.length === 1);
  return new Set([...read.flatMap(({ stems }) => stems.map(([stem]) => stem)), ...alike.flat()]);
}

/** The words of a text with their stems, and what stands between them. Each text is taken apart once. */
const TAKEN = new Map();

function taken(text) {
  let parts = TAKEN.get(text);
  if (!parts) {
    parts = text.split(/(\p{L}[\p{L}\p{N}'’]*)/u).map((part, i) => {
      const [word] = i % 2 ? words(part) : [];
      return { part, stem: word && stem(word) };
    });
    TAKEN.set(text, parts);
  }
  return parts;
}

/**
 * @param {string} text
 * @param {Set<string>} stems what the question has
 * @returns {Array<string|[string]>} the text in parts, the words that the question has too as a list of one
 */
function marked(text, stems) {
  const found = [];
  let plain = "";
  for (const { part, stem } of taken(text)) {
    if (!stem || !stems.has(stem)) plain += part;
    else {
      found.push(plain, [part]);
      plain = "";
    }
  }
  return [...found, plain];
}

const drawn = (parts) => parts.map((part) => (typeof part === "string" ? part : made("mark", { textContent: part[0] })));

/** What is said of whether somebody can be reached now. */
function when(open, said) {
  const line = made("p", { className: "find__when by", textContent: ofOpening(open, said) });
  if (open.state === "open") line.dataset.open = "";
  return line;
}

/**
 * @param {object} record
 * @param {{name: Array, summary: Array, reasons: string[], open: ?object, distance: ?object, elsewhere: ?string}} fits `name` and
 *   `summary` of `marked`; `open` when it matters whether it is open, `distance` of `away` when that is known, `elsewhere`
 *   the village that was asked for and that it is not for
 * @param {{root: string, carry: string, foreign: boolean, said: object}} around `foreign`: the page is not in the
 *   language of the records
 */
function card(record, { name, summary, reasons, open, distance, elsewhere }, { root, carry, foreign, said }) {
  const url = `${root}${record.url}${record.shared ? carry : ""}`;
  const reach = { r: said.regional, n: said.national }[record.reach];
  const by = made("p", { className: "by" }, record.by || (record.kind === "organisation" ? said.organisation : ""));
  if (reach) by.append(" ", made("span", { className: "reach", textContent: reach }));
  const dutch = foreign ? { lang: "nl" } : {};
  const article = made(
    "article",
    { className: "card" },
    by,
    // In one element: the link lays out what is in it piece by piece, and would lose the space beside a marked word.
    made("h3", dutch, made("a", { href: url }, made("span", {}, ...drawn(name)))),
    made("p", dutch, ...drawn(summary)),
  );
  if (record.note) article.append(made("p", { ...dutch, className: "note", textContent: record.note }));
  if (reasons.length) {
    const fits = reasons.flatMap((reason, i) => [i ? ", " : "", made("mark", { textContent: reason })]);
    article.append(made("p", { className: "find__why by" }, `${said.fits} `, ...fits));
  }
  if (record.chips.length) {
    article.append(made("ul", { className: "chips" }, ...record.chips.map((chip) => made("li", { textContent: chip }))));
  }
  if (distance) {
    const { kilometres: far, how, town } = distance;
    const text = how ? said.reaches[how] : said.distance.replace("{distance}", inKilometres(far));
    article.append(made("p", { className: "find__when by", textContent: town ? `${text} (${town})` : text }));
  }
  if (open) article.append(when(open, said));
  if (elsewhere) article.append(made("p", { className: "warm", textContent: said.elsewhere.replace("{place}", elsewhere) }));
  if (record.eligibility) article.append(made("p", { ...dutch, className: "only", textContent: record.eligibility }));
  article.append(...[record.rest, record.room].flatMap(held));
  if (record.kind === "offer") {
    const [label, href] = record.action || [said.begin, url];
    const button = made("a", { className: record.action ? "button" : "button button--quiet", href }, label);
    button.append(made("span", { ...dutch, className: "unseen", textContent: `: ${record.name}` }));
    article.append(made("p", { className: "card__do" }, button));
    article.append(checked(record, said));
  }
  return article;
}

/** How sure it is: what was checked long ago when the page was made, or has become so since. */
function checked({ stale, since, checked }, said) {
  const late = since && isStale(since);
  const textContent = late ? said.stale.replace("{date}", inWords(since)) : checked;
  return made("p", { className: stale || late ? "card__checked warm" : "card__checked", textContent });
}

/** A line on a card; one that is so until a moment says after it, by the visitor's clock, what was so. */
function held(line) {
  if (!line) return [];
  const [text, warm, until, then] = line;
  const said = saidNow(text, { until, then });
  return said ? [made("p", { className: warm && !said.over ? "room warm" : "room", textContent: said.text })] : [];
}

function inKilometres(distance) {
  return distance < 10 ? String(Math.max(0.5, Math.round(distance * 2) / 2)).replace(".", ",") : String(Math.round(distance));
}
