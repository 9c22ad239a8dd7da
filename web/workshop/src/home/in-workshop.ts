/** Addresses given by the server are those of the browser's bar; the router's start after /atelier. */
export const inWorkshop = (href: string): string => href.replace(/^\/atelier(?=\/|$)/, '') || '/'
