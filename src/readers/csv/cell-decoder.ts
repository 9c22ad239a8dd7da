import { guessLegacy, isLegacy, LETTERS, type Legacy } from '../text/legacy.ts'
import { decodeMixed } from '../text/mixed.ts'

/**
 * Decodes cells one by one, so that a file that stops being UTF-8 in its middle is still read truly: a cell that is not UTF-8 is read
 * in a one-byte encoding, guessed from the first bytes where that happens, and counted.
 */
export class CellDecoder {
  /** Cells that were not UTF-8 in a file that said it was. */
  strays = 0
  private letters = 0
  private fallback: Legacy | undefined

  constructor(private readonly declared: string) {}

  /** What the file turned out to be: a file of ASCII and then of another encoding was never UTF-8. */
  get encoding(): string {
    return this.strays > 0 && this.letters === 0 ? (this.fallback ?? this.declared) : this.declared
  }
  /** The encoding of the cells that were not UTF-8. */
  get strayEncoding(): string {
    return this.fallback ?? 'windows-1252'
  }

  readonly decode = (bytes: Buffer, start: number, end: number, ascii: boolean): string => {
    if (ascii) return bytes.toString('latin1', start, end)
    if (isLegacy(this.declared)) return legacyText(bytes.toString('latin1', start, end), this.declared)
    const text = bytes.toString('utf8', start, end)
    if (!text.includes('\ufffd')) {
      this.letters++
      return text
    }
    return this.decodeStray(bytes, start, end)
  }

  /** The same for a cell held as one character a byte. */
  decodeBinary(cell: string): string {
    if (!/[\x80-\xff]/.test(cell)) return cell
    const bytes = Buffer.from(cell, 'latin1')
    return this.decode(bytes, 0, bytes.length, false)
  }

  private decodeStray(bytes: Buffer, start: number, end: number): string {
    const cell = bytes.subarray(start, end)
    // « � » may be written in the file itself.
    const rewritten = Buffer.from(cell.toString('utf8'), 'utf8')
    if (rewritten.equals(cell)) return cell.toString('utf8')
    this.strays++
    this.fallback ??= this.guess(bytes.subarray(start, start + 65_536))
    return decodeMixed(cell, this.fallback).text
  }

  private guess(bytes: Uint8Array): Legacy {
    const { encoding, sure } = guessLegacy(bytes)
    return sure ? encoding : 'windows-1252'
  }
}

const legacyText = (binary: string, encoding: Legacy) =>
  binary.replace(/[\x80-\xff]/g, letter => LETTERS[encoding][letter.charCodeAt(0) - 0x80] ?? letter)
