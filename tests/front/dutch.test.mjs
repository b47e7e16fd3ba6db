// Words, stems, sounds and slips: what makes "wandelingen" find "wandelen", and "fereniging" a vereniging.

import assert from "node:assert/strict";
import { test } from "node:test";
import { plain, slips, sound, stem, words } from "../../overrides/search/dutch.mjs";

const FAMILIES = [
  "verzorgen verzorgt verzorgd verzorging verzorger verzorgers",
  "wandelen wandelt wandeling wandelingen",
  "mantelzorg mantelzorger mantelzorgers",
  "vrijwilliger vrijwilligers vrijwilligster",
  "boodschap boodschappen boodschapje boodschapjes",
  "mogelijkheid mogelijkheden",
  "vergadering vergaderingen",
  "school scholen", // a long vowel is written once or twice
  "huis huizen huisje huisjes", // s and z, and what is small
  "brief brieven briefje", // f and v
  "boom boompje",
  "tafel tafels tafeltje",
  "brood broodje broodjes",
  "ring ringen", // no ending -ing
  "les lessen",
  "ziek zieke zieken",
  "kind kinderen kindje", // what no rule reaches
  "stad steden",
  "eenzaam eenzame",
];

for (const family of FAMILIES) {
  test(`one stem: ${family}`, () => {
    const forms = family.split(" ");
    assert.deepEqual(new Set(forms.map(stem)).size, 1, forms.map((form) => `${form} → ${stem(form)}`).join(", "));
  });
}

test("other words keep other stems", () => {
  for (const pair of ["zorg zon", "huis huil", "eten eet", "thuis tehuis", "rouw trouw", "hulp hals", "bed bad", "kind vriend"]) {
    const [one, other] = pair.split(" ");
    assert.notEqual(stem(one), stem(other), pair);
  }
});

test("a stem is what a word begins with, give or take its last letters", () => {
  for (const word of FAMILIES.flatMap((family) => family.split(" "))) {
    assert.ok(stem(word).length > 2 && stem(word).length <= word.length, word);
    assert.equal(stem(word).slice(0, 2), word.slice(0, 2), word);
    assert.equal(stem(word), stem(word), "asked again it is the same");
  }
});

test("short words and what has a digit stay as they are", () => {
  for (const word of ["wmo", "pgb", "mee", "a2", "113", "24uur"]) assert.equal(stem(word), word);
});

test("a text is small letters without marks", () => {
  assert.equal(plain("Café Súdwest-Fryslân"), "cafe sudwest-fryslan");
  assert.equal(plain("İğne"), "igne");
});

test("words are what tells something: no lone letter, no sign", () => {
  assert.deepEqual(words("Ik zoek 'n oppas, 2x per week!"), ["ik", "zoek", "oppas", "2x", "per", "week"]);
  assert.deepEqual(words("24/7 bereikbaar"), ["24", "bereikbaar"]);
  assert.deepEqual(words(""), []);
  assert.deepEqual(words("?! – …"), []);
});

test("an apostrophe is written in many ways, or left out", () => {
  for (const written of ["'s nachts", "s nachts", "’s nachts", "snachts", "'S NACHTS"]) assert.deepEqual(words(written), ["nachts"], written);
  assert.deepEqual(words("can't don’t"), ["cant", "dont"]);
});

test("who writes by ear is heard", () => {
  for (const pair of [
    "alzheimer alsheimer", "vereniging fereniging", "euthanasie eutanasie", "lichaam ligaam",
    "rijden reiden", "gauw gouw", "depressie depresie", "thuis tuis", "psychisch psygisg", "yoga ioga", "wandelen wandele",
  ]) {
    const [right, heard] = pair.split(" ");
    assert.equal(sound(heard), sound(right), pair);
  }
  for (const pair of ["hulp help", "bed bad", "oma opa"]) {
    const [one, other] = pair.split(" ");
    assert.notEqual(sound(one), sound(other), pair);
  }
});

test("a slip is a letter too many, missing, wrong, or two swapped", () => {
  assert.equal(slips("mantelzorg", "mantelzorg", 2), 0);
  assert.equal(slips("mantellzorg", "mantelzorg", 2), 1);
  assert.equal(slips("mantlzorg", "mantelzorg", 2), 1);
  assert.equal(slips("mentelzorg", "mantelzorg", 2), 1);
  assert.equal(slips("mantelzrog", "mantelzorg", 2), 1);
  assert.equal(slips("matnelzrog", "mantelzorg", 2), 2);
  assert.equal(slips("", "ab", 2), 2);
});

test("more slips than asked for are not counted on", () => {
  assert.equal(slips("kat", "hond", 2), 3);
  assert.equal(slips("kat", "hond", 1), 2);
  assert.equal(slips("zorg", "mantelzorg", 2), 3);
});

/** The same by the book (optimal string alignment), without any short cut. */
function apart(a, b) {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i || j && j));
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      if (!i || !j) {
        rows[i][j] = i + j;
        continue;
      }
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}

test("short cuts change nothing: every pair of short words counts as by the book", () => {
  const short = ["", ..."abc", ..."ab ba aa abc acb cab bca abca".split(" "), "abab", "baba", "abcab", "acbba"].filter((word) => word !== " ");
  for (const a of short) {
    for (const b of short) {
      for (const most of [0, 1, 2, 3]) assert.equal(slips(a, b, most), Math.min(apart(a, b), most + 1), `${a} ${b} ${most}`);
    }
  }
});
