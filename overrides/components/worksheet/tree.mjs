// A tree of goals: a list of lines, each on a level under the one above it. Made with the keyboard, drawn beside it.

import { made } from "../../scripts/made.mjs";
import { DEEPEST, MOST, columnsOf, isEmpty } from "./sheet-values.mjs";

const lines = (element) => [...element.querySelectorAll(".ws__node")];

/** What stands in a tree: its lines in order, each with how deep it lies. */
export function nodesOf(element) {
  return lines(element).map((line) => ({
    depth: Number(line.dataset.level),
    goal: line.querySelector(".ws__goal").value,
    ...Object.fromEntries([...line.querySelectorAll("[data-column]")].map((input) => [input.dataset.column, input.value])),
  }));
}

/** What a tree has on the screen before anything is written in it. On paper it has what the page was built with. */
const BEGINNING = [{ depth: 0 }, { depth: 1 }, { depth: 2 }];

/** Shows nodes as lines to write on. */
export function showNodes(element, nodes, { field, said, labels, paper }) {
  const beginning = paper ? field.paper : BEGINNING;
  const shown = nodes.some(({ goal }) => goal) || (nodes.length && !paper) ? nodes : beginning;
  element.querySelector(".ws__tree").replaceChildren(...shown.map((node) => line(node, field, labels)));
  element.querySelector(".ws__keys").hidden = false;
}

const levelOf = ({ depth }, { levels }) => levels[Math.min(depth, levels.length - 1)];

function line(node, field, labels) {
  const name = levelOf(node, field);
  const goal = made("textarea", { className: "ws__goal ws__line", rows: 1, value: node.goal ?? "", ariaLabel: name });
  const more = columnsOf(field).map(({ id, label }) => {
    const input = made("textarea", { className: "ws__line", rows: 1, value: node[id] ?? "" });
    input.dataset.column = id;
    return made("label", { className: "ws__about-goal" }, made("span", { textContent: label }), input);
  });
  const button = (text, step, label) => {
    const pressed = made("button", { type: "button", className: "small-button", textContent: text });
    if (label) pressed.ariaLabel = label;
    pressed.dataset.step = step;
    return pressed;
  };
  const controls = made(
    "p",
    { className: "ws__steps" },
    button(labels.beside, "beside"),
    button(labels.below, "below"),
    button("↑", "up", labels.up),
    button("↓", "down", labels.down),
    button("←", "out", labels.out),
    button("→", "in", labels.in),
    button(labels.remove, "remove"),
  );
  const element = made("li", { className: "ws__node" }, made("span", { className: "ws__level", textContent: name }), goal, ...more, controls);
  element.dataset.level = node.depth;
  return element;
}

/** The place just behind everything that hangs under a node. */
function behind(nodes, place) {
  let next = place + 1;
  while (next < nodes.length && nodes[next].depth > nodes[place].depth) next += 1;
  return next;
}

/** The place of the node on the same level before or after this one, under the same goal; -1 when there is none. */
function neighbour(nodes, place, by) {
  const { depth } = nodes[place];
  if (by > 0) {
    const next = behind(nodes, place);
    return next < nodes.length && nodes[next].depth === depth ? next : -1;
  }
  for (let before = place - 1; before >= 0 && nodes[before].depth >= depth; before -= 1) if (nodes[before].depth === depth) return before;
  return -1;
}

const moved = (nodes, place, by) => nodes.map((node, i) => (i >= place && i < behind(nodes, place) ? { ...node, depth: node.depth + by } : node));

const FULL = { limit: "tree_full", count: MOST };
const DEEP = { limit: "tree_deep", count: DEEPEST };

/** Each step: from nodes and a place to new nodes and where one is then, or which limit it comes to; null when it leads nowhere. */
const STEPS = {
  beside(nodes, place) {
    if (nodes.length >= MOST) return FULL;
    const at = behind(nodes, place);
    const depth = Math.max(1, nodes[place].depth); // there is one main goal
    return { nodes: nodes.toSpliced(at, 0, { depth }), place: at };
  },
  below(nodes, place) {
    const depth = nodes[place].depth + 1;
    if (depth >= DEEPEST) return DEEP;
    if (nodes.length >= MOST) return FULL;
    const at = behind(nodes, place);
    return { nodes: nodes.toSpliced(at, 0, { depth }), place: at };
  },
  up: (nodes, place) => swapped(nodes, neighbour(nodes, place, -1), place, true),
  down: (nodes, place) => swapped(nodes, place, neighbour(nodes, place, 1), false),
  out(nodes, place) {
    return nodes[place].depth > 1 ? { nodes: moved(nodes, place, -1), place } : null;
  },
  in(nodes, place) {
    const above = neighbour(nodes, place, -1);
    const deepest = Math.max(...nodes.slice(place, behind(nodes, place)).map(({ depth }) => depth));
    if (above < 0) return null;
    return deepest + 1 < DEEPEST ? { nodes: moved(nodes, place, 1), place } : DEEP;
  },
  remove(nodes, place) {
    const rest = nodes.toSpliced(place, behind(nodes, place) - place);
    return rest.length ? { nodes: rest, place: Math.max(0, place - 1) } : { nodes: [{ depth: 0 }], place: 0 };
  },
};

/** Two neighbours, with what hangs under them, in each other's place. */
function swapped(nodes, first, second, up) {
  if (first < 0 || second < 0) return null;
  const end = behind(nodes, second);
  const before = nodes.slice(first, second);
  const after = nodes.slice(second, end);
  return { nodes: [...nodes.slice(0, first), ...after, ...before, ...nodes.slice(end)], place: up ? first : first + after.length };
}

const KEYS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "out", ArrowRight: "in" };

/**
 * Brings a tree to life.
 *
 * @param {{field: object, labels: object, said: object, change: Function, tell: Function}} around `change` makes a
 *   change, and gets what to say of it and whether something that was written goes
 */
export function tree(element, around) {
  const step = (name, target) => {
    const place = lines(element).indexOf(target.closest(".ws__node"));
    const nodes = nodesOf(element);
    const done = STEPS[name](nodes, place);
    if (!done) return;
    if (done.limit) {
      around.tell(around.said[done.limit].replace("{count}", done.count));
      return;
    }
    const show = () => {
      showNodes(element, done.nodes, around);
      lines(element)[done.place].querySelector(".ws__goal").focus();
    };
    const { moved, removed, removed_branch } = around.said;
    if (name === "remove") {
      const gone = nodes.slice(place, behind(nodes, place));
      const text = (gone.length > 1 ? removed_branch : removed).replace("{one}", levelOf(gone[0], around.field));
      around.change(show, text, !isEmpty(gone));
    } else around.change(show, moved.replace("{level}", done.nodes[done.place].depth + 1).replace("{place}", done.place + 1));
  };
  element.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-step]");
    if (button) step(button.dataset.step, button);
  });
  element.addEventListener("keydown", (event) => {
    if (!event.target.matches(".ws__goal")) return;
    if (event.key === "Enter") {
      event.preventDefault();
      step("beside", event.target);
    } else if (event.altKey && event.key in KEYS) {
      event.preventDefault();
      step(KEYS[event.key], event.target);
    }
  });
}
