import type { NodeKind } from './graph.ts'

/** A drawing for each kind, in a square of 18, filled: told apart without colours. */
export const KIND_GLYPHS: Readonly<Record<NodeKind, string>> = {
  // A head and shoulders, with the sash.
  elected:
    'M9 1a3.6 3.6 0 1 1 0 7.2A3.6 3.6 0 0 1 9 1ZM2 17c0-4.4 2.9-7 7-7 .9 0 1.7.1 2.4.4L5.6 17ZM12.9 11.2 8.3 17H16c0-2.5-1.1-4.5-3.1-5.8Z',
  // Two desks under one roof.
  service: 'M9 1 17 5.5v2H1v-2ZM2.5 9h3v5.5h-3ZM7.5 9h3v5.5h-3ZM12.5 9h3v5.5h-3ZM1 15.5h16V17H1Z',
  // A head and shoulders.
  person: 'M9 1a3.6 3.6 0 1 1 0 7.2A3.6 3.6 0 0 1 9 1ZM2 17c0-4.4 2.9-7 7-7s7 2.6 7 7Z',
  // A door that leads outside.
  body: 'M2 2h8v2H4v10h6v2H2ZM11.5 5 16 9l-4.5 4v-2.8H7V7.8h4.5Z',
  // A table.
  set: 'M1 2h16v4H1ZM1 7.5h4.5V11H1ZM7 7.5h10V11H7ZM1 12.5h4.5V16H1ZM7 12.5h10V16H7Z',
}
