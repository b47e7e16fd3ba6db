// From the compact documents of a municipality to records: offers first, then organisations, then pages of knowledge.

export const NEAR = { l: 1.25, r: 1.2, n: 1 };
const PROFESSIONALS = new Set(["vrijwilligers", "beroepskrachten", "mantelzorgondersteuners", "beleidsmedewerkers", "netwerken", "huisartsen"]);

const CARERS = new Set(["mantelzorgers", "jonge-mantelzorgers", "partners", "ouders", "nabestaanden"]);

/** Whether an offer is for who cares for somebody, or for whoever comes. */
function forCarers(tags) {
  const audience = tags.filter((tag) => tag.startsWith("audience:"));
  return !audience.length || audience.some((tag) => CARERS.has(tag.slice(9)));
}

/** Whether an offer is there for who works in care only: a carer hardly ever means that. */
function forProfessionals(tags) {
  const audience = tags.filter((tag) => tag.startsWith("audience:"));
  return audience.length > 0 && audience.every((tag) => PROFESSIONALS.has(tag.slice(9)));
}

/**
 * @param {object} documents `zoeken.json`
 * @param {object} vocabulary `woorden.json`
 * @returns {Array<object>} what the engine ranks and the page shows
 */
export function records(documents, vocabulary) {
  const { tags, labels, organisations, offers, pages, hours } = documents;
  const numbers = new Map(vocabulary.terms.map((term, number) => [`${term.group}:${term.id}`, number]));
  const found = offers.name.map((name, i) => {
    const of = offers.of[i];
    const own = offers.tags[i].map((tag) => tags[tag]);
    const id = organisations.id[of];
    return {
      kind: "offer",
      key: `${id}/${offers.id[i]}`,
      url: `organisaties/${id}/${offers.id[i]}/`,
      shared: organisations.shared[of] === 1,
      name,
      by: organisations.name[of],
      organisation: `${organisations.name[of]} ${organisations.others[of].replaceAll("|", " ")}`,
      summary: offers.summary[i],
      more: offers.more[i],
      place: offers.place[i],
      at: offers.at[i] || null,
      hours: hours[offers.hours[i]],
      tags: new Set(own),
      carers: forCarers(own),
      terms: own.map((tag) => numbers.get(tag)).filter((number) => number !== undefined),
      chips: offers.chips[i].map((chip) => labels[chip]),
      action: offers.action[i],
      checked: labels[offers.checked[i][0]],
      stale: offers.checked[i][1] === 1,
      reach: offers.reach[i],
      note: offers.note[i],
      prior: NEAR[offers.reach[i]] * (own.includes("status:paused") ? 0.7 : 1) * (forProfessionals(own) ? 0.6 : 1),
    };
  });
  organisations.id.forEach((id, i) => {
    found.push({
      kind: "organisation",
      key: id,
      url: `organisaties/${id}/`,
      shared: organisations.shared[i] === 1,
      name: organisations.name[i],
      by: "",
      organisation: organisations.others[i].replaceAll("|", " "),
      summary: organisations.summary[i],
      more: "",
      place: "",
      tags: new Set(),
      terms: [],
      chips: [],
      prior: 0.62,
    });
  });
  for (const [by, name, summary, url] of pages) {
    found.push({
      kind: "page", key: url, url, shared: false, name, by, organisation: "", summary, more: "", place: "", tags: new Set(), terms: [],
      chips: [], prior: 0.5,
    });
  }
  return found;
}
