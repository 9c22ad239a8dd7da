import { icsOf } from '../calendar/ics.ts'
import type { CampaignRow } from './campaigns.ts'
import { daysOf } from './campaigns.ts'

/** The days of a campaign, for anybody's calendar. Imported again once they changed, each takes its own place. */
export const campaignCalendar = (campaign: CampaignRow, publicUrl: string, now: string): string =>
  icsOf(
    campaign.title,
    daysOf(campaign).map(({ day, title, from, to }, at) => ({
      uid: `campagne-${campaign.id}-${at + 1}@carnet`,
      title: `${title} (${campaign.title})`,
      day,
      from,
      to,
      address: `${publicUrl}/atelier/accompagnement`,
    })),
    now,
  )
