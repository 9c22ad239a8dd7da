import type { Native } from '../../core/table/table.ts'
import { type PackedTexts, packTexts, unpackTexts } from './pack-texts.ts'

/** Natives by field rather than by object: kinds, numbers and shown texts each cross as one. */
export interface PackedNatives {
  /** Place of its type in `TYPES`, plus `FORMULA`; 0 where a cell is plain text. */
  readonly kinds: Uint8Array
  /** The value of a number, the serial of a moment, 1 or 0 of a boolean. */
  readonly numbers: Float64Array
  readonly shown: PackedTexts
}

const TYPES = ['', 'number', 'date', 'datetime', 'time', 'boolean', 'error', 'text'] as const
const FORMULA = 128

export function packNatives(natives: readonly (Native | undefined)[]): PackedNatives {
  const kinds = new Uint8Array(natives.length)
  const numbers = new Float64Array(natives.length)
  natives.forEach((native, i) => {
    if (native === undefined) return
    kinds[i] = TYPES.indexOf(native.type) + (native.formula ? FORMULA : 0)
    numbers[i] = numberOf(native)
  })
  return { kinds, numbers, shown: packTexts(natives.map(native => native?.shown ?? '')) }
}

function numberOf(native: Native): number {
  switch (native.type) {
    case 'number':
      return native.value
    case 'boolean':
      return Number(native.value)
    case 'date':
    case 'datetime':
    case 'time':
      return native.serial
    case 'error':
    case 'text':
      return 0
  }
}

export function unpackNatives({ kinds, numbers, shown }: PackedNatives): (Native | undefined)[] {
  const texts = unpackTexts(shown)
  return texts.map((text, i) => {
    const native = nativeOf(TYPES[kinds[i]! & ~FORMULA] ?? '', numbers[i]!, text)
    return native !== undefined && kinds[i]! >= FORMULA ? { ...native, formula: true } : native
  })
}

function nativeOf(type: (typeof TYPES)[number], number: number, shown: string): Native | undefined {
  switch (type) {
    case '':
      return undefined
    case 'number':
      return { type, value: number, shown }
    case 'boolean':
      return { type, value: number === 1, shown }
    case 'date':
    case 'datetime':
    case 'time':
      return { type, serial: number, shown }
    case 'error':
      return { type, shown }
    case 'text':
      return { type, shown, formula: true }
  }
}
