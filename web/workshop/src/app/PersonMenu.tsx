import { useNavigate } from 'react-router'
import { post, problem, useSession } from '../api/index.ts'
import { Icon, Menu, type MenuEntry, toast } from '../design/index.ts'

/** Who one is, and what is seldom needed. */
export function PersonMenu() {
  const session = useSession()
  const navigate = useNavigate()
  const { person, town, towns, persons = [], local, reload, may } = session
  /** Another person or another town: everything on the screen is read again. */
  const become = async (path: string, body: unknown) => {
    const answer = await post(path, body)
    if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
    await navigate('/')
    await reload()
  }
  const items: MenuEntry[] = [
    ...persons
      .filter(({ id }) => id !== person.id)
      .map(
        ({ id, name }): MenuEntry => ({
          id: `person-${id}`,
          label: `Je suis ${name}`,
          icon: 'person',
          onAction: () => void become('/session/person', { person: id }),
        }),
      ),
    ...towns
      .filter(({ insee }) => insee !== town.insee)
      .map(
        ({ insee, name }): MenuEntry => ({
          id: `town-${insee}`,
          label: `Passer à ${name}`,
          icon: 'flag',
          onAction: () => void become('/town/choose', { insee }),
        }),
      ),
    ...(person.role === 'coach' || may('town')
      ? [{ id: 'coach', label: 'Accompagnement', icon: 'people', to: '/accompagnement' } as const]
      : []),
    {
      id: 'town',
      label: may('town') ? 'Réglages de la commune' : 'La commune et l’apparence',
      icon: 'settings',
      to: '/commune',
    },
    { id: 'models', label: 'Modèles', icon: 'columns', to: '/modeles' },
    { id: 'jobs', label: 'Travaux longs', icon: 'job', to: '/travaux' },
    { id: 'trash', label: 'Corbeille', icon: 'trash', to: '/corbeille' },
    ...(local
      ? []
      : [
          {
            id: 'out',
            label: 'Me déconnecter',
            icon: 'logout',
            onAction: () => void become('/sign-out', undefined),
          } as const,
        ]),
  ]
  return (
    <div className="cover-person">
      <Menu
        label={person.name}
        shown={
          <>
            <Icon name="person" />
            <span className="cover-person-name">{person.name}</span>
          </>
        }
        items={items}
      />
    </div>
  )
}
