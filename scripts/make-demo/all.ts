import iconv from 'iconv-lite'
import { addressFile, inventAddresses } from './addresses.ts'
import { childcare } from './childcare.ts'
import { defibrillators } from './defibrillators.ts'
import { Dice } from './dice.ts'
import { lampposts } from './lampposts.ts'
import { monuments } from './monuments.ts'
import { bikeStands, carParks, chargingPoints, greenSpaces } from './places.ts'
import { shopLists } from './shop-lists.ts'

/** All the example town's files, by name. */
export async function makeDemoFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const addresses = inventAddresses(new Dice(1))
  return new Map<string, Uint8Array>([
    ['adresses-78217.csv', Buffer.from(addressFile(addresses))],
    ...(await shopLists(addresses)),
    ['defibrillateurs.xlsx', await defibrillators()],
    ['parkings.csv', iconv.encode(carParks(), 'windows-1252')],
    ['monuments.ods', await monuments()],
    ['bornes de recharge.xlsx', await chargingPoints(addresses)],
    ['stationnement velos.csv', Buffer.from(bikeStands())],
    ['espaces verts.xlsx', await greenSpaces()],
    ['accueil petite enfance.docx', childcare()],
    ['eclairage public.csv', iconv.encode(lampposts(addresses), 'windows-1252')],
  ])
}
