import type { ComponentChildren } from 'preact'
import type { Fiche } from '../../core/fiche/fiche.ts'
import { Prose } from '../pages/plain.tsx'
import { FREQUENCY_WORDS, LICENCE_WORDS, period, webAddress } from '../words.ts'

/** The fiche descriptive: what the data is, where it comes from, what one may do of it. */
export function About({ fiche }: { fiche: Fiche }) {
  const licence = LICENCE_WORDS[fiche.licence]
  return (
    <dl class="fiche">
      <Line title="Chaque ligne est">{fiche.granularity}</Line>
      <Line title="Produit par">{fiche.producer}</Line>
      <Line title="Pourquoi ces données existent">{prose(fiche.purpose)}</Line>
      <Line title="Comment elles ont été recueillies">{prose(fiche.collection)}</Line>
      <Line title="Ce qui a été fait pour les préparer">{prose(fiche.processing)}</Line>
      <Line title="À quoi elles peuvent servir">{prose(fiche.uses)}</Line>
      <Line title="Précautions">{prose(fiche.considerations)}</Line>
      <Line title="Mises à jour">{FREQUENCY_WORDS[fiche.frequency]}</Line>
      <Line title="Période">{fiche.temporal && period(fiche.temporal)}</Line>
      <Line title="Territoire">{fiche.spatial.name}</Line>
      <Line title="Licence">
        <a href={licence.url} rel="license noopener">
          {licence.name}
        </a>
        <br />
        {licence.means}
      </Line>
      <Line title="Contact">
        <Contact {...fiche.contact} />
      </Line>
      <Line title="Mots-clés">{fiche.keywords.join(', ')}</Line>
    </dl>
  )
}

const prose = (text: string) => text.trim() !== '' && <Prose text={text} />

function Line({ title, children }: { title: string; children: ComponentChildren }) {
  if (!children) return null
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Contact({ name, mail, url }: Fiche['contact']) {
  const address = url && webAddress(url)
  return (
    <>
      {name}
      {mail && /^[^\s@<>]+@[^\s@<>]+$/.test(mail) && (
        <>
          {', '}
          <a href={`mailto:${encodeURI(mail)}`}>{mail}</a>
        </>
      )}
      {address && (
        <>
          {', '}
          <a href={address} rel="noopener">
            {address}
          </a>
        </>
      )}
    </>
  )
}
