import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  addTown as addTownBody,
  answerCampaign as answerBody,
  type CoachBoard,
  campaignMessage,
  campaignWords,
  proposeTo,
  type ShownMail,
  sendMessage,
} from '../../contract/coach.ts'
import { addTown } from '../../people/add-town.ts'
import { isCoach } from '../../people/coach.ts'
import { welcomeLetter } from '../../people/letters.ts'
import type { Visitor } from '../../people/visitor.ts'
import { townsOnBoard } from '../../town/coach/board.ts'
import { campaignCalendar } from '../../town/coach/calendar.ts'
import * as campaigns from '../../town/coach/campaigns.ts'
import { messageLetters, sendCampaignMessage } from '../../town/coach/message.ts'
import { campaignsOf, proposedTo } from '../../town/coach/read-campaigns.ts'
import { attach } from '../attach.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import { sendLater } from '../send-later.ts'
import type { ServerWorld } from '../world.ts'
import { letterWorld } from './letters.ts'
import { param } from './params.ts'

const root = '/api/atelier'

/** Many towns, by who accompanies them. Each act says itself who may do it: a coach only reads in every one of them. */
export function coachRoutes(app: FastifyInstance, world: ServerWorld): void {
  const { local } = world.options
  const board = (visitor: Visitor) => boardFor(app, world, visitor)

  app.get(`${root}/coach`, requires('read'), request => board(signedIn(request)))

  app.post(`${root}/coach/towns/letter`, requires('read'), request => {
    const { mail = '', name, insee } = bodyOf(request, addTownBody)
    return shownWelcome(world, signedIn(request), { mail, name, insee })
  })

  app.post(`${root}/coach/towns`, requires('read'), async (request, reply) => {
    const visitor = signedIn(request)
    const given = bodyOf(request, addTownBody)
    await addTown(world, world.communes, visitor, given, local)
    if (!local && given.mail !== undefined)
      sendLater(world, shownWelcome(world, visitor, { ...given, mail: given.mail }))
    return reply.code(201).send(await board(visitor))
  })

  app.post(`${root}/campaigns`, requires('read'), async (request, reply) => {
    const visitor = signedIn(request)
    await campaigns.createCampaign(world, visitor, bodyOf(request, campaignWords), local)
    return reply.code(201).send(await board(visitor))
  })

  /** One act on one campaign; the board as it is then. */
  const act = (
    method: 'POST' | 'PATCH',
    path: string,
    work: (visitor: Visitor, id: string, request: FastifyRequest) => Promise<void>,
  ) =>
    app.route({
      method,
      url: `${root}/campaigns/:id${path}`,
      ...requires('read'),
      handler: async request => {
        const visitor = signedIn(request)
        await work(visitor, param(request, 'id'), request)
        return board(visitor)
      },
    })
  act('PATCH', '', (visitor, id, request) =>
    campaigns.changeCampaign(world, visitor, id, bodyOf(request, campaignWords), local),
  )
  act('POST', '/end', (visitor, id) => campaigns.endCampaign(world, visitor, id, local))
  act('POST', '/towns', (visitor, id, request) =>
    campaigns.proposeCampaign(world, visitor, id, bodyOf(request, proposeTo).towns, local),
  )
  act('POST', '/message', (visitor, id, request) =>
    sendCampaignMessage(messageWorld(world), visitor, id, bodyOf(request, sendMessage)),
  )

  app.post(`${root}/campaigns/:id/message/letters`, requires('read'), request =>
    messageLetters(messageWorld(world), signedIn(request), param(request, 'id'), bodyOf(request, campaignMessage)),
  )

  app.post(`${root}/campaigns/:id/answer`, requires('town'), async request => {
    const visitor = signedIn(request)
    await campaigns.answerCampaign(world, visitor, param(request, 'id'), bodyOf(request, answerBody).answer)
    return board(visitor)
  })

  app.get(`${root}/campaigns/:id/calendar`, requires('read'), async (request, reply) => {
    const campaign = await campaigns.readableCampaign(world, signedIn(request), param(request, 'id'), local)
    return attach(reply, `${campaign.title}.ics`)
      .type('text/calendar; charset=utf-8')
      .send(campaignCalendar(campaign, world.options.publicUrl, world.now()))
  })
}

async function boardFor(app: FastifyInstance, world: ServerWorld, visitor: Visitor): Promise<CoachBoard> {
  const { local } = world.options
  const { db, blobs, now, newId } = world
  const may = await isCoach(world, visitor, local)
  return {
    towns: await townsOnBoard({ db, blobs, now, newId, homeOf: insee => app.preparation.home(insee) }, visitor, local),
    mayAdd: may,
    mayCampaign: may,
    campaigns: may ? await campaignsOf(world, visitor, local) : [],
    proposed: await proposedTo(world, visitor.insee),
    sends: world.mailer.sends,
  }
}

const messageWorld = (world: ServerWorld) => ({ ...letterWorld(world), local: world.options.local })

function shownWelcome(
  { communes, options }: ServerWorld,
  { actor }: Visitor,
  { mail, name, insee }: { readonly mail: string; readonly name: string; readonly insee: string },
): ShownMail {
  const town = communes.byInsee(insee)?.name ?? insee
  return welcomeLetter({ to: mail, name, town, by: actor.name }, options.publicUrl)
}
