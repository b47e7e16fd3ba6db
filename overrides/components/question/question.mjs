// A question asked elsewhere goes to the page that answers it behind a #, which no server gets to see.

export default function question(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${form.action}#q=${encodeURIComponent(form.elements.q.value.trim())}`);
  });
}
