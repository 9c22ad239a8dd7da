import type { TownCard } from '../../../../src/contract/people.ts'
import type { SourceContent } from '../../../../src/contract/sets.ts'
import type { Model, Town } from '../../../../src/core/models/model.ts'
import { type AddressPoint, boxOf, createAddressIndex } from '../../../../src/core/places/address-index.ts'
import { type Communes, createCommunes } from '../../../../src/core/places/communes/index.ts'
import { sourcesOf } from '../../../../src/core/recipe/sources.ts'
import type { SetMaterial } from './base-table.ts'
import type { SetInput } from './protocol.ts'

/** How the worker asks the server. */
export interface Server {
  json<T>(path: string): Promise<T>
  /** Waits for the answer: only for what a rule asks for in the middle of its work. */
  textNow(path: string): string
}

/** What does not change is fetched once: a source never changes, a step switched off only replays. */
export class Loader {
  readonly #known = new Map<string, Promise<unknown>>()
  readonly #communes: Communes

  constructor(readonly server: Server) {
    this.#communes = lazyCommunes(() => server.textNow('/communes.tsv'))
  }

  async material({ model, uploads, town }: SetInput): Promise<SetMaterial> {
    const [known, tables, addresses] = await Promise.all([
      this.#once<Model>(`/models/${encodeURIComponent(model)}`),
      Promise.all(uploads.map(id => this.#once<SourceContent>(`/sources/${encodeURIComponent(id)}`))),
      town.addresses ? this.#addresses(town) : undefined,
    ])
    return {
      model: known,
      sources: sourcesOf(tables),
      communes: this.#communes,
      town: townOf(town, this.#communes, addresses && boxOf(addresses)),
      ...(addresses && { addresses }),
    }
  }

  async #addresses({ addresses }: TownCard) {
    const points = await this.#once<readonly AddressPoint[]>('/town/addresses', addresses?.name)
    return createAddressIndex(points)
  }

  /** A failure is not remembered: the next time asks again. */
  #once<T>(path: string, version = ''): Promise<T> {
    const key = `${path} ${version}`
    let answer = this.#known.get(key)
    if (!answer) {
      answer = this.server.json<T>(path)
      answer.catch(() => this.#known.delete(key))
      this.#known.set(key, answer)
    }
    return answer as Promise<T>
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

function townOf(card: TownCard, communes: Communes, box: Town['box']): Town {
  const siren = card.siret?.slice(0, 9)
  return {
    insee: card.insee,
    name: card.name,
    postcodes: card.postcodes,
    department: card.department,
    ...(card.population !== undefined && { population: card.population }),
    ...(card.siret !== undefined && { siret: card.siret }),
    ...(box && { box }),
    // Only asked by the rules about SIREN: see `lazyCommunes`.
    get siren() {
      return siren ?? communes.byInsee(card.insee)?.siren ?? ''
    },
  }
}
