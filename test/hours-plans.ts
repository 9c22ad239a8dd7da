import fc from 'fast-check'

/** A week and what goes around it, from which both a phrase and its value are written, each without the reader's code. */
export interface Plan {
  /** Groups of days, no day twice, each with its spans in minutes. */
  readonly groups: readonly {
    readonly days: readonly number[]
    readonly spans: readonly (readonly [number, number])[]
  }[]
  readonly publicHolidaysOff: boolean
  readonly schoolOff: boolean
  readonly season: readonly [string, string, string] | undefined
}

const SPANS: readonly (readonly (readonly [number, number])[])[] = [
  [[540, 720]],
  [[840, 1080]],
  [
    [510, 720],
    [810, 1050],
  ],
  [
    [540, 750],
    [840, 1110],
  ],
  [[600, 1140]],
  [[1080, 1560]],
]
const SEASONS = [
  ['du 1er avril au 30 septembre', 'Apr 01-Sep 30', 'avril'],
  ['de juin à août', 'Jun-Aug', 'juin'],
  ['du 15 octobre au 31 mars', 'Oct 15-Mar 31', 'octobre'],
] as const

export const plan: fc.Arbitrary<Plan> = fc
  .tuple(
    fc.array(fc.option(fc.nat(SPANS.length - 1)), { minLength: 7, maxLength: 7 }),
    fc.boolean(),
    fc.boolean(),
    fc.option(fc.constantFrom(...SEASONS)),
  )
  .filter(([days]) => days.some(day => day !== null))
  .map(([days, publicHolidaysOff, schoolOff, season]) => ({
    groups: [...new Set(days.filter(day => day !== null))].map(kind => ({
      days: days.flatMap((day, i) => (day === kind ? [i] : [])),
      spans: SPANS[kind]!,
    })),
    publicHolidaysOff,
    schoolOff: schoolOff && season === null,
    season: season ?? undefined,
  }))

const OSM = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const clock = (minutes: number) =>
  `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export function valueOfPlan({ groups, publicHolidaysOff, schoolOff, season }: Plan): string {
  const rules = groups.map(
    ({ days, spans }) =>
      `${season ? `${season[1]} ` : ''}${days.map(day => OSM[day]).join(',')} ${spans.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(',')}`,
  )
  return [...rules, ...(schoolOff ? ['SH off'] : []), ...(publicHolidaysOff ? ['PH off'] : [])].join('; ')
}

type Choose = (count: number) => number
const NAMES = [
  ['lundi', 'Lun.', 'lu', 'LUNDI', 'lundis'],
  ['mardi', 'Mar.', 'ma', 'MARDI', 'mardis'],
  ['mercredi', 'Mer.', 'me', 'MERCREDI', 'mercredis'],
  ['jeudi', 'Jeu.', 'je', 'JEUDI', 'jeudis'],
  ['vendredi', 'Ven.', 've', 'VENDREDI', 'vendredis'],
  ['samedi', 'Sam.', 'sa', 'SAMEDI', 'samedis'],
  ['dimanche', 'Dim.', 'di', 'DIMANCHE', 'dimanches'],
] as const

const CLOCKS: readonly ((hour: number, minute: string) => string)[] = [
  (hour, minute) => `${hour}h${minute === '00' ? '' : minute}`,
  (hour, minute) => `${hour} h ${minute}`,
  (hour, minute) => `${String(hour).padStart(2, '0')}:${minute}`,
  (hour, minute) => `${hour}H${minute}`,
  (hour, minute) => `${hour}.${minute}`,
]
const RANGES = [
  ['', ' à '],
  ['de ', ' à '],
  ['', '-'],
  ['', ' - '],
  ['', '–'],
  ['entre ', ' et '],
] as const
const BETWEEN = [' et ', ' / ', ', ', ' puis ']
const BEFORE_HOURS = [' : ', ' ', ', ', ':\n']
const BETWEEN_GROUPS = [' ; ', '. ', '\n', ', ', ' - ', ' et ']

/** The plan in one of many wordings; `choose(n)` gives a number below n. */
export function sayPlan({ groups, publicHolidaysOff, schoolOff, season }: Plan, choose: Choose): string {
  const pick = <T>(list: readonly T[]): T => list[choose(list.length)]!
  const [name, write, range, between, before] = [
    choose(5),
    pick(CLOCKS),
    pick(RANGES),
    pick(BETWEEN),
    pick(BEFORE_HOURS),
  ]
  const hour = (minutes: number) => write(Math.floor((minutes % 1440) / 60), String(minutes % 60).padStart(2, '0'))
  const hours = (spans: Plan['groups'][number]['spans']) =>
    spans.map(([from, to]) => `${range[0]}${hour(from)}${range[1]}${hour(to)}`).join(between)
  const parts = groups.map(({ days, spans }) => `${sayDays(days, name, choose)}${before}${hours(spans)}`)
  const header = season ? `${pick(['', 'Ouvert '])}${season[0]}${pick([' : ', ', ', ' '])}` : ''
  const end = [
    ...(schoolOff ? [pick(['Fermé pendant les vacances scolaires', 'Fermeture : vacances scolaires'])] : []),
    ...(publicHolidaysOff
      ? [pick(['Fermé les jours fériés', 'fermeture les jours fériés', '(sauf jours fériés)'])]
      : []),
  ]
  return `${header}${parts.join(pick(BETWEEN_GROUPS))}${end.map(part => `. ${part}`).join('')}${pick(['', '.'])}`
}

function sayDays(days: readonly number[], name: number, choose: Choose): string {
  const say = (day: number) => NAMES[day]![name]!
  const isRun = days.length > 2 && days.at(-1)! - days[0]! === days.length - 1
  if (days.length === 7 && choose(2) === 0) return ['tous les jours', '7j/7', 'Tous les jours'][choose(3)]!
  if (isRun && name !== 4)
    return [
      `du ${say(days[0]!)} au ${say(days.at(-1)!)}`,
      `${say(days[0]!)} au ${say(days.at(-1)!)}`,
      `${say(days[0]!)}-${say(days.at(-1)!)}`,
    ][choose(3)]!
  if (days.length === 1) return say(days[0]!)
  return `${days.slice(0, -1).map(say).join(', ')} et ${say(days.at(-1)!)}`
}
