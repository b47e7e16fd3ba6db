// How wide letters are and where a text breaks: as in generator/views/rings/geometry.py, which says why.

export const FONT = 17;
export const SMALL = 16;
export const LINE = 20;

/** How wide characters are at most, in hundredths of their height: whole numbers add up to the same everywhere. */
const WIDTHS = [
  ["ijl.,:;'’‘|! ", 31],
  ["fIrt()[]-/\"", 40],
  ["csvyz", 50],
  ["abdeghknopquxEFJLT1237", 58],
  ["ABCDGHKNOPQRSUVXYZ045689+&Ø", 73],
  ["mwMWæ@%", 92],
];
const OTHER = 100;

/** How wide a line is at most. */
export function width(text, bold = false) {
  const letters = [...text.normalize("NFD").replace(/[\u0300-\u036f]/g, "")];
  const known = letters.map((letter) => WIDTHS.find(([some]) => some.includes(letter))?.[1] ?? OTHER);
  const hundredths = known.reduce((sum, one) => sum + one, 0);
  return (hundredths * FONT * (bold ? 107 : 100)) / 10000;
}

/** A text in lines that fit: broken at spaces and after hyphens. A word that doesn't fit by itself may be `cut`. */
export function wrapped(text, room, bold = false, cut = true) {
  const found = [];
  let line = "";
  for (const piece of text.match(/\s*(?:[^\s-]+-*|-+)/g) ?? []) {
    if (width((line + piece).trim(), bold) <= room) {
      line = line ? line + piece : piece.trim();
      continue;
    }
    if (line) found.push(line);
    line = piece.trim();
    while (cut && width(line, bold) > room) {
      const letters = [...line];
      let fits = letters.length - 1;
      while (fits > 1 && width(`${letters.slice(0, fits).join("")}-`, bold) > room) fits--;
      found.push(`${letters.slice(0, fits).join("")}-`);
      line = letters.slice(fits).join("");
    }
  }
  return [...found, line];
}
