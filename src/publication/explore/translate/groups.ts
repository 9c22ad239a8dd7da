import type { CellValue, Condition, Expression } from '../../query/query.ts'
import type { Expression as Asked, Group, IntervalUnit } from '../odsql/ast.ts'
import { printGroupBy } from '../odsql/print.ts'
import { impossible } from '../odsql/problem.ts'
import type { Context } from './context.ts'
import { formatParts, PARTS } from './date-format.ts'
import { spanOf } from './dates.ts'
import { formatArguments, nameOf, positionOf, type Row, type Value } from './outputs.ts'
import { engineValue } from './values.ts'

/** A group of the answer: what the engine groups by, what is made of it, and which rows are in no group. */
export interface GroupOutput {
  readonly name: string
  /** As it was asked, whatever its name. */
  readonly said: string
  readonly needs: readonly Expression[]
  readonly make: (cells: Row) => Value
  readonly where?: Condition
}

export function groupOutput(group: Group, context: Context): GroupOutput {
  const { as, ...bare } = group
  const said = group.type === 'group' ? nameOf(group.of) : printGroupBy([bare as Group])
  const names = { said, name: as ?? said }
  if (group.type === 'ranges') return { ...names, ...rangesOf(group, context) }
  if (group.type === 'widths')
    return {
      ...names,
      ...(group.unit ? datesOf(group.of, group.width, group.unit, context) : widthsOf(group, context)),
    }
  return { ...names, ...plainOf(group.of, context) }
}

type Made = Omit<GroupOutput, 'name' | 'said'>
const call = (name: 'add' | 'subtract' | 'multiply' | 'divide', a: Expression, b: Expression): Expression => ({
  type: 'call',
  name,
  of: [a, b],
})
const value = (number: number): Expression => ({ type: 'value', value: number })
const floor = (of: Expression): Expression => ({ type: 'call', name: 'floor', of: [of] })

function plainOf(of: Asked, context: Context): Made {
  if (of.type === 'field' && of.name === context.geo)
    return { needs: [{ type: 'longitude' }, { type: 'latitude' }], make: positionOf }
  if (of.type === 'call' && of.name === 'date_format') return formattedOf(of.args, context)
  return { needs: [engineValue(of, context)], make: ([cell]) => cell ?? null }
}

/** Grouped by the parts of the date that the pattern shows. */
function formattedOf(args: readonly Asked[], context: Context): Made {
  const { of, pieces } = formatArguments(args)
  const letters = pieces.flatMap(piece => ('letters' in piece ? [piece.letters] : []))
  const parts = [...new Set(letters.map(one => PARTS[one]))]
  if (parts.length === 0 || parts.includes(undefined))
    throw impossible(
      'pour grouper, date_format ne connaît que l’année, le mois, le jour, l’heure, la minute et la seconde.',
    )
  const names = parts as NonNullable<(typeof parts)[number]>[]
  const date = engineValue(of, context)
  return {
    needs: names.map(name => ({ type: 'call', name, of: [date] })),
    make: cells =>
      cells.includes(null)
        ? null
        : formatParts(pieces, Object.fromEntries(names.map((name, at) => [name, Number(cells[at])]))),
  }
}

const BELOW = -Number.MAX_VALUE

/** `[10, 20[`: a bound is in the group that it begins. */
function rangesOf(group: Extract<Group, { type: 'ranges' }>, context: Context): Made {
  const isDated = group.bounds.every(({ type }) => type === 'date')
  const bounds = group.bounds.map(boundOf).sort((a, b) => a.at - b.at)
  if (!isDated && group.bounds.some(({ type }) => type === 'date'))
    throw impossible('j’attendais des bornes d’une seule sorte.')
  const asked = engineValue(group.of, context)
  const of = isDated ? asNumber(asked) : asked
  const steps = [...(group.below ? [{ at: BELOW, shown: '*' }] : []), ...bounds]
  const shownAfter = (at: number) => steps[at + 1]?.shown ?? '*'
  const last = bounds.at(-1)!
  const limits: Condition[] = [
    ...(group.below ? [] : [compared(of, '>=', bounds[0]!.at)]),
    ...(group.above ? [] : [compared(of, '<', last.at)]),
  ]
  return {
    needs: [{ type: 'bucket', of, bounds: steps.map(({ at }) => at) }],
    make: ([cell]) => {
      const at = steps.findIndex(step => step.at === cell)
      return at < 0 ? null : `${steps[at]!.shown === '*' ? ']' : '['}${steps[at]!.shown}, ${shownAfter(at)}[`
    },
    ...(limits.length > 0 && { where: { type: 'and' as const, of: limits } }),
  }
}

const compared = (left: Expression, is: '>=' | '<', number: number): Condition => ({
  type: 'compare',
  left,
  is,
  right: value(number),
})

interface Bound {
  readonly at: number
  readonly shown: string
}
function boundOf(bound: Asked): Bound {
  if (bound.type === 'number') return { at: bound.value, shown: String(bound.value) }
  if (bound.type !== 'date') throw impossible('j’attendais pour bornes des nombres ou des dates.')
  const { start } = spanOf(bound.value)
  return { at: Number(start.slice(0, 10).replaceAll('-', '')), shown: start }
}

/** 2021-10-17 as 20211017: days in order are numbers in order. */
const asNumber = (date: Expression): Expression =>
  call(
    'add',
    call('add', call('multiply', part('year', date), value(10_000)), call('multiply', part('month', date), value(100))),
    part('day', date),
  )

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'
const part = (name: Part, of: Expression): Expression => ({ type: 'call', name, of: [of] })

function widthsOf({ of, width }: Extract<Group, { type: 'widths' }>, context: Context): Made {
  const start = call('multiply', floor(call('divide', engineValue(of, context), value(width))), value(width))
  return {
    needs: [start],
    make: ([cell]) => (typeof cell === 'number' ? `[${short(cell)}, ${short(cell + width)}[` : null),
  }
}
const short = (number: number): string => String(Number(number.toPrecision(12)))

const UNITS: readonly Part[] = ['year', 'month', 'day', 'hour', 'minute', 'second']

/** One group a year, a month, a day…: its beginning, as a date. */
function datesOf(of: Asked, width: number, unit: IntervalUnit, context: Context): Made {
  if (width !== 1) throw impossible(`j’ai lu ${width} ${unit} ; j’attendais 1 ${unit}.`)
  const date = engineValue(of, context)
  if (unit === 'quarter') {
    const quarter = floor(call('divide', call('subtract', part('month', date), value(1)), value(3)))
    return {
      needs: [part('year', date), quarter],
      make: ([year, at]) => dateFrom([year!, typeof at === 'number' ? at * 3 + 1 : null]),
    }
  }
  const parts = UNITS.slice(0, UNITS.indexOf(unit) + 1)
  return { needs: parts.map(name => part(name, date)), make: dateFrom }
}

function dateFrom(cells: readonly CellValue[]): string | null {
  if (cells.includes(null)) return null
  const [year, month = 1, day = 1, ...clock] = cells as number[]
  const two = (number: number) => String(number).padStart(2, '0')
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return clock.length === 0 ? date : `${date}T${[...clock, 0, 0].slice(0, 3).map(two).join(':')}+00:00`
}
