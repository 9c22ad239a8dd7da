let pages = 0

/** Told by the shell at each change of page. */
export function arrive(): void {
  pages++
}
/** Did one come here from another page of the workshop? Then the focus goes to the title; at first opening it stays where the browser puts it. */
export const arrived = (): boolean => pages > 0
