/** Where texts of one kind are read and written: the editor is the same. */
export interface TextPlace {
  /** `/kit/pieces`: before the name of the text. */
  readonly api: string
  /** `kit`: before the name of the town's text. */
  readonly texts: string
  /** How its text is written, when it is not as the others. */
  readonly how?: string
}

export const KIT: TextPlace = { api: '/kit/pieces', texts: 'kit' }

export const HOW =
  'Une ligne qui commence par # est un titre, par - un élément de liste. Une ligne vide sépare les paragraphes.'
