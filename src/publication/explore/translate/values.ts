import type { Expression } from '../../query/query.ts'
import type { Expression as Asked } from '../odsql/ast.ts'
import { printValue } from '../odsql/print.ts'
import { impossible } from '../odsql/problem.ts'
import { type Context, needGeo } from './context.ts'
import { spanOf } from './dates.ts'
import { geometryOf } from './geometry.ts'

const SIGNS = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const

/** A value of a query for the engine. */
export function engineValue(asked: Asked, context: Context): Expression {
  switch (asked.type) {
    case 'field':
      if (asked.name === context.geo)
        throw impossible(`« ${asked.name} » est une position : elle n’a pas d’autre usage ici.`)
      return { type: 'column', name: asked.name }
    case 'text':
    case 'number':
    case 'boolean':
      return { type: 'value', value: asked.value }
    case 'date':
      return { type: 'value', value: spanOf(asked.value).start }
    case 'geometry':
      throw impossible(`« ${printValue(asked).slice(0, 60)} » ne va que dans une fonction de géographie.`)
    case 'binary': {
      const of = [engineValue(asked.left, context), engineValue(asked.right, context)]
      return { type: 'call', name: SIGNS[asked.sign], of }
    }
    case 'opposite':
      return { type: 'call', name: 'subtract', of: [{ type: 'value', value: 0 }, engineValue(asked.of, context)] }
    case 'call':
      return callOf(asked, context)
  }
}

function callOf(asked: Extract<Asked, { type: 'call' }>, context: Context): Expression {
  const { name, args } = asked
  if (name === 'now') return { type: 'value', value: context.now }
  if (name === 'distance') return distanceOf(args, context)
  if (name === 'date_format') throw impossible('date_format ne va pas dans un calcul.')
  return { type: 'call', name, of: args.map(one => engineValue(one, context)) }
}

/** `distance(geo, geom'POINT(…)')`, in metres. */
function distanceOf([field, to]: readonly Asked[], context: Context): Expression {
  if (field?.type !== 'field' || to?.type !== 'geometry')
    throw impossible("j’attendais distance(position, geom'POINT(1.8 48.9)').")
  needGeo(context, field.name)
  return { type: 'metres', from: pointOf(to.value) }
}

export function pointOf(text: string): readonly [number, number] {
  const geometry = geometryOf(text)
  if (geometry.type !== 'point') throw impossible('j’attendais un point, comme POINT(1.8 48.9).')
  return geometry.at
}
