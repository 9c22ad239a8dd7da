import { lookup } from 'node:dns/promises'
import { PlaceProblem } from '../connector.ts'
import type { Reach } from './ask.ts'
import { isPublicAddress } from './public-address.ts'

/**
 * The address that a socket will really use for this name: judged before it connects, and connected to as it was judged, so that a name which
 * answers otherwise a moment later leads nowhere else.
 */
export async function hostAddress(host: string, reach: Reach): Promise<string> {
  const found = await lookup(host, { all: true }).catch(() => [])
  const [first] = found
  if (!first) throw new PlaceProblem('later', `« ${host} » n’existe pas, ou internet est coupé.`)
  if (reach === 'public' && !found.every(({ address }) => isPublicAddress(address)))
    throw new PlaceProblem('wrong', `« ${host} » n’est pas une adresse publique : je ne m’y connecte pas.`)
  return first.address
}
