// Mijn rugzak: what was kept, fresh from its pages, with notes, an order of one's own, print and share.

import { KEPT, library } from "../../scripts/addresses.mjs";
import { stands } from "../../scripts/clock.mjs";
import { LONGEST_LINK } from "../../scripts/links.mjs";
import { made } from "../../scripts/made.mjs";
import { asFragment, changed, fromFragment, keep, kept } from "../kept/kept.mjs";

/** Characters. A longer message in a link gets cut by programs that pass it on. */
const LONGEST_MESSAGE = 2000;

/**
 * What a page says of itself now, in the elements that its template marks with `data-tells`: name, organisation, first
 * sentence, how to begin, why it can't be had, and whether nobody else may see it. Null when it is not there.
 */
async function looked(root, path) {
  const answer = await fetch(root + path);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${answer.status} for ${path}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  // A page that was made long ago tells by itself what of it is over.
  const told = new Map([...page.querySelectorAll("[data-tells]")].filter(stands).map((element) => [element.dataset.tells, element]));
  const text = (name) => told.get(name)?.textContent.trim() ?? "";
  const action = told.get("action");
  return {
    name: text("name"),
    by: text("by"),
    summary: text("summary"),
    gone: text("gone"),
    discreet: page.querySelector(".leave:not([hidden])") !== null,
    action: action && { label: action.textContent.trim(), href: action.getAttribute("href") },
  };
}

export default function rugzak(element) {
  const { root } = element.dataset;
  const said = JSON.parse(element.dataset.said);
  const list = element.querySelector(".kept__list");
  const empty = element.querySelector(".kept__empty");
  const tools = element.querySelector(".kept__tools");
  const told = element.querySelector("[role=status]");
  const leaving = document.querySelector(".leave");
  const withNotes = element.querySelector("[name=notities]");
  const known = new Map();
  let before = null;
  let renderSVG = null;
  /** Notes that could not be kept, by path: they stay in sight, and go along with the next thing that can be. */
  const unkept = new Map();
  let shared = null;

  const items = () => shared ?? kept();
  const address = (path) => new URL(root + path, location.href).href;

  /** Keeps a list. False, and said so, when that can't be: then what was kept before still is. */
  function change(next) {
    const done = keep(next.map((item) => (unkept.has(item.path) ? { ...item, note: unkept.get(item.path) } : item)));
    if (done) unkept.clear();
    told.textContent = done ? "" : said.impossible;
    return done;
  }

  /** The list that the address carries, if it does. */
  function open() {
    const given = fromFragment(location.hash);
    shared = given?.items ?? null;
    told.textContent = given && !given.whole ? said.shared_part : "";
  }

  function move(path, by) {
    const next = kept();
    const from = next.findIndex((item) => item.path === path);
    const to = Math.min(next.length - 1, Math.max(0, from + by));
    next.splice(to, 0, ...next.splice(from, 1));
    if (!change(next)) return;
    draw();
    list.querySelector(`[data-path="${path}"] [data-move="${by}"]`)?.focus();
    told.textContent = said.moved.replace("{place}", to + 1).replace("{name}", next[to].name);
  }

  function controls({ path, name }, place, count) {
    const small = (text, properties, pressed) => {
      const button = made("button", { type: "button", className: "small-button", textContent: text, ...properties });
      button.addEventListener("click", pressed);
      return button;
    };
    const up = small("↑", { ariaLabel: `${said.up}: ${name}`, disabled: place === 0 }, () => move(path, -1));
    const down = small("↓", { ariaLabel: `${said.down}: ${name}`, disabled: place === count - 1 }, () => move(path, 1));
    up.dataset.move = "-1";
    down.dataset.move = "1";
    const out = small(said.remove, { ariaLabel: `${said.remove}: ${name}` }, () => {
      const all = kept();
      if (!change(all.filter((item) => item.path !== path))) return;
      before = all;
      offerUndo(said.removed.replace("{name}", name));
    });
    return made("p", { className: "kept__controls" }, up, down, out);
  }

  function note({ path, name, note: before }) {
    const id = `notitie-${path.replaceAll("/", "-")}`;
    const text = unkept.get(path) ?? before;
    const area = made("textarea", { id, value: text, rows: 2 });
    const failed = made("p", { className: "warm", textContent: said.impossible, hidden: !unkept.has(path) });
    area.addEventListener("input", () => {
      unkept.set(path, area.value);
      failed.hidden = change(kept());
      onPaper.textContent = area.value;
    });
    const onPaper = made("p", { className: "kept__note", textContent: text });
    const label = made("label", { htmlFor: id, textContent: said.note });
    label.append(made("span", { className: "unseen", textContent: `: ${name}` }));
    return [made("div", { className: "kept__write" }, label, area, failed), onPaper];
  }

  /** A code that leads to a page of this site: made by the library from its address alone. */
  function code(path) {
    return new DOMParser().parseFromString(renderSVG(address(path), { border: 1 }), "image/svg+xml").documentElement;
  }

  function row(item, place, count) {
    const fresh = known.get(item.path);
    const name = fresh?.name || item.name || said.unknown;
    const link = made("a", { href: root + item.path, textContent: name });
    const entry = made("li", { className: "card kept__item" });
    entry.dataset.path = item.path;
    entry.dataset.record = item.path.split("/").slice(1, -1).join("/");
    entry.append(
      made("p", { className: "by", textContent: fresh?.by ?? "" }),
      made("h2", {}, link),
      made("p", { textContent: fresh?.summary ?? "" }),
    );
    if (fresh === null || fresh?.gone) entry.append(made("p", { className: "warm", textContent: fresh?.gone || said.gone }));
    if (fresh?.action) {
      entry.append(made("p", { className: "card__do" }, made("a", { className: "button", href: fresh.action.href, textContent: fresh.action.label })));
    }
    if (shared) {
      if (item.note) entry.append(made("p", { className: "kept__note kept__note--shown", textContent: item.note }));
    } else entry.append(...note({ ...item, name }), controls({ ...item, name }, place, count));
    entry.append(made("div", { className: "kept__code" }, renderSVG && code(item.path)));
    return entry;
  }

  function draw() {
    leaving.hidden = !items().some(({ path }) => known.get(path)?.discreet);
    const now = items();
    empty.hidden = now.length > 0;
    tools.hidden = !now.length || Boolean(shared);
    list.replaceChildren(...now.map((item, place) => row(item, place, now.length)));
    element.querySelector(".kept__shared").hidden = !shared;
  }

  /** Asks each page once what it says now; what can't be asked shows what was known when it was kept. */
  async function refresh() {
    const asked = items().filter(({ path }) => !known.has(path));
    await Promise.all(
      asked.map(async ({ path }) => {
        try {
          known.set(path, await looked(root, path));
        } catch {
          known.delete(path);
        }
      }),
    );
    if (!list.contains(document.activeElement)) draw();
  }

  function offerUndo(text) {
    told.replaceChildren(text, " ");
    const undo = made("button", { type: "button", className: "small-button", textContent: said.undo });
    undo.addEventListener("click", () => {
      if (change(before)) told.textContent = said.undone;
    });
    told.append(undo);
    undo.focus();
  }

  const asText = () =>
    kept()
      .map((item) => {
        const fresh = known.get(item.path);
        const lines = [fresh?.name || item.name, fresh?.action?.label ?? "", address(item.path)];
        if (withNotes.checked && item.note) lines.push(`${said.note}: ${item.note}`);
        return lines.filter(Boolean).join("\n");
      })
      .join("\n\n");
  const link = () => address(KEPT) + asFragment(kept(), withNotes.checked);

  const actions = {
    async print() {
      ({ renderSVG } = await import(address(library("uqr.mjs"))));
      await refresh();
      draw();
      window.print();
    },
    async link() {
      const address = link();
      await navigator.clipboard.writeText(address);
      told.textContent = address.length > LONGEST_LINK ? said.link_long : said.link_copied;
    },
    async text() {
      await navigator.clipboard.writeText(asText());
      told.textContent = said.text_copied;
    },
    mail() {
      const message = `mailto:?subject=${encodeURIComponent(said.subject)}&body=${encodeURIComponent(`${asText()}\n\n${link()}`)}`;
      told.textContent = message.length > LONGEST_MESSAGE ? said.message_long : "";
      location.href = message;
    },
    whatsapp() {
      const message = `https://wa.me/?text=${encodeURIComponent(`${said.subject}\n${link()}`)}`;
      told.textContent = message.length > LONGEST_MESSAGE ? said.message_long : "";
      window.open(message, "_blank", "noopener");
    },
    empty() {
      const all = kept();
      if (!change([])) return;
      before = all;
      offerUndo(said.emptied);
    },
    take() {
      const own = kept();
      const whole = [...own, ...shared.filter(({ path }) => !own.some((item) => item.path === path)).map((item) => ({ ...item, name: known.get(item.path)?.name ?? "" }))];
      if (!change(whole)) return;
      shared = null;
      history.replaceState(null, "", location.pathname);
      draw();
      told.textContent = said.taken;
    },
  };
  for (const button of element.querySelectorAll("button[data-do]")) {
    button.addEventListener("click", async () => {
      try {
        await actions[button.dataset.do]();
      } catch (error) {
        console.warn("rugzak:", error);
        told.textContent = said.failed;
      }
    });
  }
  addEventListener("hashchange", () => {
    open();
    draw();
    refresh();
  });
  changed(() => {
    if (!element.querySelector("textarea:focus")) draw();
    refresh();
  });
  element.hidden = false;
  open();
  draw();
  refresh();
}
