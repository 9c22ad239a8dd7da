import { useSession } from '../api/index.ts'
import { PageHeader } from '../design/index.ts'
import { numbered } from '../set/shared/words.ts'
import { Addresses } from './Addresses.tsx'
import { Leave } from './Leave.tsx'
import { Look } from './Look.tsx'
import { Password } from './Password.tsx'
import './people.css'
import { Siret } from './Siret.tsx'

/** The town's card: what fills columns by itself, its address file, and how Carnet looks on this computer. */
export default function TownPage() {
  const { town, may, local } = useSession()
  return (
    <div className="page stack stack-loose">
      <PageHeader
        title={`La commune : ${town.name}`}
        intro={`Code INSEE ${town.insee} · ${town.postcodes.join(', ')}${
          town.population === undefined ? '' : ` · ${numbered(town.population)} habitants`
        }`}
      />
      {may('town') && <Siret />}
      {may('town') && <Addresses />}
      {may('town') && <Leave />}
      <Look />
      {!local && <Password />}
    </div>
  )
}
