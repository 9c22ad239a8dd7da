import type { ReadOptions } from '../core/table/read-result.ts'
import { BadCall } from './command.ts'

/** The options by which a person overrules the readers; the same words for every verb that reads a file. */
export const READ_OPTIONS = {
  sheet: { type: 'string' },
  header: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  hidden: { type: 'boolean' },
} as const

export interface ReadFlags {
  sheet?: string | undefined
  header?: string | undefined
  encoding?: string | undefined
  delimiter?: string | undefined
  hidden?: boolean | undefined
}

export function readOptions({ sheet, header, encoding, delimiter, hidden }: ReadFlags): ReadOptions {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(header === undefined ? {} : { headerRow: lineNumber(header) }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: oneSign(delimiter) }),
    ...(hidden ? { hidden: true } : {}),
  }
}

function oneSign(text: string): string {
  const sign = text === '\\t' ? '\t' : text
  if (sign.length === 1 && !/["'\r\n]/.test(sign)) return sign
  throw new BadCall(
    `J'ai lu --delimiter « ${text} » ; j'attendais un seul signe, par exemple ; ou \\t pour une tabulation.`,
  )
}

function lineNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new BadCall(`J'ai lu --header « ${text} » ; j'attendais un numéro de ligne, par exemple 4.`)
  return Number(text)
}
