/** Whether this is a phone that must be sparing, or a slow line: it fetches nothing that nobody asked for. */
export function isSparing() {
  const { saveData, effectiveType } = navigator.connection ?? {};
  return Boolean(saveData) || /2g$/.test(effectiveType ?? "");
}
