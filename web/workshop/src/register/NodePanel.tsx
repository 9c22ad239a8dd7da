import type { NodeBody, Register, RegisterAct, RegisterNode } from '../../../../src/contract/register.ts'
import { Button, Notice, Select } from '../design/index.ts'
import type { Wanted } from './PickDialog.tsx'
import { Place, Places } from './Places.tsx'
import { SavedField } from './SavedField.tsx'
import type { RegisterActs } from './use-register.ts'
import { ADDABLE, dayOf, FIELDS, isPerson, isSet, KIND_WORDS, wrongField } from './words.ts'

export interface PanelProps {
  readonly register: Register
  readonly node: RegisterNode
  readonly acts: RegisterActs
  readonly mayWrite: boolean
  readonly onPick: (wanted: Wanted) => void
  readonly onSelect: (id: string | undefined) => void
  readonly onRemove: (id: string) => void
}

/** What is known of a person, a service or an outside body: each box keeps itself. */
export function NodePanel({ register, node, acts, mayWrite, onPick, onSelect, onRemove }: PanelProps) {
  const change = (more: Omit<Extract<RegisterAct, { type: 'change' }>, 'type' | 'id' | 'seen'>) =>
    acts.act({ type: 'change', id: node.id, seen: node.seq, ...more })
  const write = (field: keyof NodeBody, value: string) => {
    const { [field]: _, ...body } = node.body
    return change({ body: value === '' ? body : { ...body, [field]: value } })
  }
  const into = register.edges.filter(({ to, kind }) => to === node.id && kind === 'in').sort((a, b) => a.at - b.at)
  const holds = register.edges.filter(({ from, to }) => from === node.id && isSet(register, to))
  const show = { register, acts, mayWrite, onSelect }
  return (
    <div className="stack" key={node.id}>
      <Away {...{ register, node, onSelect }} />
      {node.kind !== 'set' && (
        <Places
          title={isPerson(node) ? 'Ses casquettes' : 'Fait partie de'}
          empty={isPerson(node) ? 'Rattachée à aucun service pour l’instant.' : 'Directement sous la commune.'}
          {...(mayWrite && {
            act: {
              label: isPerson(node) ? 'Ajouter une casquette' : 'Rattacher à un service',
              run: () => onPick({ what: 'above', node }),
            },
          })}
        >
          {into.map(edge => (
            <Place key={edge.id} edge={edge} other={edge.from} hat={isPerson(node)} {...show} />
          ))}
        </Places>
      )}
      {node.kind !== 'set' && (
        <Places
          title="Détient"
          empty="Aucun jeu de données connu."
          {...(mayWrite && { act: { label: 'Ajouter un jeu', run: () => onPick({ what: 'holds', node }) } })}
        >
          {holds.map(edge => (
            <Place key={edge.id} edge={edge} other={edge.to} {...show} />
          ))}
        </Places>
      )}
      <section className="stack rg-facts" aria-labelledby="rg-facts">
        <div>
          <h3 id="rg-facts">Fiche</h3>
          <p className="small soft">Chaque case se garde toute seule. Rien d’ici n’est jamais publié.</p>
        </div>
        <SavedField
          label="Nom"
          value={node.name}
          optional={false}
          isReadOnly={!mayWrite}
          onSave={async name => (name === '' ? 'J’attendais un nom.' : change({ name }))}
        />
        {node.kind !== 'set' && mayWrite && (
          <Select
            label="Nature"
            value={node.kind}
            choices={ADDABLE.filter(({ kind }) => kind !== 'set').map(({ kind }) => ({
              id: kind,
              label: KIND_WORDS[kind],
            }))}
            onChange={kind => void change({ kind: kind as RegisterNode['kind'] })}
          />
        )}
        {FIELDS[node.kind].map(field => (
          <SavedField
            key={field.field}
            {...field}
            value={node.body[field.field] ?? ''}
            isReadOnly={!mayWrite}
            onSave={async value => wrongField(field, value) ?? write(field.field, value)}
          />
        ))}
        {isPerson(node) && node.body.absentUntil && mayWrite && (
          <Select
            label="À qui s’adresser pendant l’absence"
            value={node.body.askInstead ?? null}
            choices={register.nodes
              .filter(one => isPerson(one) && one.id !== node.id)
              .map(({ id, name }) => ({ id, label: name }))}
            onChange={id => void write('askInstead', id)}
          />
        )}
      </section>
      {mayWrite && (
        <div className="row">
          {node.kind !== 'set' && (
            <Button icon="plus" onPress={() => onPick({ what: 'below', node })}>
              Ajouter dessous
            </Button>
          )}
          <Button kind="quiet" icon="trash" onPress={() => onRemove(node.id)}>
            Retirer
          </Button>
        </div>
      )}
    </div>
  )
}

/** Away: until when, and who is asked then. */
function Away({ register, node, onSelect }: Pick<PanelProps, 'register' | 'node' | 'onSelect'>) {
  const { absentUntil, askInstead } = node.body
  if (!absentUntil || absentUntil < new Date().toISOString().slice(0, 10)) return null
  const other = register.nodes.find(({ id }) => id === askInstead)
  return (
    <Notice kind="attention" title={`En absence jusqu’au ${dayOf(absentUntil)}`}>
      {other ? (
        <p>
          En attendant, demandez à{' '}
          <button type="button" className="rg-inline" onClick={() => onSelect(other.id)}>
            {other.name}
          </button>
          .
        </p>
      ) : (
        <p>Dites ci-dessous à qui s’adresser en attendant.</p>
      )}
    </Notice>
  )
}
