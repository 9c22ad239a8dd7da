import type { CopyPlan } from '../../../../src/contract/copies.ts'
import { french, Notice } from '../design/index.ts'
import { counted } from '../set/shared/words.ts'

/** The dry run, set by set: what would be made, changed and left. Nothing was written. */
export const PlanView = ({ plans, sentence }: { readonly plans: readonly CopyPlan[]; readonly sentence: string }) => (
  <>
    <p role="status">{sentence}</p>
    <ul className="copies-plans">
      {plans.map(plan => (
        <li key={plan.set} className="stack stack-tight">
          <h3>{plan.title}</h3>
          {plan.problem === undefined ? <One plan={plan} /> : <Problem sentence={plan.problem} />}
        </li>
      ))}
    </ul>
  </>
)

const Problem = ({ sentence }: { readonly sentence: string }) => (
  <Notice kind="error">
    <p>{french(sentence)}</p>
  </Notice>
)

const ACTS = { add: 'ajouté', replace: 'remplacé, à la même adresse', leave: 'inchangé', remove: 'retiré' } as const

export const isSame = ({ create, fields, files }: CopyPlan): boolean =>
  !create && fields.length === 0 && files.every(({ act }) => act === 'leave')

function One({ plan }: { readonly plan: CopyPlan }) {
  const same = isSame(plan)
  return (
    <>
      <p>
        {plan.create
          ? 'Il n’y est pas encore : il y sera créé.'
          : same
            ? 'Il y est déjà, et rien ne changera.'
            : 'Il y est déjà : il sera mis à jour.'}
      </p>
      {!same && (
        <ul>
          {plan.files.map(({ name, act }) => (
            <li key={name}>
              {name} : {ACTS[act]}
            </li>
          ))}
        </ul>
      )}
      {plan.fields.length > 0 && (
        <details>
          <summary>{plan.create ? 'La fiche qui y sera écrite' : 'Ce qui change dans la fiche'}</summary>
          <dl className="copies-fields">
            {plan.fields.map(({ label, was, now }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {was !== '' && <del>{was}</del>} <span className="copies-value">{now === '' ? 'vide' : now}</span>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {plan.others > 0 && (
        <p className="small soft">
          {counted(plan.others, 'fichier', 'fichiers')} que d’autres y ont mis : Carnet n’y touche pas.
        </p>
      )}
      {plan.changes.length > 0 && (
        <Notice kind="attention" title="Carnet vous demandera avant de continuer">
          {plan.changes.map(change => (
            <p key={change}>{french(change)}</p>
          ))}
        </Notice>
      )}
    </>
  )
}
