import { Load } from '../app/Load.tsx'
import { PageHeader } from '../design/index.ts'
import './register.css'
import { useRegister } from './use-register.ts'
import { Workbench } from './Workbench.tsx'

/** Who has what: services, persons, outside bodies, and the sets that they hold. */
export default function RegisterPage() {
  const { register, acts } = useRegister()
  return (
    <div className="page page-wide rg-page stack">
      <PageHeader
        title="Qui a quoi"
        intro="Qui, à la mairie ou ailleurs, détient chaque jeu de données, et qui répond en son absence. Chaque changement est gardé aussitôt."
      />
      <Load from={register}>{value => <Workbench register={value} put={register.put} acts={acts} />}</Load>
    </div>
  )
}
