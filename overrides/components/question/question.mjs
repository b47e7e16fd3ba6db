// A question asked elsewhere goes to the page that answers it behind a #, which no server gets to see.

import { stays } from "../../scripts/staying.mjs";

export default function question(form) {
  stays(form.elements.vraag);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${form.action}#q=${encodeURIComponent(form.elements.vraag.value.trim())}`);
  });
}
