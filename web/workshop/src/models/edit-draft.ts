import { columnName, type FieldDraft, freeName, type ModelDraft } from '../../../../src/core/models/draft.ts'
import { PLAIN_MEANINGS, type PlainType } from '../../../../src/core/models/plain-types.ts'

/** A field with a name that nothing changes: React and the focus follow it when it moves. */
export interface KeyedField extends FieldDraft {
  readonly key: string
}
export interface KeyedDraft extends Omit<ModelDraft, 'fields'> {
  readonly fields: readonly KeyedField[]
}

export const keyed = (draft: ModelDraft, newKey: () => string): KeyedDraft => ({
  ...draft,
  fields: draft.fields.map(field => ({ ...field, key: newKey() })),
})

/** The draft that is kept: without the names of the page. */
export const unkeyed = ({ fields, ...draft }: KeyedDraft): ModelDraft => ({
  ...draft,
  fields: fields.map(({ key: _, ...field }) => field),
})

export const EMPTY: KeyedDraft = { title: '', description: '', fields: [] }

export function addField(draft: KeyedDraft, key: string): KeyedDraft {
  const field: KeyedField = {
    key,
    name: freeName('', namesOf(draft)),
    title: '',
    meaning: '',
    example: '',
    type: 'text',
    required: false,
    choices: [],
    synonyms: [],
  }
  return { ...draft, fields: [...draft.fields, field] }
}

export const removeField = (draft: KeyedDraft, key: string): KeyedDraft => ({
  ...draft,
  fields: draft.fields.filter(field => field.key !== key),
})

/** One place up (-1) or down (1); at the ends it stays. */
export function moveField(draft: KeyedDraft, key: string, by: -1 | 1): KeyedDraft {
  const at = draft.fields.findIndex(field => field.key === key)
  const to = at + by
  if (at < 0 || to < 0 || to >= draft.fields.length) return draft
  const fields = [...draft.fields]
  const [field] = fields.splice(at, 1)
  fields.splice(to, 0, field!)
  return { ...draft, fields }
}

type Change = Partial<Omit<KeyedField, 'key' | 'name'>>

/** The name of the published column follows the title, unless it came from a model: an address that others use does not change. */
export function changeField(draft: KeyedDraft, key: string, change: Change): KeyedDraft {
  return {
    ...draft,
    fields: draft.fields.map(field => {
      if (field.key !== key) return field
      const next = withType(field, { ...field, ...change })
      if (change.title === undefined || field.from) return next
      const others = draft.fields.filter(one => one.key !== key).map(({ name }) => name)
      return { ...next, name: freeName(columnName(change.title), others) }
    }),
  }
}

/** Another type brings its own meaning and example, where the person wrote none of hers. */
function withType(was: KeyedField, now: KeyedField): KeyedField {
  if (was.type === now.type) return now
  const [before, after] = [PLAIN_MEANINGS[was.type], PLAIN_MEANINGS[now.type]]
  const ours = (text: string, of: string) => text === '' || text === of
  return {
    ...now,
    meaning: ours(now.meaning, before.meaning) ? after.meaning : now.meaning,
    example: ours(now.example, before.example) || !sameKind(was.type, now.type) ? after.example : now.example,
  }
}

/** An example of a text is still one of a name; it is no example of a number. */
const sameKind = (a: PlainType, b: PlainType): boolean =>
  PLAIN_MEANINGS[a].type === PLAIN_MEANINGS[b].type &&
  PLAIN_MEANINGS[b].pattern === undefined &&
  PLAIN_MEANINGS[b].format === undefined

const namesOf = ({ fields }: KeyedDraft): string[] => fields.map(({ name }) => name)
