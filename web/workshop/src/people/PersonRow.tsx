import { useState } from 'react'
import { type PersonCard, ROLES, type Role } from '../../../../src/contract/people.ts'
import { patch, problem, useSession } from '../api/index.ts'
import { AlertDialog, Badge, Menu, type MenuEntry, toast } from '../design/index.ts'
import { momentInWords } from '../set/shared/words.ts'
import { ROLE_WORDS } from './roles.ts'

interface PersonRowProps {
  readonly person: PersonCard
  readonly onDone: () => Promise<void>
}

/** One person: what she does here, and what may be changed of it. */
export function PersonRow({ person, onDone }: PersonRowProps) {
  const { may, person: me } = useSession()
  const [leaving, setLeaving] = useState(false)
  const change = async (
    body: { readonly role?: Role; readonly left?: boolean; readonly helps?: boolean },
    said: string,
  ) => {
    const answer = await patch<PersonCard>(`/people/${person.id}`, body)
    toast('value' in answer ? { text: said } : { kind: 'error', text: problem(answer) })
    await onDone()
  }
  const roles = ROLES.filter(role => role !== person.role).map(
    (role): MenuEntry => ({
      id: role,
      label: `Devient ${ROLE_WORDS[role].title.toLowerCase()}`,
      icon: 'person',
      onAction: () => void change({ role }, `${person.name} est maintenant ${ROLE_WORDS[role].title.toLowerCase()}.`),
    }),
  )
  const helping: MenuEntry[] =
    person.role !== 'coach'
      ? []
      : [
          {
            id: 'helps',
            label: person.helps ? 'Ne prépare plus avec nous' : 'Lui demander de préparer avec nous',
            icon: 'edit',
            onAction: () =>
              void change(
                { helps: !person.helps },
                person.helps
                  ? `${person.name} ne fait plus que regarder.`
                  : `${person.name} peut maintenant préparer vos données avec vous.`,
              ),
          },
        ]
  const items: MenuEntry[] = person.leftAt
    ? [
        {
          id: 'back',
          label: 'Faire revenir',
          icon: 'restore',
          onAction: () => void change({ left: false }, `${person.name} est de retour.`),
        },
      ]
    : [
        ...helping,
        ...roles,
        { id: 'leave', label: 'Ne travaille plus ici', icon: 'logout', danger: true, onAction: () => setLeaving(true) },
      ]
  return (
    <li className={person.leftAt ? 'person person-left' : 'person'}>
      <span className="person-mark" aria-hidden>
        {person.name.slice(0, 1).toUpperCase()}
      </span>
      <div className="person-words">
        <p>
          <strong>{person.name}</strong> {person.id === me.id && <Badge kind="info">vous</Badge>}
          {person.leftAt && <Badge>Partie ou parti</Badge>}
        </p>
        <p className="small soft">
          {[person.department, person.mail, person.lastSeen && `vu le ${momentInWords(person.lastSeen)}`]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="person-role">
        <p>{ROLE_WORDS[person.role].title}</p>
        <p className="small soft">{person.helps ? HELPS : ROLE_WORDS[person.role].meaning}</p>
      </div>
      {may('people') && person.id !== me.id && <Menu label={`Changer ${person.name}`} icon="more" items={items} />}
      <AlertDialog
        title={`${person.name} ne travaille plus ici ?`}
        open={leaving}
        onClose={() => setLeaving(false)}
        confirm="Fermer son accès"
        danger
        onConfirm={() => change({ left: true }, `L’accès de ${person.name} est fermé.`)}
      >
        <p>
          Cette personne ne pourra plus entrer. Tout ce qu’elle a fait reste, à son nom. Vous pourrez la faire revenir.
        </p>
      </AlertDialog>
    </li>
  )
}

/** Of a coach whom the town asked to. */
const HELPS = 'Suit l’avancement, et prépare les données avec vous : vous le lui avez demandé.'
