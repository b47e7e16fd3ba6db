// The address of a calendar to subscribe to: a button that copies it, whole, wherever the site stands.

export default function address(element) {
  const { copy, copied, failed } = element.dataset;
  const link = element.querySelector("a");
  if (!link.textContent.startsWith("http")) link.textContent = link.href; // the build knew of no address of the site
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet subscribe__copy";
  button.textContent = copy;
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link.href);
      told.textContent = copied;
    } catch {
      told.textContent = failed;
    }
  });
  element.append(button, told);
}
