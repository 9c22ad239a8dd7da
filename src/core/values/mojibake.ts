import type { Charset } from './mojibake-charsets.ts'
import { readAsOtherCharset } from './mojibake-leftovers.ts'
import { decodeSequences } from './mojibake-sequences.ts'
import { quoted } from './quoted.ts'
import { type Candidate, certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'

/** UTF-8 read in these, one sign for each byte: « Ã© », « √© » and « ├® » are all « é ». */
const CHARSETS: readonly Charset[] = ['windows1252', 'macRoman', 'cp850']
/** Rounds of undoing: a text spoilt five times no longer looks like French. */
const ROUNDS = 4
const LONGEST = 100_000

/** The text as it was before a wrong decoding, when that is certain; undefined when there is nothing to undo or letters are lost. */
export function undoMojibake(text: string): string | undefined {
  const undone = undoRounds(text)
  return undone === text || undone.includes('\uFFFD') ? undefined : undone
}

/**
 * Accents spoilt by a wrong decoding (« Ã‰pÃ´ne »), undone when only one reading is possible: the signs, put back as bytes, are strictly
 * the UTF-8 of French letters. A correct text is given back untouched; a letter lost for good (�) is refused.
 */
export function readMojibake(text: string): Reading {
  if (text === '') return EMPTY
  if (text.length > LONGEST || !/[\u0080-\u{10FFFF}]/u.test(text)) return certain(text)
  const undone = undoRounds(text)
  if (undone.includes('\uFFFD')) {
    return refused(
      `Dans ${quoted(text)}, des lettres ont été perdues (�) et rien ne dit lesquelles : reprenez ce texte dans le fichier de départ.`,
    )
  }
  if (undone !== text) return certain(undone, `Accents abîmés par une mauvaise lecture, remis : ${quoted(undone)}.`)
  return likely(text) ?? certain(text)
}

function undoRounds(text: string): string {
  if (text.length > LONGEST) return text
  let current = text
  for (let round = 0; round < ROUNDS; round++) {
    const next = undoOnce(current)
    if (next === current) break
    current = next
  }
  return windowsSigns(current)
}

function undoOnce(text: string): string {
  for (const charset of CHARSETS) {
    if (decodeSequences(text, charset, false) === text) continue
    // One certain sign proves that the whole cell was spoilt: the ambiguous ones are then read too.
    const undone = decodeSequences(text, charset, true)
    return undone.replace(/^\uFEFF/, '').normalize('NFC')
  }
  return text
}

/** Latin-1 has nothing from 80 to 9F: windows-1252's apostrophe, œ, dashes and euro sign are read where only they make sense. */
const windowsSigns = (text: string): string =>
  text
    .replace(/(?<=\p{L})\u0092(?=\p{L})/gu, '’')
    .replace(/\u009C(?=\p{Ll})/gu, 'œ')
    .replace(/\u008C(?=\p{L})/gu, 'Œ')
    .replace(/(?<=[\d\s])\u0080(?!\p{L})/gu, '€')
    .replace(/(?<=\s)\u0096(?=\s)/g, '–')
    .replace(/(?<=\s)\u0097(?=\s)/g, '—')

/** « Ã la carte » (half of « à » looked like a space), « ã©cole » (put in small letters since), and one-byte sets: proposed only. */
function likely(text: string): Reading | undefined {
  const spaced = text.replace(/(?<!\p{Lu})Ã(?=\s|$)/gu, 'à')
  if (spaced !== text) return ask(text, [{ value: spaced, reason: '« Ã » est souvent un « à » abîmé' }])
  const raised = text.replace(/ã(?=[\u0080-\u00BF‰´‚ˆ¯¨¢§])/g, 'Ã')
  const undone = raised === text ? undefined : undoMojibake(raised)
  if (undone !== undefined) return ask(text, [{ value: undone, reason: 'accents remis' }])
  const candidates = readAsOtherCharset(text)
  return candidates.length > 0 ? ask(text, candidates) : undefined
}

const ask = (text: string, candidates: readonly Candidate[]): Reading =>
  doubtful(
    `Les accents de ${quoted(text)} semblent abîmés : fallait-il lire ${quoted(candidates[0]!.value)} ?`,
    candidates,
  )
