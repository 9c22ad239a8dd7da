/** What is settled before the files come, and with whom. */
export const ORGANISE = [
  { to: '/diagnostic', title: 'Diagnostic' },
  { to: '/souhaits', title: 'Liste de souhaits' },
  { to: '/qui-a-quoi', title: 'Qui a quoi' },
  { to: '/demandes', title: 'Demandes' },
  { to: '/sensibiliser', title: 'Sensibiliser' },
] as const
