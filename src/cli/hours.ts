import { readFileSync } from 'node:fs'
import { type HoursReading, readHours } from '../core/hours/read-hours.ts'
import { writeHours } from '../core/hours/write-hours.ts'
import { decodeText } from '../readers/text/decode.ts'
import { readArguments } from './arguments.ts'
import { BadCall, type Verb } from './command.ts'

const USAGE = 'hours "TEXTE"... [--file FICHIER.txt] [--back] [--json]'

/** One answer a line, in the order of the phrases; an empty line when a phrase is not understood, its question on the error output. */
export const hours: Verb = async (args, world) => {
  const options = { file: { type: 'string' }, back: { type: 'boolean' }, json: { type: 'boolean' } } as const
  const { values, positionals } = readArguments(args, options, USAGE, [0, Number.POSITIVE_INFINITY])
  const phrases = [...positionals, ...(values.file === undefined ? [] : linesOf(values.file))]
  if (phrases.length === 0 && values.file === undefined)
    throw new BadCall(`Donnez un texte entre guillemets, ou --file FICHIER.txt. Usage : carnet ${USAGE}`)
  for (const phrase of phrases) {
    const answer = values.back ? backToFrench(phrase) : toOsm(phrase)
    world.out(`${values.json ? JSON.stringify({ phrase, ...answer }) : answer.value}\n`)
    if (!values.json && answer.reason !== undefined) world.err(`${answer.question ?? answer.reason}\n`)
  }
  return 0
}

/** The contract of `hours --json`, beside the phrase. `value` is empty when the phrase is, or is not understood. */
interface Answer {
  readonly value: string
  readonly reason?: string
  readonly question?: string
}

function toOsm(phrase: string): Answer {
  const reading: HoursReading = readHours(phrase)
  switch (reading.status) {
    case 'empty':
      return { value: '' }
    case 'certain':
      return { value: reading.value }
    case 'doubtful':
      return { value: '', reason: reading.reason, question: reading.question }
  }
}

function backToFrench(value: string): Answer {
  const written = writeHours(value)
  return written.status === 'written' ? { value: written.text } : { value: '', reason: written.reason }
}

/** The last line break ends the last phrase. */
function linesOf(path: string): string[] {
  const { text } = decodeText(readFileSync(path))
  const lines = text.split(/\r\n?|\n/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}
