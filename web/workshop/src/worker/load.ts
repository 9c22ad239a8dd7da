import type { TownCard } from '../../../../src/contract/people.ts'
import type { SourceContent } from '../../../../src/contract/sets.ts'
import type { Model, Town } from '../../../../src/core/models/model.ts'
import { type AddressPoint, boxOf, createAddressIndex } from '../../../../src/core/places/address-index.ts'
import { type Communes, createCommunes } from '../../../../src/core/places/communes/index.ts'
import { sourcesOf } from '../../../../src/core/recipe/sources.ts'
import type { RecipeStep } from '../../../../src/core/recipe/step.ts'
import type { SetMaterial } from './base-table.ts'
import type { SetInput } from './protocol.ts'

/** How the worker asks the server. */
export interface Server {
  json<T>(path: string): Promise<T>
  text(path: string): Promise<string>
  /** Waits for the answer: only for what a rule asks for in the middle of its work. */
  textNow(path: string): string
}

const COMMUNES = '/communes.tsv'
/** Kinds of value whose reading looks at the list of communes. Another that would is served too, only later. */
const OF_COMMUNES: ReadonlySet<string> = new Set(['town', 'insee', 'postcode', 'siren', 'siret'])

const looksAtCommunes = ({ step, off }: RecipeStep): boolean =>
  !off && step.type === 'normalise' && OF_COMMUNES.has(step.kind)

/** Files kept in memory: those of one set, and of the one before. */
const MOST_KEPT = 24

/** A source never changes: it is fetched once, and a step switched off only replays. The rest is asked each time, and the browser knows it. */
export class Loader {
  readonly #sources = new Map<string, Promise<SourceContent>>()
  readonly #communes: Communes
  #communesText: string | undefined

  constructor(readonly server: Server) {
    this.#communes = lazyCommunes(() => this.#communesText ?? server.textNow(COMMUNES))
  }

  async material({ model, uploads, steps, town }: SetInput): Promise<SetMaterial> {
    const [known, tables, addresses] = await Promise.all([
      this.server.json<Model>(`/models/${encodeURIComponent(model)}`),
      Promise.all(uploads.map(id => this.#source(id))),
      town.addresses ? this.#addresses() : undefined,
      steps.some(looksAtCommunes) ? this.#fetchCommunes() : undefined,
    ])
    return {
      model: known,
      sources: sourcesOf(tables),
      communes: this.#communes,
      town: townOf(town, addresses && boxOf(addresses)),
      ...(addresses && { addresses }),
    }
  }

  async #addresses() {
    return createAddressIndex(await this.server.json<readonly AddressPoint[]>('/town/addresses'))
  }

  /** Beside the tables, when a step will surely ask for it. Without network the step will ask again, and say so. */
  async #fetchCommunes(): Promise<void> {
    this.#communesText ??= await this.server.text(COMMUNES).catch(() => undefined)
  }

  /** A failure is not remembered: the next time asks again. */
  #source(id: string): Promise<SourceContent> {
    let content = this.#sources.get(id)
    if (!content) {
      content = this.server.json<SourceContent>(`/sources/${encodeURIComponent(id)}`)
      content.catch(() => this.#sources.delete(id))
      this.#sources.set(id, content)
      if (this.#sources.size > MOST_KEPT) this.#sources.delete(this.#sources.keys().next().value!)
    }
    return content
  }
}

/** The list of communes weighs two megabytes and few sheets need it: it is only read when a rule asks something of it. */
export function lazyCommunes(load: () => string): Communes {
  let loaded: Communes | undefined
  const communes = () => (loaded ??= createCommunes(load()))
  return {
    byInsee: code => communes().byInsee(code),
    byPostcode: postcode => communes().byPostcode(postcode),
    findByName: (name, hints) => communes().findByName(name, hints),
    get all() {
      return communes().all
    },
  }
}

function townOf(card: TownCard, box: Town['box']): Town {
  return {
    insee: card.insee,
    name: card.name,
    postcodes: card.postcodes,
    department: card.department,
    ...(card.population !== undefined && { population: card.population }),
    ...(card.siret !== undefined && { siret: card.siret }),
    ...(box && { box }),
    siren: card.siren ?? '',
  }
}
