/**
 * Lets a field keep what is typed in it when its page is left and brought back as it was: WebKit then empties every field
 * that a browser may not fill in by itself, which is to say that it puts there what the field began with.
 */
export function stays(field) {
  addEventListener("pagehide", () => (field.defaultValue = field.value));
}
