import { UnreadableFile } from '../../core/table/read-result.ts'

/** Deeper than this is not data: it is made to exhaust a reader. */
const DEEPEST = 10_000

/**
 * JSON with every digit kept: integers too long for a JavaScript number come back as text. Keys such as `__proto__` are own keys, as
 * `JSON.parse` makes them. One object a line (JSON Lines) gives an array. Throws `UnreadableFile` with the line of the fault.
 */
export function parseJson(text: string): unknown {
  refuseDepth(text)
  try {
    return JSON.parse(keepLongIntegers(text))
  } catch (error) {
    return parseLines(text) ?? fail(text, error)
  }
}

function refuseDepth(text: string): void {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === 92) at++
      else if (code === 34) inString = false
    } else if (code === 34) inString = true
    else if (code === 91 || code === 123) {
      if (++depth > DEEPEST)
        throw new UnreadableFile('Ce fichier JSON emboîte plus de 10 000 niveaux : ce n’est pas un tableau de données.')
    } else if (code === 93 || code === 125) depth--
  }
}

/** Strings are matched first, so that digits inside them are left alone. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs
const keepLongIntegers = (text: string) =>
  /\d{16}/.test(text) ? text.replace(TOKEN, token => (/^-?[1-9]\d{15,}$/.test(token) ? `"${token}"` : token)) : text

function parseLines(text: string): unknown[] | undefined {
  const lines = text.split(/\r?\n/).filter(line => line.trim() !== '')
  if (lines.length < 2 || !lines[0]?.trim().startsWith('{')) return undefined
  try {
    return lines.map(line => JSON.parse(keepLongIntegers(line)))
  } catch {
    return undefined
  }
}

function fail(text: string, error: unknown): never {
  const word = /\b(NaN|-?Infinity)\b/.exec(text)
  const place = /position (\d+)/.exec(String(error))
  const at = word !== null && place === null ? word.index : Number(place?.[1] ?? text.length)
  const line = text.slice(0, at).split('\n').length
  const read =
    text
      .slice(at, at + 20)
      .split(/[\n,}\]]/)[0]
      ?.trim() ?? ''
  throw new UnreadableFile(
    read === ''
      ? `Ce fichier JSON est incomplet : il s’arrête à la ligne ${line} au milieu d’une valeur.`
      : `Ce fichier n’est pas du JSON correct : à la ligne ${line} je lis « ${read} » là où j’attendais une valeur ou un séparateur.`,
  )
}
