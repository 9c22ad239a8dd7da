import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { LogbookDay } from '../../../../src/contract/logbook.ts'
import { useSession } from '../api/index.ts'
import { Button, EmptyState, Icon, Notice, PageHeader, Skeleton } from '../design/index.ts'
import { Day } from './Day.tsx'
import './logbook.css'
import { OtherDay } from './OtherDay.tsx'
import { Updates } from './Updates.tsx'
import { useLogbook } from './use-logbook.ts'

/** The town's memory: what was done each day, told by itself, and what somebody adds by hand. */
export default function LogbookPage() {
  const { town, may } = useSession()
  const { today, days, refused, again, more, whole, change } = useLogbook()
  const [printing, setPrinting] = useState(false)
  // Printed once the days that were not read yet are on the page.
  useEffect(() => {
    if (!printing || days === undefined) return
    setPrinting(false)
    print()
  }, [printing, days])
  const printAll = async () => {
    if (await whole()) setPrinting(true)
  }
  return (
    <div className="page stack stack-loose logbook">
      <PageHeader
        title="Carnet de bord"
        intro={`L’histoire des données de ${town.name}. Il s’écrit tout seul ; ajoutez ce que Carnet ne peut pas savoir : une réunion, un appel, une décision.`}
        acts={
          <>
            <Download href="/api/atelier/logbook/file/docx">Document Word</Download>
            <Download href="/api/atelier/logbook/file/md">Markdown</Download>
            <Button icon="print" onPress={() => void printAll()}>
              Imprimer
            </Button>
          </>
        }
      />
      <Updates />
      {refused && (
        <Notice kind="attention" live acts={<Button onPress={again}>Réessayer</Button>}>
          <p>{refused}</p>
        </Notice>
      )}
      {days === undefined && !refused && <Skeleton lines={8} />}
      {days && today && (
        <>
          {days.length === 0 && (
            <EmptyState icon="journal" title="La première page est blanche">
              Dès que quelqu’un dépose un fichier ou corrige une case, cela s’écrit ici. Vous pouvez aussi commencer par
              un mot à vous.
            </EmptyState>
          )}
          {may('prepare') && <OtherDay today={today} days={days} onWritten={change} />}
          <ol className="logbook-days">
            {days.map(day => (
              <Day key={day.day} day={day} isToday={day.day === today} onWritten={change} />
            ))}
          </ol>
          {more && (
            <div className="no-print">
              <Button onPress={more}>Lire les jours d’avant</Button>
            </div>
          )}
          <p className="no-print soft">
            Chaque geste, un par un et à la minute près, est dans la <Link to="/journal">liste exacte</Link>.
          </p>
        </>
      )}
    </div>
  )
}

const Download = ({ href, children }: { readonly href: string; readonly children: string }) => (
  <a className="c-button c-button-secondary c-button-normal" href={href} download>
    <Icon name="download" /> {children}
  </a>
)

export type OnWritten = (day: LogbookDay) => void
