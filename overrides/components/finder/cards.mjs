// One result as the visitor sees it: the same card as in the lists, with what made it fit.

import { made } from "../made.mjs";
import { stem, words } from "../search/dutch.mjs";

/** A text with the words marked that the question has too. */
function marked(text, stems) {
  const parts = text.split(/(\p{L}[\p{L}\p{N}'’]*)/u);
  return parts.map((part, i) => {
    if (i % 2 === 0) return part;
    const [word] = words(part);
    return word && stems.has(stem(word)) ? made("mark", { textContent: part }) : part;
  });
}

function when(record, said) {
  const texts = { open: said.open, closed: said.closed, appointment: said.appointment, unknown: said.unknown, holiday: said.holiday };
  const line = made("p", { className: "find__when by", textContent: texts[record.state] });
  if (record.state === "open") line.dataset.open = "";
  return line;
}

/**
 * @param {object} record with `state` when it matters whether it is open, `distance` in kilometres when that is known
 * @param {{stems: Set<string>, reasons: string[], root: string, carry: string, foreign: boolean, said: object}} around
 *   `foreign`: the page is not in the language of the records
 */
export function card(record, { stems, reasons, root, carry, foreign, said }) {
  const url = `${root}${record.url}${record.shared ? carry : ""}`;
  const reach = { r: said.regional, n: said.national }[record.reach];
  const by = made("p", { className: "by" }, record.by || (record.kind === "organisation" ? said.organisation : ""));
  if (reach) by.append(" ", made("span", { className: "reach", textContent: reach }));
  const dutch = foreign ? { lang: "nl" } : {};
  const article = made(
    "article",
    { className: "card" },
    by,
    made("h3", dutch, made("a", { href: url }, ...marked(record.name, stems))),
    made("p", dutch, ...marked(record.summary, stems)),
  );
  if (record.note) article.append(made("p", { ...dutch, className: "note", textContent: record.note }));
  if (reasons.length) {
    const fits = reasons.flatMap((reason, i) => [i ? ", " : "", made("mark", { textContent: reason })]);
    article.append(made("p", { className: "find__why by" }, `${said.fits} `, ...fits));
  }
  if (record.chips.length) {
    article.append(made("ul", { className: "chips" }, ...record.chips.map((chip) => made("li", { textContent: chip }))));
  }
  if (record.distance !== undefined) {
    const text = record.distance === 0 ? said.comes : said.distance.replace("{distance}", kilometres(record.distance));
    article.append(made("p", { className: "find__when by", textContent: text }));
  }
  if (record.state) article.append(when(record, said));
  if (record.tags.has("status:paused")) article.append(made("p", { className: "warm", textContent: said.paused }));
  if (record.kind === "offer") {
    const [label, href] = record.action || [said.begin, url];
    const button = made("a", { className: record.action ? "button" : "button button--quiet", href }, label);
    button.append(made("span", { ...dutch, className: "unseen", textContent: `: ${record.name}` }));
    article.append(made("p", { className: "card__do" }, button));
    article.append(made("p", { className: record.stale ? "card__checked warm" : "card__checked", textContent: record.checked }));
  }
  return article;
}

function kilometres(distance) {
  return distance < 10 ? String(Math.max(0.5, Math.round(distance * 2) / 2)).replace(".", ",") : String(Math.round(distance));
}
