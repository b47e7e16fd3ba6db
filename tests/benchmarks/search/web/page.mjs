// The same page for every engine: a field, and ten results that are drawn anew at every key.

import * as engine from "./engine.mjs";

const field = document.querySelector("input");
const told = document.querySelector("[role=status]");
const list = document.querySelector("ol");
let coming = null;
let turn = 0;

const ready = () => (coming ??= engine.ready());

function made(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  element.innerHTML = text; // with the marks that the engine put in it
  return element;
}

function card({ url, name, by, text }) {
  const title = made("h3", "", `<a href="${url}">${name}</a>`);
  const article = made("article", "card", "");
  article.append(made("p", "by", by ?? ""), title, made("p", "", text));
  const item = document.createElement("li");
  item.append(article);
  return item;
}

async function draw() {
  const mine = ++turn;
  const question = field.value.trim();
  await ready();
  const found = question ? await engine.ask(question) : [];
  if (mine !== turn) return;
  list.replaceChildren(...found.map(card));
  told.textContent = `${found.length} gevonden voor ${question}`;
  told.dataset.resultCount = found.length;
}

if (engine.EAGER) ready();
field.addEventListener("focus", ready);
field.addEventListener("input", draw);
