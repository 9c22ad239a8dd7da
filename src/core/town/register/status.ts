/** Where a set stands, as who has what shows it: by a colour, a shape and words. */
export const SET_STATUSES = [
  'published',
  'ready',
  'in-progress',
  'waiting',
  'refused',
  'withdrawn',
  'elsewhere',
] as const
export type SetStatus = (typeof SET_STATUSES)[number]

export const STATUS_WORDS: Readonly<Record<SetStatus, string>> = {
  published: 'Publié',
  ready: 'Prêt à publier',
  'in-progress': 'En préparation',
  waiting: 'Pas encore reçu',
  refused: 'Ne s’ouvre pas',
  withdrawn: 'Retiré du portail',
  elsewhere: 'Pas dans Carnet',
}

/** Each its shape, in a square of 14: what a printer without colours and an eye that does not tell green from red still see. */
export const STATUS_SHAPES: Readonly<Record<SetStatus, string>> = {
  // A full disc, ticked.
  published: 'M7 0a7 7 0 1 0 0 14A7 7 0 0 0 7 0Zm-1.2 10.3L2.9 7.4l1.3-1.3 1.6 1.6 4-4 1.3 1.3Z',
  // A full square on its corner.
  ready: 'M7 0l7 7-7 7-7-7Z',
  // A disc, half full.
  'in-progress': 'M7 0a7 7 0 1 0 0 14A7 7 0 0 0 7 0Zm0 1.8v10.4A5.2 5.2 0 0 1 7 1.8Z',
  // An empty ring.
  waiting: 'M7 0a7 7 0 1 0 0 14A7 7 0 0 0 7 0Zm0 1.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 7 1.8Z',
  // A no-entry sign.
  refused: 'M7 0a7 7 0 1 0 0 14A7 7 0 0 0 7 0ZM3 5.8h8v2.4H3Z',
  // A cross.
  withdrawn: 'M2.2 0 7 4.8 11.8 0 14 2.2 9.2 7 14 11.8 11.8 14 7 9.2 2.2 14 0 11.8 4.8 7 0 2.2Z',
  // An arrow that leaves.
  elsewhere: 'M5 0h9v9h-2.6V4.4L2 13.8.2 12 9.6 2.6H5Z',
}
