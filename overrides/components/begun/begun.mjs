// Says at each worksheet in a list that this browser keeps something of it.

import { made } from "../../scripts/made.mjs";
import { read } from "../../scripts/stored.mjs";

export default function begun(list) {
  const { said } = list.dataset;
  for (const link of list.querySelectorAll("a.item")) {
    const id = new URL(link.href).pathname.split("/").at(-2);
    try {
      if (!read(`mantelkaart.werkblad.${id}`)) continue;
    } catch {
      return; // a browser that keeps nothing has nothing begun
    }
    link.append(made("span", { className: "by", textContent: said }));
  }
}
