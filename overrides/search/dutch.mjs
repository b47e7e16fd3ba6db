// What Dutch words are made of: letters without marks, stems, sounds. Pure functions from text to text.

const MARKS = /\p{M}/gu;
const ASCII = /^[\x20-\x7e]*$/;

/** Small letters without accents: "Café" is "cafe". */
export function plain(text) {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(MARKS, "").toLowerCase();
}

/** "'s nachts" as people type it on a phone. */
const DAYTIME = /^s(morgens|ochtends|middags|avonds|nachts)$/;

/** The words of a text. A lone letter is none ('s avonds, opa's), nor is a lone digit; "can't" is one word. */
export function words(text) {
  const found = plain(text).match(/[a-z]+['’`][st]\b|[a-z0-9]+/g) ?? [];
  return found.map((word) => word.replace(/['’`]/, "").replace(DAYTIME, "$1")).filter((word) => word.length > 1);
}

/** Forms that no rule reaches. */
const IRREGULAR = new Map(
  Object.entries({
    kinderen: "kind", kinder: "kind", kleinkinderen: "kleinkind", steden: "stad", leden: "lid", vrijwilligster: "vrijwillig",
    ouderen: "oudere", oudere: "oudere", bejaarden: "bejaarde", eten: "eten", koken: "kok", kookt: "kok", gaat: "gaan",
    zieke: "ziek", zieken: "ziek", doden: "dood", dode: "dood", gedementeerd: "dementie", dementerend: "dementie",
    dementerende: "dementie", dementerenden: "dementie", dement: "dementie", demente: "dementie", valt: "val", vallen: "val",
    gevallen: "val", vergeet: "verget", vergeten: "verget", geslagen: "sla", slaat: "sla", slaan: "sla", sterft: "sterf",
    gestorven: "sterf", overleden: "overlijd", overlijdt: "overlijd", betaalt: "betal", betaald: "betal", boodschapje: "boodschap",
    uitjes: "uitje", uitje: "uitje", tandarts: "tandarts", gratis: "gratis", thuis: "thuis", samen: "samen", alleen: "alleen",
    leren: "leer", lessen: "les", geholpen: "help", hulp: "hulp", gebracht: "breng", brengt: "breng", gehaald: "hal",
    verzorgd: "verzorg", verzorgt: "verzorg", schoonmaak: "schoonmak", tafeltje: "tafel", maatje: "maatje", maatjes: "maatje",
  }),
);

/** Stems that were found before: compounds are tried at every letter. */
const STEMS = new Map(IRREGULAR);

/** The part of a word that its forms share: "verzorging", "verzorgers" and "verzorgen" are all "verzorg". */
export function stem(word) {
  let found = STEMS.get(word);
  if (found === undefined) STEMS.set(word, (found = word.length < 4 || /\d/.test(word) ? word : shortened(word)));
  return found;
}

const VOWELS = "aeiouy";

/** Whether a vowel stands in a word from one place up to another. */
function vowel(s, from, to) {
  for (let i = from; i < to; i++) if (VOWELS.includes(s[i])) return true;
  return false;
}

const before = (s, letters) => letters.includes(s[s.length - 2]);

// Thousands of words are shortened before the first answer: no rule is tried on a word whose end it can't fit.
function shortened(word) {
  let s = word;
  if (s.length > 4 && (s.endsWith("je") || (s.endsWith("jes") && s.length > 5))) {
    s = s.replace(/s$/, "").replace(/(?:([nr])tje|(m)pje|([aeiou]{2}[lw])tje|(ng)etje|je)$/, "$1$2$3$4");
  }
  if (s.endsWith("heden")) s = `${s.slice(0, -5)}heid`;
  if (s.endsWith("en") && (vowel(s, 2, s.length - 2) || vowel(s, 0, s.length - 4))) s = s.slice(0, -2);
  else if (s.endsWith("e") && vowel(s, 0, s.length - 3)) s = s.slice(0, -1);
  else if (s.length > 4 && s.endsWith("s") && before(s, "bcdfgklmnprtvwaeo")) s = s.slice(0, -1);
  if (s.length > 5 && s.endsWith("ing")) s = s.slice(0, -3);
  if (s.length > 6 && s.endsWith("er")) s = s.slice(0, -2);
  if (s.length > 4 && s.endsWith("t") && before(s, "bdfgklmnprvwz")) s = s.slice(0, -1);
  if (s.at(-1) === s.at(-2) && "bcdfgklmnprst".includes(s.at(-1))) s = s.slice(0, -1);
  if (s.endsWith("v")) s = `${s.slice(0, -1)}f`;
  else if (s.endsWith("z")) s = `${s.slice(0, -1)}s`;
  return s.replace(/([aeou])\1([^aeiouy]+)$/, "$1$2");
}

const SOUNDS = [
  [/y/g, "i"], [/ij|ei/g, "i"], [/ou|au/g, "u"], [/sch/g, "sg"], [/ch/g, "g"], [/ck|c|q/g, "k"], [/ph|v/g, "f"], [/th|dt/g, "t"],
  [/z/g, "s"], [/x/g, "ks"], [/ie/g, "i"], [/oe/g, "u"], [/(.)\1+/g, "$1"], [/d$/, "t"], [/g$/, "g"], [/h/g, ""], [/[ae]n$/, "e"],
];

/** How a word sounds, roughly: what people who write by ear confuse comes out the same. */
export function sound(word) {
  return SOUNDS.reduce((heard, [from, to]) => heard.replace(from, to), word);
}

/**
 * How many slips (a letter too many, missing, wrong, or two swapped) lie between two words; `most` + 1 when more.
 * A row at a time, and only as wide as `most` allows.
 */
export function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(row[b.length], most + 1);
}
