// The pages of a booklet: which number each chapter gets on paper, and the whole address of what stands on the site.
//
// No browser can count pages for a table of contents (CSS's `target-counter` is not there), so the booklet is laid out
// once as it would be printed: with the style for paper, in columns as wide and as high as an A4 between its margins.
// A column then is a page. Nobody sees it, because the screen is not drawn in between.

/** The style for paper everywhere, until what this gives back is called. */
function asOnPaper() {
  const rules = [];
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSMediaRule && rule.media.mediaText === "print") rules.push(rule);
    }
  }
  for (const rule of rules) rule.media.mediaText = "all";
  return () => rules.forEach((rule) => (rule.media.mediaText = "print"));
}

/** Fills in the number of the page behind every line of the contents. */
function number(booklet) {
  const lines = [...booklet.querySelectorAll(".booklet__contents a")];
  const places = lines.map((line) => line.querySelector(".booklet__at"));
  // The numbers take room themselves, so they are there before anything is measured.
  for (const place of places) place.textContent = "00";
  const onScreen = asOnPaper();
  booklet.classList.add("booklet--measured");
  const start = booklet.getBoundingClientRect().left;
  const page = booklet.getBoundingClientRect().width;
  const numbers = lines.map((line) => {
    const heading = booklet.querySelector(`[id="${line.hash.slice(1)}"]`);
    return Math.floor((heading.getBoundingClientRect().left - start + 1) / page) + 1;
  });
  booklet.classList.remove("booklet--measured");
  onScreen();
  places.forEach((place, index) => {
    place.textContent = numbers[index];
    place.setAttribute("aria-label", `${place.dataset.word} ${numbers[index]}`);
    place.setAttribute("role", "img");
  });
}

export default async function booklet(root) {
  for (const link of root.querySelectorAll("[data-site]")) {
    link.dataset.site = link.href.replace(/^https?:\/\//, "").slice(0, -link.textContent.length);
  }
  const button = document.querySelector("[data-print]");
  button.hidden = false;
  button.addEventListener("click", () => print());
  await document.fonts.ready;
  number(root);
}
