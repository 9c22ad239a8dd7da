import type { CampaignDay } from '../../../../src/contract/coach.ts'

/** The days, as a wall calendar says them. */
export const DayList = ({ days }: { readonly days: readonly CampaignDay[] }) => (
  <ol className="coach-days">
    {days.map(({ day, title, from, to }, at) => (
      <li key={at}>
        <time dateTime={day}>{words.format(new Date(`${day}T12:00:00Z`))}</time>
        <strong>{title}</strong>
        <span className="small soft">{from ? (to ? `de ${from} à ${to}` : `à ${from}`) : 'toute la journée'}</span>
      </li>
    ))}
  </ol>
)

const words = new Intl.DateTimeFormat('fr-FR', { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' })
