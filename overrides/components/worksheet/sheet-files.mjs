// A worksheet as a file, and as the end of a link behind the # that no server sees.

import { realDay } from "./sheet-days.mjs";
import { ANSWERS, clean } from "./sheet-values.mjs";
import { LONGEST_LINK } from "../../scripts/links.mjs";

const KIND = "mantelkaart-werkblad";
const VERSION = 1;
/** Bytes. A larger file would stop the page that reads it. No larger one is made, so what can be saved can be opened. */
export const MOST_BYTES = 16_000_000;

const count = (list) => (Array.isArray(list) ? list.length : 0);

/** What is kept of a worksheet, as the text of a file. */
export function asText(definition, state, saved) {
  return `${JSON.stringify({ kind: KIND, version: VERSION, worksheet: definition.id, name: definition.name, saved, ...state }, null, 2)}\n`;
}

/**
 * What stands in the text of a file.
 *
 * @returns {{state: ?object, problem: ?string, other: ?string}} the state of the sheet, or the name of what is wrong
 */
export function fromText(text, definition) {
  let given;
  try {
    given = JSON.parse(text);
  } catch {
    return { problem: "not_json" };
  }
  if (!given || typeof given !== "object" || given.kind !== KIND || typeof given.worksheet !== "string") return { problem: "not_json" };
  if (given.version > VERSION) return { problem: "newer" };
  if (given.worksheet !== definition.id) return { problem: "other_sheet", other: String(given.name ?? given.worksheet).slice(0, 120) };
  if (count(given.others) > ANSWERS || count(given.earlier?.answers) > ANSWERS + 1) return { problem: "too_large" };
  return { state: cleaned(definition, given) };
}

/** Everything that can be kept of a sheet, and nothing else. */
export function cleaned(definition, given) {
  const { values, loose } = clean(definition, given?.values);
  const before = Array.isArray(given?.loose) ? given.loose.filter((text) => typeof text === "string") : [];
  const answers = (list) => (Array.isArray(list) ? list.map((one) => clean(definition, one).values) : []);
  const earlier = given?.earlier ? { date: realDay(given.earlier.date), answers: answers(given.earlier.answers) } : null;
  return { values, loose: [...new Set([...before, ...loose])], others: answers(given?.others), earlier, saved: realDay(given?.saved) };
}

const toText = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const toBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** Bytes as they come out of a stream. Rejects as soon as they are more than a sheet can be. */
async function through(bytes, stream) {
  const chunks = [];
  let size = 0;
  for (const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    size += value.length;
    if (size > MOST_BYTES) {
      reader.cancel();
      throw new Error("too much in a link");
    }
    chunks.push(value);
  }
}

/** The values of a sheet as the end of a link; null when that would be too long. */
export async function asFragment(values) {
  const bytes = new TextEncoder().encode(JSON.stringify(values));
  const packed = globalThis.CompressionStream ? await through(bytes, new CompressionStream("deflate-raw")) : null;
  const fragment = packed ? `#w=${toText(packed)}` : `#t=${toText(bytes)}`;
  return fragment.length > LONGEST_LINK ? null : fragment;
}

/** Whether the end of an address carries a sheet. */
export const isLink = (fragment) => /^#[wt]=/.test(fragment);

/** The values in such a link; null when there is none. Rejects when it is not whole. */
export async function fromFragment(fragment) {
  if (!isLink(fragment)) return null;
  const bytes = toBytes(fragment.slice(3));
  const whole = fragment.startsWith("#w=") ? await through(bytes, new DecompressionStream("deflate-raw")) : bytes;
  return JSON.parse(new TextDecoder().decode(whole));
}
