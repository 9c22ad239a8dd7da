import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAddressIndex } from '../address-index.ts'
import { createCommunes } from '../communes/index.ts'
import { INDEX, POINTS, TOWN } from '../town-for-tests.ts'
import { geocode } from './geocode.ts'

const look = (text: string) => geocode(text, INDEX, TOWN)

describe('exact', () => {
  it.each([
    ['12 rue des Lilas', '12 Rue des Lilas'],
    ['12 RUE DES LILAS 99100 VALBOURG-SUR-ORLE', '12 Rue des Lilas'],
    ['12bis, r. des lilas - 99100 VALBOURG S/ ORLE CEDEX', '12 bis Rue des Lilas'],
    ['12 B rue des Lilas', '12 bis Rue des Lilas'],
    ['3 av gal de gaulle', '3 Avenue du Général de Gaulle'],
    ['Mairie, 1 pl. de la République', '1 Place de la République'],
    ['2 rue du huit mai 1945', '2 Rue du 8 Mai 1945'],
    ['2 rue du 8 mai', '2 Rue du 8 Mai 1945'],
    ['4 rue de la Victoire', '4 Rue du 8 Mai 1945'],
    ['12 rue des Lilas Valbourg sur Orle', '12 Rue des Lilas'],
    ['12-14 rue des Lilas', '12 Rue des Lilas'],
  ])('« %s » is « %s »', (text, label) => {
    const { status, sure, confidence, found } = look(text)
    expect([status, sure, confidence]).toEqual(['exact', true, 'exact'])
    expect(found[0]).toMatchObject({
      label: `${label} 99100 Valbourg-sur-Orle`,
      type: 'housenumber',
      score: 1,
      radius: 0,
    })
  })

  it('gives the point of the file, not one near it', () => {
    const { longitude, latitude } = POINTS.find(point => point.street === 'Rue des Lilas' && point.number === '12')!
    expect(look('12 rue des Lilas').found[0]).toMatchObject({ longitude, latitude })
  })

  it('a street without a number, a locality, and a name that begins with a number', () => {
    expect(look('Boulevard Garibaldi').found[0]).toMatchObject({ type: 'street', number: 'none' })
    expect(look('lieu-dit la Renardière').found[0]).toMatchObject({ type: 'locality', score: 1 })
    for (const text of ['4 chemins', 'Les 4 chemins'])
      expect(look(text)).toMatchObject({
        status: 'exact',
        found: [{ label: 'Les Quatre Chemins 99100 Valbourg-sur-Orle' }],
      })
  })
})

describe('near', () => {
  it.each([
    ['another year', '4 rue du 8 mai 1946'],
    ['beside the number', 'face au 12 rue des Lilas'],
    ['a name alone, which may be that of a place', 'République'],
  ])('never sure: %s', (_, text) => expect(look(text).sure).toBe(false))

  it.each([
    ['10 boulevard Garibladi', '10 Boulevard Garibaldi'],
    ['10 bouelvard garibaldi', '10 Boulevard Garibaldi'],
    ['10 garibaldi', '10 Boulevard Garibaldi'],
    ['8 rue Jaurès Jean', '8 Rue Jean Jaurès'],
    ['8 rue jean jaures 99100', '8 Rue Jean Jaurès'],
  ])('« %s » is nearly surely « %s »', (text, label) => {
    expect(look(text)).toMatchObject({ sure: true, found: [{ label: `${label} 99100 Valbourg-sur-Orle` }] })
  })

  it.each([
    ['12 lilas', 'two streets bear this name'],
    ['12 avenue des Lilas', 'no avenue, but a street and an alley'],
    ['8 rue Jaurès', 'which Jaurès is not said'],
    ['2 rue du 9 mai 1945', 'another date is another street'],
    ['10 rue Garibaldi', 'a street is not a boulevard'],
    ['1 rue Inconnue, La Renardière', 'the street is unknown'],
  ])('« %s » is never placed: %s', text => expect(look(text).sure).toBe(false))

  it('an unknown street has no answer, and the reason says what was read', () => {
    expect(look('5 rue des Charmes')).toMatchObject({ status: 'not-found', confidence: 'introuvable', found: [] })
    expect(look('5 rue des Charmes').reason).toContain('« 5 rue des Charmes »')
  })
})

it('a number that is missing gives the nearest, on the same side, told as such', () => {
  const answer = look('8 rue des Lilas')
  expect(answer).toMatchObject({ status: 'number-missing', sure: false, confidence: 'rue exacte, numéro absent' })
  expect(answer.found[0]).toMatchObject({
    type: 'street',
    nearest: '6',
    label: 'Rue des Lilas 99100 Valbourg-sur-Orle',
  })
  expect(answer.found[0]!.score).toBeLessThan(0.85)
})

it('a street that both old communes have is asked, unless the old commune is named', () => {
  const answer = look("1 rue de l'Église")
  expect(answer).toMatchObject({ status: 'doubtful', sure: false })
  expect(answer.found.map(({ label }) => label)).toContain("1 Rue de l'Église (Trémont) 99100 Valbourg-sur-Orle")
  expect(look("1 rue de l'Église 99100 Trémont")).toMatchObject({ status: 'exact', sure: true })
})

describe('another town', () => {
  it.each(['12 rue des Lilas 75012 Paris', '12 rue des Lilas 99100 Saint-Clair', '12 rue des Lilas, 75012'])(
    '« %s » is refused',
    text => {
      const answer = look(text)
      expect(answer).toMatchObject({ status: 'outside', sure: false, confidence: 'hors de la commune', found: [] })
      expect(answer.reason).toContain('99100 Valbourg-sur-Orle')
    },
  )

  it('the right town with the postcode of another is asked', () => {
    expect(look('12 rue des Lilas 99200 Valbourg-sur-Orle')).toMatchObject({ status: 'doubtful', sure: false })
  })

  it('another commune named without its postcode is asked, when the list of communes is there', () => {
    const communes = createCommunes('75056\tParis\t2100000\t75001\n99001\tValbourg-sur-Orle\t3000\t99100')
    const ask = (text: string) => geocode(text, INDEX, TOWN, communes)
    expect(ask('12 rue des Lilas, Paris')).toMatchObject({ status: 'doubtful', sure: false })
    expect(ask('12 rue des Lilas Paris').sure).toBe(false)
    expect(ask('12 rue des Lilas, Valbourg-sur-Orle')).toMatchObject({ status: 'exact', sure: true })
    expect(ask('Gymnase, 12 rue des Lilas')).toMatchObject({ status: 'exact', sure: true })
  })

  it('addresses of a neighbour in the same file are never an answer', () => {
    const neighbour = { ...POINTS[0]!, insee: '99002', town: 'Saint-Clair', street: 'Rue Unique' }
    const both = createAddressIndex([...POINTS, neighbour])
    expect(geocode('1 rue Unique', both, TOWN)).toMatchObject({ sure: false, found: [] })
    expect(geocode('1 rue Unique 99100 Saint-Clair', both, TOWN).status).toBe('outside')
    expect(geocode('1 rue Unique, 99100 Saint-Clair', both).status).toBe('exact')
  })
})

it('a text too long to be an address is not compared', () => {
  const { status, reason } = look('rue des Lilas '.repeat(50_000))
  expect(status).toBe('not-found')
  expect(reason.length).toBeLessThan(200)
})

describe('whatever is asked', () => {
  const known = new Set(POINTS.map(({ longitude, latitude }) => `${longitude} ${latitude}`))
  const word = fc.constantFrom(
    ...new Set(POINTS.flatMap(({ street }) => street.split(' '))),
    'Paris',
    '99100',
    'Valbourg-sur-Orle',
    'Inconnue',
    'bis',
  )
  const query = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(word, fc.nat(30).map(String)), { maxLength: 8 }).map(words => words.join(' ')),
  )

  it('a point is one of the file, scores are between 0 and 1, and what is not found has no point', () => {
    fc.assert(
      fc.property(query, text => {
        const { found, status, sure } = look(text)
        for (const place of found) {
          expect(known).toContain(`${place.longitude} ${place.latitude}`)
          expect(place.score).toBeGreaterThanOrEqual(0)
          expect(place.score).toBeLessThanOrEqual(1)
        }
        expect(found.length > 0).toBe(status !== 'not-found' && status !== 'outside')
        if (sure) expect(found[0]!.score).toBeGreaterThanOrEqual(0.85)
      }),
    )
  })

  it('an official label finds itself', () => {
    for (const { number, street, postcode, town, oldTown } of POINTS.filter(point => point.oldTown === '')) {
      const answer = look(`${number} ${street} ${postcode} ${town}`)
      expect([answer.status, answer.found[0]?.label]).toEqual([
        'exact',
        `${number} ${street} ${postcode} ${town}`.trim(),
      ])
      expect(oldTown).toBe('')
    }
  })

  it('one slip of the pen never gives another street in silence', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...POINTS.filter(({ number }) => number !== '')),
        fc.nat(),
        fc.constantFrom('a', 'e', 's', ''),
        (point, seed, letter) => {
          const at = seed % point.street.length
          const slip = point.street.slice(0, at) + letter + point.street.slice(at + 1)
          const answer = look(`${point.number} ${slip}`)
          if (answer.sure) expect(answer.found[0]!.label).toContain(point.street)
        },
      ),
    )
  })
})
