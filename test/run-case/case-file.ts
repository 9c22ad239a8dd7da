import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const texts = z.array(z.string().min(1)).min(1)
/** Some cells of one row: the others may hold anything. */
const cells = z.array(z.record(z.string(), z.string())).min(1)
const question = z.strictObject({
  file: z.string().optional(),
  sheet: z.string().optional(),
  line: z.number().optional(),
  column: z.string().optional(),
  value: z.string().optional(),
  /** A part of the sentence. */
  question: z.string().optional(),
})
const finding = z.strictObject({
  level: z.enum(['error', 'warning', 'advice']).optional(),
  code: z.string().optional(),
  row: z.number().nullable().optional(),
  column: z.string().nullable().optional(),
  value: z.string().nullable().optional(),
  /** A part of the sentence. */
  message: z.string().optional(),
})

/** `case.json`; what each word means is told to coaches in test/cases/README.md. */
const caseFile = z.strictObject({
  about: z.string().min(20),
  run: texts,
  expect: z.strictObject({
    exit: z.number(),
    says: texts.optional(),
    doesNotSay: texts.optional(),
    refuses: texts.optional(),
    lines: z.array(z.string()).optional(),
    json: z.record(z.string(), z.unknown()).optional(),
    counts: z.record(z.string(), z.number()).optional(),
    table: z.string().optional(),
    rows: z.number().optional(),
    contains: cells.optional(),
    lacks: cells.optional(),
    empty: texts.optional(),
    filled: texts.optional(),
    questions: z.array(question).optional(),
    noQuestions: z.array(question).optional(),
    findings: z.array(finding).optional(),
    noFindings: z.array(finding).optional(),
    steps: z.array(z.record(z.string(), z.unknown())).optional(),
    noSteps: z.array(z.record(z.string(), z.unknown())).optional(),
  }),
})

export type Case = z.infer<typeof caseFile>

/** A word that is not known is refused: a misspelt expectation would never fail. */
export function readCase(folder: string): Case {
  const parsed = caseFile.safeParse(JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')))
  if (!parsed.success) throw new Error(`${folder}/case.json : ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
