import { isLinked, nextSaid, type Reader, say } from './assembly.ts'
import type { ItemBody } from './items.ts'
import type { Statement } from './schedule.ts'

type AccessItem = Extract<ItemBody, { is: 'appointment' | 'no-appointment' }>

/** « sur rendez-vous », « sans rendez-vous »: of the hours just said, of those that come, or at any other time (« et sur rendez-vous »). */
export function readAppointment(reader: Reader, item: AccessItem): void {
  const access = item.is === 'appointment' ? 'appointment' : 'free'
  const next = nextSaid(reader, reader.at + 1)
  const before = next?.is === 'days' || next?.is === 'spans'
  if (reader.days) {
    if (access === 'appointment') reader.days = { ...reader.days, appointment: true }
    return
  }
  const last = reader.statements.at(-1)
  if (access === 'appointment' && isLinked(reader) && last && !before && !reader.hours) {
    elsewhen(reader)
    return
  }
  if (!last || last.segment !== reader.segment || (isLinked(reader) && before)) {
    lead(reader, item, access, before)
    return
  }
  if (reader.hours) {
    say(reader, 'les jours ne sont pas nommés', 'Quels jours de la semaine est-ce ouvert à ces heures ?')
    return
  }
  attach(reader, item, access, last)
}

/** « … ; sur rendez-vous en dehors de ces horaires »: the hours are all said before. */
export function readOtherTimes(reader: Reader): void {
  if (reader.statements.length === 0 || reader.days || reader.hours)
    say(reader, '« en dehors de ces horaires » n’a pas d’horaires', 'Quels sont les horaires sans rendez-vous ?')
  elsewhen(reader)
}

/** « Lundi 9h-12h et sur rendez-vous ». */
function elsewhen(reader: Reader): void {
  reader.elseByAppointment = true
  if (reader.items.slice(reader.at + 1).some(({ is }) => is === 'spans'))
    say(reader, 'des horaires suivent « sur rendez-vous »', 'Quels horaires sont sur rendez-vous ?')
}

/** Before the hours: of this sentence, or of the whole text when it stands alone. */
function lead(reader: Reader, item: AccessItem, access: 'appointment' | 'free', before: boolean): void {
  if (!before && reader.statements.length > 0) {
    whole(reader, item, access)
    return
  }
  const [mark, after] = [reader.items[reader.at + 1], reader.items[reader.at + 2]]
  const list = mark?.is === 'colon' && after?.is === 'separator' && after.mark === '\n'
  const reach = !before || list ? 'all' : mark?.is === 'colon' ? 'list' : 'one'
  const unsure = !before && !list && !(item.is === 'appointment' && item.only)
  reader.prefix = { access, reach, unsure, used: false }
}

/** How the hours that come are reached; a doubt when the text does not say which ones it meant. */
export function accessOf(reader: Reader): Statement['access'] {
  const { prefix } = reader
  if (!prefix) return 'open'
  if (
    prefix.access === 'appointment' &&
    (prefix.unsure || prefix.reach === 'ended' || (prefix.used && prefix.reach === 'one'))
  )
    say(reader, '« sur rendez-vous » précède plusieurs horaires', 'Lesquels de ces horaires sont sur rendez-vous ?')
  reader.prefix = { ...prefix, used: true }
  return prefix.access
}

/** The sentence ends: its « sur rendez-vous » does too. */
export function endPrefix(reader: Reader): void {
  const { prefix } = reader
  if (prefix?.reach === 'one' || prefix?.access === 'free') reader.prefix = undefined
  if (prefix?.reach === 'list' && prefix.access === 'appointment') reader.prefix = { ...prefix, reach: 'ended' }
}

/** A sentence of its own after the hours. */
function whole(reader: Reader, item: AccessItem, access: 'appointment' | 'free'): void {
  if (access === 'free') return
  if (item.is === 'appointment' && item.only && reader.statements.every(one => one.access === 'open')) {
    for (const [i, one] of reader.statements.entries()) if (!one.closed) reader.statements[i] = { ...one, access }
    return
  }
  say(
    reader,
    '« sur rendez-vous » se lit de deux façons',
    'Faut-il toujours un rendez-vous, ou seulement en dehors de ces heures ?',
  )
}

function attach(reader: Reader, item: AccessItem, access: 'appointment' | 'free', last: Statement): void {
  const only = item.is === 'appointment' && item.only
  const inSentence = reader.statements.filter(one => one.segment === reader.segment && !one.closed && one !== last)
  const others = inSentence.filter(one => one.access === 'open')
  const another = reader.items.slice(reader.at + 1).some(({ is }) => is === 'no-appointment' || is === 'appointment')
  const unclear =
    access === 'appointment' &&
    ((others.length > 0 && !reader.bracket) ||
      (last.spans.length > 1 && !only && !afterComma(reader)) ||
      (last.spans.length > 1 && another))
  const again = last.access !== 'open' || reader.elseByAppointment
  if (unclear || again)
    say(
      reader,
      '« sur rendez-vous » suit plusieurs horaires',
      'Le rendez-vous vaut-il pour toutes ces heures ou seulement pour les dernières ?',
    )
  reader.statements.splice(-1, 1, { ...last, access })
}

const afterComma = ({ items, at }: Reader): boolean => {
  const before = items[at - 1]
  return before?.is === 'colon' || (before?.is === 'separator' && before.mark !== '/')
}
