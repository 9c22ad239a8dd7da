import type { FastifyInstance } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import { autoReminder } from '../../contract/reminders.ts'
import { townRow } from '../../people/town.ts'
import { sendLetter } from '../../town/letters/send.ts'
import { writeLetter } from '../../town/letters/write.ts'
import { askAgain, letGo } from '../../town/reminders/auto.ts'
import { updatesCalendar } from '../../town/reminders/calendar.ts'
import { prepareOne } from '../../town/reminders/prepare.ts'
import { findDueSet, readReminders } from '../../town/reminders/read.ts'
import { promisedSets } from '../../town/reminders/sets.ts'
import { attach } from '../attach.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'
import { letterWorld } from './letters.ts'
import { param } from './params.ts'

const CALENDAR = 'text/calendar; charset=utf-8'

/** When published sets are to be updated, and the mails that say so: they are read, changed and sent as every letter (letters.ts). */
export function remindersRoutes(app: FastifyInstance, server: ServerWorld): void {
  const world = letterWorld(server)
  const root = '/api/atelier/reminders'
  const calendarOf = async (insee: string) => {
    const name = `Mises à jour, ${(await townRow(world, insee)).name}`
    const ics = updatesCalendar(name, await promisedSets(world, insee), {
      publicUrl: world.publicUrl,
      now: world.now(),
    })
    return { name, ics }
  }

  app.get(root, requires('read'), request => {
    const { insee, rights } = signedIn(request)
    return readReminders(world, insee, rights.includes('prepare'))
  })

  app.get(`${root}/calendar`, requires('read'), async (request, reply) => {
    const { name, ics } = await calendarOf(signedIn(request).insee)
    return attach(reply, `${name}.ics`).type(CALENDAR).send(ics)
  })

  /** To herself: what she asked for is what she receives. */
  app.post(`${root}/calendar/mail`, requires('prepare'), async (request, reply) => {
    const { actor, person, insee } = signedIn(request)
    if (person.mail === null)
      throw new Refused(409, 'Vous n’avez pas d’adresse de courriel dans Carnet : téléchargez le calendrier.')
    const { name, ics } = await calendarOf(insee)
    const bytes = Buffer.from(ics)
    const file = { name: 'mises-a-jour.ics', type: CALENDAR, sha256: await world.blobs.put(bytes), size: bytes.length }
    const body = `Bonjour ${person.name},\n\nVoici les prochaines mises à jour des données ouvertes. Ouvrez le fichier joint : votre agenda les ajoute.`
    const words = {
      kind: 'calendar',
      to: { name: person.name, mail: person.mail },
      subject: name,
      body,
      attachments: [file],
    }
    const { id, version } = await writeLetter(world, actor, words)
    return reply.send(await sendLetter(world, actor, id, version))
  })

  app.post(`${root}/:slug/letter`, requires('prepare'), async request => {
    const { insee } = signedIn(request)
    await prepareOne(world, await findDueSet(world, insee, param(request, 'slug')))
    return readReminders(world, insee, true)
  })

  app.post(`${root}/:slug/auto`, requires('town'), async request => {
    const { actor, insee } = signedIn(request)
    await letGo(world, actor, param(request, 'slug'), bodyOf(request, autoReminder).shown)
    return readReminders(world, insee, true)
  })

  app.delete(`${root}/:slug/auto`, requires('town'), async request => {
    const { actor, insee } = signedIn(request)
    await askAgain(world, actor, param(request, 'slug'))
    return readReminders(world, insee, true)
  })
}
