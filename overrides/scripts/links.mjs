/** Characters. A longer link gets cut, or lost, by programs that pass it on. */
export const LONGEST_LINK = 8000;
