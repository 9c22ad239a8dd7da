import type { Kysely } from 'kysely'
import { create, OF_SET, OF_TOWN, type Shape } from './shape.ts'

/** Days 1 and 2: the diagnosis, the wishes, who has what, what is asked of whom; and the coach's campaigns. */
const TABLES: Readonly<Record<string, Shape>> = {
  diagnosis: {
    columns: { ...OF_TOWN, id: 'text', title: 'text', opened_at: 'text', opened_by: 'text', closed_at: 'text?' },
    key: ['insee', 'id'],
  },
  diagnosis_answer: {
    columns: {
      ...OF_TOWN,
      diagnosis: 'text',
      answerer: 'text',
      question: 'text',
      answerer_name: 'text',
      answer: 'text',
      remark: 'text',
      answered_at: 'text',
    },
    key: ['insee', 'diagnosis', 'answerer', 'question'],
  },
  town_fact: {
    columns: { ...OF_TOWN, name: 'text', value: 'text', source: 'text', said_by: 'text', said_at: 'text' },
    key: ['insee', 'name'],
  },
  wish: {
    columns: {
      ...OF_SET,
      service: 'text?',
      second_service: 'text?',
      boxes: 'text',
      grade: 'text?',
      decision: 'text?',
      why: 'text',
      seq: 'integer',
    },
    key: ['insee', 'data_set'],
  },
  node: {
    columns: { ...OF_TOWN, id: 'text', kind: 'text', name: 'text', body: 'text', seq: 'integer' },
    key: ['insee', 'id'],
  },
  edge: {
    columns: { ...OF_TOWN, id: 'text', from_node: 'text', to_node: 'text', kind: 'text', role: 'text', seq: 'integer' },
    key: ['insee', 'id'],
  },
  register_snapshot: {
    columns: { ...OF_TOWN, id: 'text', title: 'text', body: 'text', taken_at: 'text', taken_by: 'text' },
    key: ['insee', 'id'],
  },
  request: {
    columns: {
      ...OF_TOWN,
      id: 'text',
      data_set: 'text?',
      kind: 'text',
      node: 'text?',
      to_name: 'text',
      to_mail: 'text?',
      link: 'text?',
      sealed: 'text?',
      mailing: 'text',
      asked: 'text',
      state: 'text',
      created_at: 'text',
      created_by: 'text',
      sent_at: 'text?',
      answered_at: 'text?',
      every_days: 'integer?',
      next_at: 'text?',
      absent_until: 'text?',
      reminders: 'integer',
      passed_to: 'text?',
      seq: 'integer',
    },
    key: ['insee', 'id'],
    index: ['insee', 'data_set'],
  },
  letter: {
    columns: {
      ...OF_TOWN,
      id: 'text',
      kind: 'text',
      request: 'text?',
      to_name: 'text',
      to_mail: 'text',
      subject: 'text',
      body: 'text',
      state: 'text',
      due_at: 'text?',
      written_at: 'text',
      written_by: 'text',
      sent_at: 'text?',
      message: 'text',
      attachments: 'text',
    },
    key: ['insee', 'id'],
    index: ['state', 'due_at'],
  },
  campaign: {
    columns: { id: 'text', coach: 'text', title: 'text', days: 'text', created_at: 'text', ended_at: 'text?' },
    key: ['id'],
    index: ['coach'],
  },
  campaign_town: {
    columns: { ...OF_TOWN, campaign: 'text', asked_at: 'text', joined_at: 'text?', left_at: 'text?' },
    key: ['insee', 'campaign'],
    index: ['campaign'],
  },
  reminder: {
    columns: { ...OF_SET, due: 'text?', letter: 'text?', auto: 'text?', auto_by: 'text?', auto_at: 'text?' },
    key: ['insee', 'data_set'],
  },
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, shape] of Object.entries(TABLES)) await create(db, name, shape)
  // A coach only reads; 1: the town asked her to prepare its sets too.
  await db.schema
    .alterTable('person')
    .addColumn('helps', 'integer', column => column.notNull().defaultTo(0))
    .execute()
}
