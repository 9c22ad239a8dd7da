import type { PDFPageProxy } from 'pdfjs-dist'

/** A straight line drawn on a page, at `at` across the other axis, in points from the top left corner. */
export interface Rule {
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Rules {
  readonly horizontal: readonly Rule[]
  readonly vertical: readonly Rule[]
}

const THICKEST = 2.5
const SHORTEST = 6
const MOST_RULES = 50_000

/**
 * The lines and the edges of boxes that a page draws: borders of cells, shaded rows. Of each path only its box is looked at, which is
 * enough for them. Follows the current transformation (ISO 32000-1, 8.3.4) through states and forms.
 */
export async function readRules(page: PDFPageProxy, view: readonly number[]): Promise<Rules> {
  const { OPS, Util } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { fnArray, argsArray } = await page.getOperatorList()
  const horizontal: Rule[] = []
  const vertical: Rule[] = []
  const states: number[][] = []
  let current = [...view]
  for (const [n, code] of fnArray.entries()) {
    const given = argsArray[n] as unknown[] | null
    if (code === OPS.save) states.push(current)
    else if (code === OPS.restore || code === OPS.paintFormXObjectEnd) current = states.pop() ?? [...view]
    else if (code === OPS.transform) current = Util.transform(current, given as number[]) as number[]
    else if (code === OPS.paintFormXObjectBegin) {
      states.push(current)
      if (Array.isArray(given?.[0])) current = Util.transform(current, given[0] as number[]) as number[]
    } else if (code === OPS.constructPath && horizontal.length + vertical.length < MOST_RULES)
      addBox(boxOf(given?.[2], current), horizontal, vertical)
  }
  return { horizontal, vertical }
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function boxOf(box: unknown, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Box | undefined {
  if (!(box instanceof Float32Array) || box.length < 4) return undefined
  const [x0, y0, x1, y1] = box as unknown as [number, number, number, number]
  const xs = [a * x0 + c * y0 + e, a * x1 + c * y1 + e]
  const ys = [b * x0 + d * y0 + f, b * x1 + d * y1 + f]
  if (![...xs, ...ys].every(Number.isFinite)) return undefined
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

function addBox(box: Box | undefined, horizontal: Rule[], vertical: Rule[]): void {
  if (box === undefined) return
  const { left, right, top, bottom } = box
  const wide = right - left
  const high = bottom - top
  if (wide >= SHORTEST)
    for (const at of high <= THICKEST ? [(top + bottom) / 2] : [top, bottom])
      horizontal.push({ at, from: left, to: right })
  if (high >= SHORTEST)
    for (const at of wide <= THICKEST ? [(left + right) / 2] : [left, right])
      vertical.push({ at, from: top, to: bottom })
}
