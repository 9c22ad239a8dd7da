import { loadCommunes } from '../adapters/communes/load.ts'
import type { Town } from '../core/models/model.ts'
import { type AddressIndex, boxOf } from '../core/places/address-index.ts'
import { BadCall } from './command.ts'

/** The town's card from its INSEE code and, when given, its SIRET: a town is chosen by its code, never by its name. */
export function townCard(insee: string | undefined, siret: string | undefined): Town | undefined {
  if (insee === undefined && siret !== undefined)
    throw new BadCall(
      `J'ai lu --siret « ${siret} » sans --insee ; j'attendais aussi le code INSEE de la commune, par exemple 78217 pour Épône.`,
    )
  if (insee === undefined) return undefined
  const commune = loadCommunes().byInsee(insee.toUpperCase())
  if (!commune)
    throw new BadCall(
      `J'ai lu le code INSEE « ${insee} » ; je ne le trouve pas dans la liste officielle des communes. Exemple : 78217 pour Épône.`,
    )
  if (siret !== undefined && !/^\d{14}$/.test(siret.replace(/\s/g, '')))
    throw new BadCall(`J'ai lu le SIRET « ${siret} » ; j'attendais 14 chiffres.`)
  return {
    insee: commune.code,
    name: commune.name,
    postcodes: commune.postcodes,
    department: commune.department,
    ...(commune.siren === undefined ? {} : { siren: commune.siren }),
    ...(commune.population === undefined ? {} : { population: commune.population }),
    ...(siret === undefined ? {} : { siret: siret.replace(/\s/g, '') }),
  }
}

/** The card with where the town lies, as its address file tells. */
export function withBox(town: Town | undefined, addresses: AddressIndex | undefined): Town | undefined {
  const box = addresses && boxOf(addresses)
  return town && box ? { ...town, box } : town
}
