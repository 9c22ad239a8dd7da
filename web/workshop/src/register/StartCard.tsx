import { useState } from 'react'
import type { RegisterDraft } from '../../../../src/contract/register.ts'
import { USUAL } from '../../../../src/core/town/register/usual.ts'
import { drawKey } from '../api/index.ts'
import { Button, Checkbox, Notice } from '../design/index.ts'
import { focusList } from './focus.ts'
import { Glyph } from './Glyph.tsx'
import { tell } from './told.ts'
import type { RegisterActs } from './use-register.ts'

interface Props {
  readonly sets: number
  readonly acts: RegisterActs
  readonly onImport: () => void
}

/** Nobody is there yet: what a small town hall usually has, to be corrected, rather than a blank page. */
export function StartCard({ sets, acts, onImport }: Props) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<string>()
  const kept = USUAL.filter(({ name }) => !left.has(name))
  const go = async () => {
    const answer = await acts.act({ type: 'start', ...draftOf(kept) })
    setRefused(answer)
    if (answer !== undefined) return
    focusList()
    tell(acts, undefined, 'C’est un point de départ : corrigez, renommez, retirez.')
  }
  return (
    <section className="card rg-start stack" aria-labelledby="rg-start">
      <h2 id="rg-start">Par où commencer ?</h2>
      <p>
        Une mairie sait presque tout ; le difficile est de savoir <strong>à qui demander</strong>. Partez des services
        qu’ont la plupart des petites communes : décochez ce que vous n’avez pas, vous corrigerez le reste ensuite.
        {sets > 0 && ` Vos ${sets} jeux de données attendent déjà, plus bas, que l’on dise qui les détient.`}
      </p>
      <fieldset className="rg-start-list">
        <legend className="sr-only">Services et personnes à ajouter</legend>
        {USUAL.map(({ kind, name, under }) => (
          <div key={name} className={under ? 'rg-start-below' : undefined}>
            <Checkbox isSelected={!left.has(name)} onChange={on => setLeft(before => toggled(before, name, !on))}>
              <span className="rg-start-line">
                <Glyph kind={kind} /> {name}
              </span>
            </Checkbox>
          </div>
        ))}
      </fieldset>
      {refused && (
        <Notice kind="error" live>
          <p>{refused}</p>
        </Notice>
      )}
      <div className="row">
        <Button kind="primary" isDisabled={kept.length === 0} onPress={() => void go()}>
          {kept.length === 1 ? 'Partir de cette fiche' : `Partir de ces ${kept.length} fiches`}
        </Button>
        <Button icon="upload" onPress={onImport}>
          J’ai déjà une carte ou un tableau
        </Button>
      </div>
    </section>
  )
}

const toggled = (set: ReadonlySet<string>, name: string, has: boolean): Set<string> => {
  const after = new Set(set)
  if (has) after.add(name)
  else after.delete(name)
  return after
}

/** What is under something that was left out is at the top. */
function draftOf(kept: typeof USUAL): RegisterDraft {
  const ids = new Map(kept.map(({ name }) => [name, drawKey()]))
  return {
    nodes: kept.map(({ kind, name }) => ({ id: ids.get(name)!, kind, name, body: {} })),
    edges: kept.flatMap(({ name, under }) => {
      const from = under === undefined ? undefined : ids.get(under)
      return from === undefined ? [] : [{ from, to: ids.get(name)!, kind: 'in' as const, role: '' }]
    }),
  }
}
