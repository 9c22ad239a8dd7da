import { readFileSync } from 'node:fs'
import { formatHoraires, parseHoraires } from '../core/hours/index.ts'
import { readArguments } from './arguments.ts'
import { BadCall, type Verb } from './command.ts'

const USAGE = 'hours "TEXTE" | hours --file FICHIER.txt [--json] [--back]'

export const hours: Verb = async (args, world) => {
  const { values, positionals } = readArguments(
    args,
    { file: { type: 'string' }, json: { type: 'boolean' }, back: { type: 'boolean' } },
    USAGE,
    [0, 1],
  )
  if ((values.file === undefined) === (positionals.length === 0))
    throw new BadCall(`J'attendais un texte, ou --file et un fichier. Usage : carnet ${USAGE}`)
  const phrases = values.file === undefined ? positionals : lines(readFileSync(values.file, 'utf8'))
  const say = values.back ? back : values.json ? asJson : asValue
  world.out(phrases.map(phrase => `${say(phrase)}\n`).join(''))
  return 0
}

/** One phrase a line; a last line break does not make one phrase more. */
const lines = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)

const asValue = (phrase: string): string => {
  const reading = parseHoraires(phrase)
  return reading.status === 'certain' ? reading.value : ''
}

function asJson(phrase: string): string {
  const reading = parseHoraires(phrase)
  switch (reading.status) {
    case 'certain':
      return JSON.stringify({ phrase, value: reading.value })
    case 'refused':
      return JSON.stringify({ phrase, value: '', reason: reading.reason, question: reading.question })
    case 'empty':
      return JSON.stringify({ phrase, value: '', reason: 'La case est vide.' })
  }
}

const back = (value: string): string => formatHoraires(value)
