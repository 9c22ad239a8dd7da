import { useState } from 'react'
import type { Field } from '../../../../../src/core/models/model.ts'
import { useSession } from '../../api/index.ts'
import { Button, LinkButton, Select, TextField } from '../../design/index.ts'
import { titleOf } from '../colonnes/words.ts'
import { useSet } from '../set-context.ts'
import { newStepId } from '../shared/edits.ts'
import { useActs } from '../shared/use-acts.ts'
import { cellsCounted, quoted } from '../shared/words.ts'
import { fillWith, geocode, numberRows } from './hole-acts.ts'
import type { Way } from './holes.ts'

interface WayProps {
  readonly way: Way
  readonly field: Field
  readonly empty: number
}

/** One way to fill a column, with the one button that does it. */
export function WayLine({ way, field, empty }: WayProps) {
  const { state } = useSet()
  const { town } = useSession()
  const { run } = useActs()
  const known = { steps: state.steps, newId: newStepId }
  const title = titleOf(field)
  const go = async (said: string, acts: Parameters<typeof run>[1]) => {
    if (await run(said, acts)) document.getElementById('holes')?.focus()
  }
  const fill = (value: string) =>
    void go(
      `${quoted(value)} est écrit dans ${cellsCounted(empty)} de ${quoted(title)}.`,
      fillWith(known, field.name, value),
    )
  switch (way.type) {
    case 'town':
      return (
        <Button icon="check" kind="primary" onPress={() => fill(way.value)}>
          Écrire {way.reason} : {way.value}
        </Button>
      )
    case 'number':
      return (
        <Button
          icon="check"
          kind="primary"
          onPress={() =>
            void go(`${quoted(title)} est numéroté.`, numberRows(known, field.name, way.pattern, town.insee))
          }
        >
          Numéroter pour moi, comme {exampleOfIds(way.pattern, town.insee)}
        </Button>
      )
    case 'geocode':
      return (
        <Button
          icon="pin"
          kind="primary"
          onPress={() =>
            void go(
              'Les coordonnées sont cherchées d’après l’adresse.',
              geocode(known, way, town.addresses?.name ?? ''),
            )
          }
        >
          Chercher d’après l’adresse de chaque ligne
        </Button>
      )
    case 'no-addresses':
      return (
        <p className="way-note">
          Carnet peut trouver les coordonnées d’après l’adresse, si vous lui donnez le fichier des adresses de la
          commune (il se télécharge gratuitement sur adresse.data.gouv.fr).{' '}
          <LinkButton kind="quiet" size="small" to="/commune">
            Donner le fichier des adresses
          </LinkButton>
        </p>
      )
    case 'same':
      return <SameValue way={way} field={field} onFill={fill} />
  }
}

const exampleOfIds = (pattern: string, insee: string): string =>
  pattern
    .replace('{insee}', insee)
    .replace(/\{number(?::(\d+))?\}/, (_, width) => '1'.padStart(Number(width ?? 1), '0'))

interface SameProps extends Omit<WayProps, 'empty' | 'way'> {
  readonly way: Extract<Way, { type: 'same' }>
  readonly onFill: (value: string) => void
}

/** « La même valeur partout ? » */
function SameValue({ way, field, onFill }: SameProps) {
  const [value, setValue] = useState(way.closed ? '' : (way.values[0] ?? ''))
  const label = `La même valeur dans toutes les cases vides de ${titleOf(field)} ?`
  return (
    <form
      className="same-value"
      onSubmit={event => {
        event.preventDefault()
        if (value.trim() !== '') onFill(value.trim())
      }}
    >
      {way.closed ? (
        <Select
          label={label}
          choices={way.values.map(one => ({ id: one, label: one }))}
          value={value === '' ? null : value}
          onChange={setValue}
        />
      ) : (
        <TextField
          label={label}
          value={value}
          onChange={setValue}
          {...(field.examples[0] !== undefined && { placeholder: `par exemple ${field.examples[0]}` })}
        />
      )}
      <Button type="submit" isDisabled={value.trim() === ''}>
        Remplir
      </Button>
    </form>
  )
}
