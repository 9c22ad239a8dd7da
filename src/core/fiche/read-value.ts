import { z } from 'zod'
import type { Fiche, FicheField } from './fiche.ts'
import { FREQUENCIES, LICENCES } from './fiche.ts'
import { QUESTIONS } from './questions.ts'

/** Signs that no one sees, but the end of a line. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, sign => (sign === '\n' ? sign : ' '))
    .replace(/[ \t]+/g, ' ')
    .trim()
const text = (most: number) => z.string().transform(clean).pipe(z.string().max(most))
const line = (most: number) => text(most).transform(value => value.replace(/\s*\n\s*/g, ' '))
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(value => new Date(`${value}T12:00:00Z`).toISOString().startsWith(value))
const degrees = (most: number) => z.number().min(-most).max(most)

const READERS: { readonly [F in FicheField]-?: z.ZodType<NonNullable<Fiche[F]>> } = {
  title: line(200).pipe(z.string().min(3)),
  description: text(5000).pipe(z.string().min(3)),
  producer: line(200).pipe(z.string().min(2)),
  purpose: text(5000),
  collection: text(5000),
  frequency: z.enum(FREQUENCIES),
  processing: text(10_000),
  uses: text(5000),
  licence: z.enum(LICENCES),
  considerations: text(5000),
  contact: z.strictObject({
    name: line(200).pipe(z.string().min(2)),
    mail: line(254)
      .pipe(z.string().regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/))
      .exactOptional(),
    url: line(1000)
      .pipe(z.url({ protocol: /^https?$/ }))
      .exactOptional(),
  }),
  keywords: z
    .array(line(80))
    .max(40)
    .transform(words => [...new Set(words.filter(word => word !== ''))])
    .pipe(z.array(z.string()).min(1)),
  temporal: z.strictObject({ from: day, to: day }).refine(({ from, to }) => from <= to),
  spatial: z.strictObject({
    insee: z.string().regex(/^(?:\d{5}|2[AB]\d{3})$/),
    name: line(200).pipe(z.string().min(1)),
    box: z.tuple([degrees(180), degrees(90), degrees(180), degrees(90)]).exactOptional(),
  }),
  granularity: line(200),
}

/** What somebody wrote in a box, clean; or one French sentence that says what was expected. */
export function readFicheValue(
  field: FicheField,
  value: unknown,
): { readonly value: NonNullable<Fiche[FicheField]> } | { readonly refused: string } {
  const read = READERS[field].safeParse(value)
  if (read.success) return { value: read.data }
  const { label, example } = QUESTIONS[field]
  return {
    refused: `${label} : j’ai lu ${said(value)} ; j’attendais ${WANTED[field] ?? `un texte, comme « ${example} »`}.`,
  }
}

const WANTED: { readonly [F in FicheField]?: string } = {
  frequency: 'une des réponses proposées',
  licence: 'une des deux licences proposées',
  contact: 'un service et une adresse, comme « Service animation, mairie@ville-exemple.fr »',
  keywords: 'au moins un mot, séparé des autres par une virgule',
  temporal: 'deux jours, le premier avant le second',
  spatial: 'un code INSEE et un nom de commune',
}

function said(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'une case vide'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `un texte de ${text.length} signes` : `« ${text} »`
}
