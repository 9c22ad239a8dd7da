import type { Fiche, Frequency } from '../core/fiche/fiche.ts'

const NUMBER = new Intl.NumberFormat('fr-FR')
const DAY = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Paris',
})
const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' })

export const number = (value: number): string => NUMBER.format(value)

/** « 0 ligne », « 1 ligne », « 1 200 lignes ». */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${Math.abs(count) > 1 ? many : one}`

/** An instant, as the day it was in France: « 17 octobre 2021 », « 1er mars 2021 ». */
export const day = (iso: string): string => firstOfMonth(DAY.format(new Date(iso)))
/** The same with the hour, to tell two versions of a day apart. */
export const moment = (iso: string): string => firstOfMonth(MOMENT.format(new Date(iso)))
/** A calendar day, which never shifts. */
export const calendarDay = (date: string): string => day(`${date}T12:00:00Z`)

const firstOfMonth = (text: string): string => text.replace(/^1 /, '1er ')

export const FREQUENCY_WORDS: Readonly<Record<Frequency, string>> = {
  daily: 'chaque jour',
  weekly: 'chaque semaine',
  monthly: 'chaque mois',
  quarterly: 'chaque trimestre',
  semiannual: 'deux fois par an',
  annual: 'une fois par an',
  irregular: 'de temps en temps, sans date fixe',
  never: 'ces données ne changeront plus',
}

export interface LicenceWords {
  readonly name: string
  readonly url: string
  /** What it lets one do, in one sentence. */
  readonly means: string
}
export const LICENCE_WORDS: Readonly<Record<Fiche['licence'], LicenceWords>> = {
  lov2: {
    name: 'Licence Ouverte 2.0',
    url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
    means:
      'Vous pouvez réutiliser ces données librement, même pour vendre un service, en disant d’où elles viennent et de quand elles datent.',
  },
  'odc-odbl': {
    name: 'ODbL 1.0',
    url: 'https://opendatacommons.org/licenses/odbl/1-0/',
    means:
      'Vous pouvez réutiliser ces données librement en disant d’où elles viennent ; une base que vous en tirez et que vous diffusez se partage sous la même licence.',
  },
}

/** « du 1er janvier 2020 au 31 décembre 2020 », « année 2020 ». */
export function period({ from, to }: NonNullable<Fiche['temporal']>): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  if (from === to) return calendarDay(from)
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return first === last ? `année ${first}` : `${first} à ${last}`
  return `du ${calendarDay(from)} au ${calendarDay(to)}`
}

/** The first twelve signs of a hash tell versions apart for a person. */
export const shortHash = (hash: string): string => hash.slice(0, 12)

/** Only what a browser opens without harm: a text of the data is never a script. */
export function webAddress(text: string): string | undefined {
  const trimmed = text.trim()
  if (!/^https?:\/\/[^\s<>"]+$/i.test(trimmed) || !URL.canParse(trimmed)) return undefined
  return trimmed
}
export const mailAddress = (text: string): string | undefined =>
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text.trim()) ? text.trim() : undefined
/** « +33130951004 » or « 01 30 95 10 04 », never a code that looks like it. */
export const phoneNumber = (text: string): string | undefined =>
  /^(?:\+33\s?|0)[1-9](?:[\s.]?\d{2}){4}$/.test(text.trim()) ? text.trim().replace(/[\s.]/g, '') : undefined
