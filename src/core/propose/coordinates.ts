import type { Field } from '../models/model.ts'
import { lonlatFormat } from '../recipe/lonlat-format.ts'
import { headerWords } from '../recipe/mapping/header.ts'
import { roleByName, roleOf } from '../recipe/roles.ts'
import { columnNames, findColumn } from '../table/table.ts'
import { type Coordinate, parseCoordinate } from '../values/coordinate.ts'
import { writePoint } from '../values/lonlat.ts'
import { pairsIn } from '../values/pair-text.ts'
import { type Point, type PointHints, placesOf } from '../values/point.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import { profileColumn } from './profile.ts'

/** Coordinates written otherwise than the model wants them: in one column instead of two or the contrary, in metres, the wrong way round. */
export function proposeCoordinates(draft: Draft, { model, options: { town } }: Context): void {
  const one = (role: string) => {
    const found = model.fields.filter(field => roleOf(field) === role)
    return found.length === 1 ? found[0] : undefined
  }
  const [longitude, latitude, pair] = [one('longitude'), one('latitude'), one('lonlat')]
  const hints: PointHints = {
    ...(town?.department !== undefined && { department: town.department }),
    ...(town?.box && { box: town.box }),
  }
  const has = (field: Field): boolean => findColumn(draft.table, field.name) !== undefined
  if (longitude && latitude) {
    if (has(longitude) && has(latitude)) mendColumns(draft, longitude, latitude, hints)
    else if (!has(longitude) && !has(latitude)) bringColumns(draft, longitude, latitude, hints)
  } else if (pair && !has(pair)) joinColumns(draft, pair, hints)
}

/** The model's two columns are there, with metres in them, or with some rows the wrong way round. */
function mendColumns(draft: Draft, longitude: Field, latitude: Field, hints: PointHints): void {
  const names = { longitude: longitude.name, latitude: latitude.name }
  const read = readPairs(draft, names.longitude, names.latitude, hints)
  if (inMetres(read)) {
    convert(draft, { x: names.longitude, y: names.latitude, ...names }, read)
    return
  }
  const turned = read.places.filter(points => points.length === 1 && points[0]!.order === 'lat-lon')
  if (turned.length === 0) return
  const rows = turned.length === 1 ? 'une ligne' : `${turned.length} lignes`
  draft.apply(
    { type: 'swap-lonlat', ...names },
    `Dans ${rows}, la latitude et la longitude sont chacune dans la colonne de l’autre : les remettre à leur place (une seule des deux lectures tombe en France).`,
    { before: turned.length, after: 0 },
  )
}

/** The model's columns are missing: a column that holds both, or two columns of metres under other names. */
function bringColumns(draft: Draft, longitude: Field, latitude: Field, hints: PointHints): void {
  if (splitPairs(draft, longitude, latitude, hints)) return
  const found = bestPair(draft, hints)
  if (found && inMetres(found.read))
    convert(draft, { x: found.x, y: found.y, longitude: longitude.name, latitude: latitude.name }, found.read)
}

function splitPairs(draft: Draft, longitude: Field, latitude: Field, hints: PointHints): boolean {
  for (const column of draft.table.columns) {
    const texts = profileColumn(column).sample.map(({ text }) => text)
    const points = texts.flatMap(text => {
      const places = pairsIn(text).flatMap(({ first, second, crs }) =>
        placesOf(first, second, crs === undefined ? hints : { ...hints, crs }),
      )
      return places.length === 1 && places[0]!.step <= FINE ? places : []
    })
    if (points.length < ENOUGH * texts.length || points.length === 0) continue
    const first = points[0]!
    draft.apply(
      { type: 'split-lonlat', column: column.name, longitude: longitude.name, latitude: latitude.name },
      `« ${column.name} » contient la latitude et la longitude : elles vont chacune dans leur colonne. Par exemple « ${texts.find(text => pairsIn(text).length > 0) ?? ''} » donne latitude ${first.latitude}, longitude ${first.longitude}.`,
      { before: points.length, after: 0 },
    )
    return true
  }
  return false
}

function joinColumns(draft: Draft, field: Field, hints: PointHints): void {
  const found = bestPair(draft, hints)
  if (!found) return
  const format = lonlatFormat(field)
  const template = writePoint({ longitude: '{lon}', latitude: '{lat}' }, format)
  const name = commonProjection(found.read)
  const metres = name === undefined ? '' : `, converties de ${name} en degrés`
  draft.apply(
    { type: 'join-lonlat', longitude: found.x, latitude: found.y, into: field.name, format: template },
    `« ${found.x} » et « ${found.y} » sont réunies dans « ${field.name} »${metres}.`,
    { before: found.read.places.length, after: unread(found.read) },
  )
  if (unread(found.read) === 0)
    draft.apply(
      { type: 'drop', columns: [found.x, found.y] },
      `« ${found.x} » et « ${found.y} » sont maintenant dans « ${field.name} ».`,
    )
}

const unread = ({ places }: PairsRead): number => places.filter(points => points.length !== 1).length

/** Two decimals: « 45 / 5 » may be anything. */
const FINE = 0.011

/** Share of the rows that must agree before a whole column is read one way. */
const ENOUGH = 0.6

interface PairsRead {
  /** The first rows that hold two numbers, as a person sees them. */
  readonly example: string
  /** For each row with two numbers, the places of France that it may mean. */
  readonly places: readonly (readonly Point[])[]
}

function readPairs(draft: Draft, x: string, y: string, hints: PointHints): PairsRead {
  const [east, north] = [draft.cells(x) ?? [], draft.cells(y) ?? []]
  const places: (readonly Point[])[] = []
  let example = ''
  east.forEach((text, row) => {
    const both: (Coordinate | undefined)[] = [parseCoordinate(text), parseCoordinate(north[row] ?? '')]
    if (!both[0] || !both[1]) return
    const points = placesOf(both[0], both[1], hints)
    if (example === '' && points.length > 0) example = `${text} ; ${north[row]}`
    places.push(points)
  })
  return { example, places }
}

/** How many rows each projection places in France; degrees under ''. */
function tally({ places }: PairsRead): Map<string, number> {
  const counts = new Map<string, number>()
  for (const points of places)
    for (const code of new Set(points.map(({ projection }) => projection?.code ?? '')))
      counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

const fitting = (read: PairsRead): string[] =>
  [...tally(read)].filter(([, count]) => count >= ENOUGH * read.places.length).map(([code]) => code)

const inMetres = (read: PairsRead): boolean => fitting(read).some(code => code !== '')

const commonProjection = (read: PairsRead): string | undefined => {
  const [code, ...others] = fitting(read)
  return code === undefined || others.length > 0 ? undefined : samplePoint(read, code)?.projection?.name
}

const samplePoint = ({ places }: PairsRead, code: string): Point | undefined =>
  places.flat().find(({ projection }) => (projection?.code ?? '') === code)

/** One projection places the rows in France: applied. Several do: each is proposed, a person chooses. */
function convert(
  draft: Draft,
  columns: { readonly x: string; readonly y: string; readonly longitude: string; readonly latitude: string },
  read: PairsRead,
): void {
  const codes = fitting(read).filter(code => code !== '')
  for (const crs of codes) {
    const { latitude, longitude, projection } = samplePoint(read, crs)!
    const { x, y, ...into } = columns
    const step = { type: 'reproject', x, y, crs, ...into } as const
    const becomes = `« ${read.example} » devient longitude ${longitude}, latitude ${latitude}`
    const before = read.places.length
    const after = before - (tally(read).get(crs) ?? 0)
    if (codes.length === 1)
      draft.apply(
        step,
        `« ${columns.x} » et « ${columns.y} » sont en mètres (${projection!.name}) : les convertir en degrés. ${becomes}.`,
        { before, after },
      )
    else
      draft.suggest(
        step,
        `« ${columns.x} » et « ${columns.y} » sont en mètres : est-ce du ${projection!.name} ? Alors ${becomes}.`,
        { before, after },
      )
  }
}

/** The two columns whose names and values say that they are a longitude and a latitude, in degrees rather than in metres. */
function bestPair(draft: Draft, hints: PointHints): { x: string; y: string; read: PairsRead } | undefined {
  const names = columnNames(draft.table)
  const [xs, ys] = [names.filter(name => axisOf(name) === 'x'), names.filter(name => axisOf(name) === 'y')]
  const pairs = xs.flatMap(x => ys.map(y => ({ x, y, read: readPairs(draft, x, y, hints) })))
  const good = pairs.filter(({ read }) => read.places.length > 0 && fitting(read).length > 0)
  return good.find(({ read }) => fitting(read).includes('')) ?? good[0]
}

/** « X », « coord_x », « X_L93 », « Xlambert », « longitude »; undefined for all other names. */
function axisOf(name: string): 'x' | 'y' | undefined {
  const role = roleByName(name)
  if (role === 'longitude' || role === 'latitude') return role === 'longitude' ? 'x' : 'y'
  const words = headerWords(name)
  if (words.some(word => /^(?:x(?:l93|lamb\w*|cc\d*|coord\w*|wgs\w*|utm\w*)?|(?:coord|coor)x|easting)$/.test(word)))
    return 'x'
  if (words.some(word => /^(?:y(?:l93|lamb\w*|cc\d*|coord\w*|wgs\w*|utm\w*)?|(?:coord|coor)y|northing)$/.test(word)))
    return 'y'
  return undefined
}
