import type { Askable } from '../../../../src/contract/requests.ts'
import { ComboBox, Notice, TextField } from '../design/index.ts'
import { dayOf } from './words.ts'

export interface To {
  readonly name: string
  readonly mail: string
  readonly node?: string
  readonly absentUntil?: string
}

interface WhoFieldsProps {
  readonly to: To
  readonly people: readonly Askable[]
  readonly onChange: (to: To) => void
}

/** Somebody of the register of who has what, or anybody by name and mail. */
export function WhoFields({ to, people, onChange }: WhoFieldsProps) {
  const known = people.find(({ node }) => node === to.node)
  const choose = (node: string | null) => {
    const person = people.find(one => one.node === node)
    if (!person) return onChange({ name: to.name, mail: to.mail })
    const { name, mail = '', absentUntil } = person
    onChange({ name, mail, node: person.node, ...(absentUntil && { absentUntil }) })
  }
  return (
    <>
      {people.length > 0 && (
        <ComboBox
          label="Dans « Qui a quoi »"
          optional
          choices={people.map(({ node, name, role, mail }) => ({ id: node, label: name, detail: role ?? mail }))}
          value={to.node ?? null}
          onChange={choose}
          placeholder="Tapez quelques lettres"
          empty="Personne de ce nom : écrivez-le ci-dessous."
        />
      )}
      <div className="request-who-fields">
        <TextField
          label="Comment l’appelez-vous ?"
          description="Par exemple : Claire, services techniques"
          value={to.name}
          onChange={name => onChange({ ...to, name })}
        />
        <TextField
          label="Son adresse de courriel"
          description="Sans adresse, vous donnerez le texte vous-même."
          type="email"
          optional
          value={to.mail}
          onChange={mail => onChange({ ...to, mail })}
        />
      </div>
      {known?.absentUntil && (
        <Notice kind="attention" title={`${known.name} est absent·e jusqu’au ${dayOf(known.absentUntil)}`}>
          <p>
            Aucune relance ne partira avant son retour.
            {known.askInstead && ` Entre-temps, vous pouvez demander à ${known.askInstead}.`}
          </p>
        </Notice>
      )}
    </>
  )
}
