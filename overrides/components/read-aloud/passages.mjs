// What of a page is read aloud: its headings and its text, passage by passage, as a voice should say them.

const PASSAGE = "h1, h2, h3, h4, p, li, blockquote, figcaption, th, td, summary, .facts > div, .item > *";
const SILENT =
  "nav, footer, form, button, .button, .aloud, .unseen, [hidden], [aria-hidden=true], noscript, script, style, svg, .report, .locality:not(.counter), details:not([open])";

/** Numbers to ring within a text: 046 123 45 67, 0800-1234, 14 046, 116 123; and what looks like one, such as a date. */
const RING = /(^|[^\d/.,€-])(0\d{1,3}(?:[ -]\d{2,4}){1,4}|0\d{9}|14 0\d{2,3}|116 ?\d{3})(?![\d-])/g; // older phones know no look-behind
const isRing = (text) => /^1/.test(text) || /^(\d{10}|0[89]00(\d{4}|\d{7}))$/.test(text.replace(/[ -]/g, ""));

/** A number as people say it: digit by digit, with a breath between the groups. */
const digits = (number) =>
  number.trim().split(/[ -]+/).map((group) => [...group].join(" ")).join(", ");

function said(node) {
  const text = node.data.replace(/\s+/g, " ");
  return node.parentElement.closest('a[href^="tel:"]')
    ? text.replace(/[\d][\d -]*\d/g, digits)
    : text.replace(RING, (_, before, found) => before + (isRing(found) ? digits(found) : found));
}

/** The passages of an article, in order: [{element, text}, …]. */
export function passages(article) {
  const found = new Map();
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement } = walker.currentNode;
    const element = parentElement.closest(PASSAGE);
    if (!element || !article.contains(element) || parentElement.closest(SILENT)) continue;
    const row = parentElement.closest("dt, dd");
    const after = !row || !walker.currentNode.data.trim() ? "" : row.matches("dt") ? ": " : ". ";
    found.set(element, (found.get(element) ?? "") + said(walker.currentNode) + after);
  }
  return [...found]
    .map(([element, text]) => ({ element, text: text.replace(/\s+/g, " ").replace(/ (?=[.,:;!?])/g, "").trim() }))
    .filter(({ text }) => /[\p{L}\d]/u.test(text));
}
