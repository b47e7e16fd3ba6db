// The day it is where the visitor is, as files and what is kept have it: `2026-10-09`.

export const today = () => new Date().toLocaleDateString("sv-SE"); // year, month and day
