import type { FastifyInstance } from 'fastify'
import { type DueHooks, sendDue } from '../town/letters/due.ts'
import { prepareReminders, reminderHooks } from '../town/reminders/prepare.ts'
import { requestHooks } from '../town/requests/reminders.ts'
import { letterWorld } from './routes/letters.ts'
import type { ServerWorld } from './world.ts'

/** Something that Carnet does by itself, again and again: done twice, it does no more than once. */
interface Task {
  readonly name: string
  readonly everyMinutes: number
  readonly run: () => Promise<unknown>
}

/** One line a task. */
const tasksOf = (server: ServerWorld): readonly Task[] => {
  const world = letterWorld(server)
  const hooks = together([requestHooks(world), reminderHooks(world)])
  return [
    { name: 'reminders', everyMinutes: 60, run: () => prepareReminders(world) },
    { name: 'letters', everyMinutes: 1, run: () => sendDue(world, hooks) },
  ]
}

const MINUTE = 60_000

/** One clock for all, while the application listens. A task that fails is told, and tried again at its next time. */
export function keepTime(app: FastifyInstance, world: ServerWorld): void {
  const tasks = tasksOf(world)
  let [timer, minutes, running]: [NodeJS.Timeout | undefined, number, Promise<void>] = [undefined, 0, Promise.resolve()]
  const tick = () => {
    const due = tasks.filter(({ everyMinutes }) => minutes % everyMinutes === 0)
    minutes++
    running = running.then(async () => {
      for (const { name, run } of due) await run().catch(error => world.report(error, `task ${name}`))
    })
  }
  app.addHook('onListen', async () => {
    timer = setInterval(tick, MINUTE).unref()
    tick()
  })
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await running
  })
}

/** What each writer of mails adds: the first that no longer wants a mail keeps it from leaving. */
export const together = (hooks: readonly DueHooks[]): DueHooks => ({
  async before(row) {
    let mail: typeof row | undefined = row
    for (const { before } of hooks) if (mail && before) mail = await before(mail)
    return mail
  },
  async after(row, left) {
    for (const { after } of hooks) await after?.(row, left)
  },
})
