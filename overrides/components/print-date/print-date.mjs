// On paper it matters when a page was printed; only the browser knows that.

export default function printDate(line) {
  const today = () => new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
  // Not before: writing a date takes a phone a tenth of a second.
  addEventListener("beforeprint", () => (line.textContent = line.dataset.text.replace("{date}", today())));
}
