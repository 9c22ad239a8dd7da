import { describe, expect, it } from 'vitest'
import { parseRecipe, UnreadableRecipe } from './parse.ts'

const recipe = (...steps: unknown[]) => ({
  version: 1,
  model: 'prenoms',
  steps: steps.map((step, n) => ({ id: `s${n}`, step, reason: 'parce que' })),
})
const refusal = (json: unknown): string => {
  try {
    parseRecipe(json)
  } catch (error) {
    if (error instanceof UnreadableRecipe) return error.message
    throw error
  }
  return ''
}

describe('parseRecipe', () => {
  it('gives back what JSON holds', () => {
    const given = recipe(
      { type: 'rename', from: 'a', to: 'b' },
      { type: 'filter', column: 'b', keep: { type: 'not-empty' } },
    )
    expect(parseRecipe(JSON.stringify(given))).toEqual(given)
  })

  it('refuses an unknown step by its name and place', () => {
    expect(refusal(recipe({ type: 'rename', from: 'a', to: 'b' }, { type: 'launch-rocket' }))).toContain(
      'à l’étape 2, une action inconnue : « launch-rocket »',
    )
  })

  it('says which part of a step is missing', () => {
    expect(refusal(recipe({ type: 'rename', from: 'a' }))).toContain('à l’étape 1 (« rename »), « step.to » manque')
  })

  it('refuses what is no recipe, another version, two steps of one id', () => {
    expect(refusal('{')).toContain('n’est pas du JSON')
    expect(refusal(null)).toContain('n’est pas une recette')
    expect(refusal({ ...recipe(), version: 2 })).toContain('de version 2')
    const twice = recipe({ type: 'fill-down', column: 'a' }, { type: 'fill-down', column: 'b' })
    expect(refusal({ ...twice, steps: twice.steps.map(step => ({ ...step, id: 'x' })) })).toContain(
      'même identifiant « x »',
    )
  })
})
