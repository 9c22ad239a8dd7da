import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signsOf } from '../../contract/kit.ts'
import { atTown, ofTown } from '../../core/places/communes/of-town.ts'
import type { KitFacts } from './facts.ts'
import { PIECES, piecesFor } from './pieces.ts'
import { typeset } from './typeset.ts'

const NAMES = [
  'les défibrillateurs',
  'les commerces et leurs horaires',
  'les lieux de stationnement',
  'les monuments historiques',
  'les bornes de recharge électrique',
  'les stationnements pour vélos',
  'l’éclairage public',
  'le budget',
  '« Fréquentation quotidienne des salles municipales, des équipements sportifs et de la piscine intercommunale, 2019-2026 »',
]
const TOWNS = [
  'Épône',
  'Le Havre',
  'Les Mureaux',
  'La Rochelle',
  'Houilles',
  'Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson',
  "L'Haÿ-les-Roses",
]

const factsOf = (
  town: string,
  many: number,
  portal: string,
  launch: string,
  app: string,
  contact: string,
  places = true,
): KitFacts => ({
  ...{ town, of: ofTown(town), at: atTown(town), portal },
  sets: Array.from({ length: many }, (_, at) => {
    const name = NAMES[at % NAMES.length]!.replace('2026', String(2026 + at))
    return {
      name,
      title: `Jeu ${at + 1} de la commune ${ofTown(town)}`,
      about: 'Ce que l’on y trouve.',
      address: `${portal}/jeux/s${at}`,
      hasPlaces: places,
    }
  }),
  openStreetMap: many % 2 === 0,
  details: { launch, app, contact },
})

const facts = fc
  .tuple(
    fc.constantFrom(...TOWNS),
    fc.integer({ min: 1, max: 60 }),
    fc.constantFrom('https://carnet.epone.fr', `https://donnees.${'tres-'.repeat(12)}longue.exemple.fr`),
    fc.constantFrom('', '2027-03-01'),
    fc.constantFrom('', 'Épône en Poche'),
    fc.constantFrom('', 'Service communication, 01 99 00 27 37'),
    fc.boolean(),
  )
  .map(given => factsOf(...given))

describe('texts of the kit, for any town and any sets', () => {
  test.each(PIECES.map(piece => [piece.name, piece] as const))('%s is French and whole', (_, piece) => {
    fc.assert(
      fc.property(facts, given => {
        const text = typeset(piece.write(given))
        expect(text).not.toMatch(/undefined|null|\[object|NaN/)
        // Elision and contraction: « de Épône », « à Le Havre », « de les ».
        expect(text).not.toMatch(/(?<!\p{L})(de|que|le|la|ne|se|je) (?=[aeiouyàâéèêëîïôöûùAEIOUYÀÂÉÈÊ])/u)
        expect(text).not.toMatch(/(^|[\s«])(à|de) (le|les|Le|Les) (?=[A-ZÉ])/)
        // Number.
        expect(text).not.toMatch(
          /\bun jeux\b|\b(deux|trois|six|\d+) jeu de\b|jeux de données est\b|\bun jeu de données sont\b/,
        )
        // Typography: no straight apostrophe, no space that may end a line before « : ».
        expect(text).not.toMatch(/'| [:;?!»]|« | {2}|\.\.(?!\.)| ,|\( /)
        expect(text).toBe(text.trim())
      }),
      { numRuns: 60 },
    )
  })

  test.each(PIECES.filter(({ limit }) => limit).map(piece => [piece.name, piece] as const))(
    '%s never exceeds its place, and keeps the town',
    (_, { write, limit }) => {
      fc.assert(
        fc.property(facts, given => {
          const text = typeset(write(given))
          expect(signsOf(text, limit!.links)).toBeLessThanOrEqual(limit!.most)
          expect(text).toContain(typeset(given.town.replace(/^Les? /, '')))
        }),
        { numRuns: 60 },
      )
    },
  )

  const written = (name: string, sets: readonly { name: string; hasPlaces: boolean }[]) => {
    const given = factsOf('Épône', 1, 'https://carnet.epone.fr', '', '', '')
    return PIECES.find(piece => piece.name === name)!.write({
      ...given,
      sets: sets.map(set => ({ ...given.sets[0]!, ...set })),
    })
  }
  test('nothing is said of a map, of shops or of files for maps where no set has any', () => {
    for (const { name } of PIECES.filter(({ name }) => name !== 'courriel-lancement')) {
      const money = written(name, [{ name: 'le budget', hasPlaces: false }])
      expect(money, name).not.toMatch(/sur une carte|GeoJSON|nos commerces|votre établissement/)
    }
    const shops = [{ name: 'les commerces et leurs horaires', hasPlaces: true }]
    expect(written('courriel-entreprises', shops)).toContain('votre établissement')
    expect(written('mastodon', shops)).toContain('GeoJSON')
    expect(written('facebook', shops)).toContain('Sur une carte et dans un tableau.')
    expect(written('facebook', [...shops, { name: 'le budget', hasPlaces: false }])).toContain(
      'quand ce sont des lieux',
    )
  })

  test('the mail that starts the work does not say that nothing is open when something is', () => {
    expect(written('courriel-lancement', [])).toContain('va ouvrir une partie de ses données')
    expect(written('courriel-lancement', [{ name: 'le budget', hasPlaces: false }])).toContain(
      'a ouvert un premier jeu de données, et va en ouvrir d’autres',
    )
  })

  test('before a first set is open, only what starts the work is proposed', () => {
    expect(piecesFor({ sets: [] }).map(({ name }) => name)).toEqual(['courriel-lancement'])
  })
})

test('the diary’s plan: three objectives, four targets, elected people before heads of service before agents', () => {
  const given = factsOf('Épône', 6, 'https://carnet.epone.fr', '2027-03-01', 'Épône en Poche', '')
  for (const name of ['plan-page', 'plan-long']) {
    const text = PIECES.find(piece => piece.name === name)!.write(given)
    expect(text.match(/^- (La transparence|Des outils|Une mairie)/gm)).toHaveLength(3)
    for (const target of ['services', 'élus', 'entreprises', 'grand public'])
      expect(text).toMatch(new RegExp(target, 'i'))
    const order = ['rencontre avec les élus', 'table ronde des chefs de service', 'message aux agents'].map(what =>
      text.indexOf(what),
    )
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order[0]).toBeGreaterThan(0)
    expect(text).toContain('le 8 février 2027')
  }
})
