import { looksLikePerson } from '../../../../../../src/core/fiche/contact.ts'
import { Icon, TextField } from '../../../design/index.ts'
import type { BoxFieldProps } from './BoxField.tsx'

/** A role and its mail or page. Says at once when it looks like one person: the fiche outlives whoever holds the post. */
export function ContactField({ draft, onChange, error, autoFocus }: BoxFieldProps) {
  const { text, second } = draft
  const person = looksLikePerson({ name: text, ...(second.includes('@') && { mail: second.trim() }) })
  return (
    <>
      <div className="fiche-two">
        <TextField
          label="Service"
          description="Par exemple : Service animation"
          value={text}
          onChange={value => onChange({ ...draft, text: value })}
          error={error}
          autoFocus={autoFocus}
        />
        <TextField
          label="Courriel ou page où écrire"
          description="Par exemple : mairie@ville-exemple.fr"
          value={second}
          onChange={value => onChange({ ...draft, second: value })}
        />
      </div>
      <p className="fiche-person" role="status">
        {person && (
          <>
            <Icon name="attention" size={18} /> Cela ressemble au nom d’une personne. La fiche est publique et reste
            longtemps : donnez plutôt un service et son adresse.
          </>
        )}
      </p>
    </>
  )
}
