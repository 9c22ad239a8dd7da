/** As a French index orders names: « Épône » before « Flins », which no database does by itself in both engines. */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'fr')
