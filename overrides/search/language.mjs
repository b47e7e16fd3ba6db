// What somebody types who speaks another language, on top of what is known of Dutch.

import { words } from "./dutch.mjs";

/**
 * @param {object} vocabulary `woorden.json`
 * @param {object} own `woorden-<language>.json`
 * @returns {object} a vocabulary that knows the words of both, and speaks the other language
 */
export function withLanguage(vocabulary, own) {
  const both = ["stop", "who", "someone", "little"].map((name) => [name, `${vocabulary[name]} ${own[name]}`]);
  return {
    ...vocabulary,
    ...Object.fromEntries(both),
    calm: [...vocabulary.calm, ...own.calm],
    terms: vocabulary.terms.map((term) => {
      const told = own.terms[`${term.group}:${term.id}`];
      if (!told) return term;
      return { ...term, label: told.label, synonyms: [...term.synonyms, words(term.label).join(" "), ...told.says] };
    }),
    acute: vocabulary.acute.map((term) => {
      const { label, explanation, says } = own.acute[term.id] ?? { ...term, says: [] };
      return { ...term, label, explanation, phrases: [...term.phrases, ...says] };
    }),
    said: own.said,
  };
}

/** The same for languages and accessibility: as `aids` in `zoeken.json`, in the words of both. */
export function aidsOf(aids, own) {
  return Object.fromEntries(
    Object.entries(aids).map(([tag, [label, said]]) => {
      const told = own.terms[tag];
      return [tag, told ? [told.label, [...said, words(told.label).join(" "), ...told.says]] : [label, said]];
    }),
  );
}
