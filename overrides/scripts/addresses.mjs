// The addresses of the site, from its root. Made from generator/urls.py by generator/rendering/addresses.py, which says
// how to make it again.

export const KEPT = "rugzak/";
export const WORDS = "assets/woorden.json";
export const MORE_WORDS = "assets/woorden-verder.json";
export const OPEN_NOW = "assets/nu-open.json";
export const WORKER = "werker.js";
export const organisation = (id) => `organisaties/${id}/`;
export const offering = (key) => `organisaties/${key}/`;
export const tool = (id) => `tools/${id}/`;
export const example = (id) => `praktijkvoorbeelden/${id}/`;
export const worksheet = (id) => `werkbladen/${id}/`;
export const help = (municipality, kind) => (kind ? `${municipality}/hulp/${kind}/` : `${municipality}/hulp/`);
export const local = (municipality) => `${municipality}/lokaal.json`;
export const library = (file) => `assets/libraries/${file}`;
export const sayings = (language) => `assets/woorden-${language}.json`;
export const searchIndex = (municipality) => `${municipality}/zoeken.json`;
export const searchMore = (municipality) => `${municipality}/zoeken-verder.json`;
export const searchPart = (municipality, number, language) => (language ? `${municipality}/${language}/zoeken/${number}.json` : `${municipality}/zoeken/${number}.json`);
