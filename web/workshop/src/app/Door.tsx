import { type ReactNode, useEffect } from 'react'
import { Mark } from './Mark.tsx'
import { Village } from './Village.tsx'
import './door.css'

interface DoorProps {
  readonly title: string
  readonly intro?: ReactNode
  readonly children: ReactNode
}

/** Pages before one is in: the cover of the notebook on one side, what is asked on the other. */
export function Door({ title, intro, children }: DoorProps) {
  useEffect(() => {
    document.title = `${title} · Carnet`
  }, [title])
  return (
    <div className="door">
      <header className="door-cover">
        <p className="door-name">
          <Mark size={44} /> Carnet
        </p>
        <p className="door-promise">
          Vos fichiers Excel deviennent des données ouvertes, propres et à jour. <strong>Rien ne se perd.</strong>
        </p>
        <Village />
      </header>
      <main className="door-inside">
        <h1>{title}</h1>
        {intro && <div className="door-intro">{intro}</div>}
        {children}
      </main>
    </div>
  )
}
