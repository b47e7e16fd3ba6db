// Reads a saved `dekking.csv`: RFC 4180 with the delimiter that a spreadsheet may have put in its place.

const NEEDED = ["aanbod", "naam", "organisatie", "soort_id", "bereik"];
const FORMULA = /^'+[=+\-@\t\r＝＋－＠]/;

/** The cells of a text, row by row. */
function rows(text, delimiter) {
  const found = [];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${delimiter}][^\\r\\n${delimiter}]*)?)(${delimiter}|\\r\\n?|\\n|$)`, "y");
  let row = [];
  while (cell.lastIndex < text.length) {
    const [all, quoted, plain, end] = cell.exec(text) ?? [];
    if (all === undefined) return null;
    const value = quoted?.replaceAll('""', '"') ?? plain ?? "";
    row.push(FORMULA.test(value) ? value.slice(1) : value);
    if (end !== delimiter) {
      if (row.some(Boolean)) found.push(row);
      row = [];
    }
  }
  if (row.length) found.push([...row, ""]);
  return found;
}

/**
 * @param {string} text of a file
 * @param {Object<string, string>} formerly the key of today by every key that an offer had before
 * @returns {?{municipality: string, offers: Map<string, {name: string, organisation: string, kinds: Set<string>}>}}
 *   what a text says is near by, by key; null when it is no such file
 */
export function parsed(text, formerly = {}) {
  const [first] = text.split(/[\r\n]/, 1);
  const delimiter = [";", ",", "\t"].reduce((best, sign) => (first.split(sign).length > first.split(best).length ? sign : best));
  const [header, ...lines] = rows(text.replace(/^\ufeff/, ""), delimiter) ?? [];
  if (!header || !NEEDED.every((name) => header.includes(name))) return null;
  const at = Object.fromEntries(header.map((name, index) => [name, index]));
  const offers = new Map();
  for (const line of lines) {
    if (line.length !== header.length) return null;
    if (line[at.bereik] === "landelijk") continue;
    const written = line[at.aanbod];
    const key = Object.hasOwn(formerly, written) ? formerly[written] : written;
    if (!offers.has(key)) offers.set(key, { name: line[at.naam], organisation: line[at.organisatie], kinds: new Set() });
    offers.get(key).kinds.add(line[at.soort_id]);
  }
  return { municipality: lines[0]?.[at.gemeente] ?? "", offers };
}
