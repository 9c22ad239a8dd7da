import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const read = (path: string): string => readFileSync(path, 'utf8')

/** Documents that describe last year's code are worse than none: what they list is compared with the code. */
describe('documents say what the code does', () => {
  test('every step type has its line in docs/recipe.md, and no other', () => {
    const inCode = [...read('src/core/recipe/step.ts').matchAll(/readonly type: '([a-z-]+)'/g)].map(match => match[1]!)
    const notSteps = new Set(['columns', 'name-address', 'in', 'not-in', 'not-empty'])
    const steps = inCode.filter(type => !notSteps.has(type)).sort()
    const documented = [...read('docs/recipe.md').matchAll(/^\| `([a-z-]+)` \|/gm)].map(match => match[1]!).sort()
    expect(documented).toEqual(steps)
  })

  test('every verb has its section in docs/utilisateurs/commandes.md', () => {
    const verbs = [...read('src/cli/main.ts').matchAll(/^ {2}([a-z]+): \{$/gm)].map(match => match[1]!)
    expect(verbs.length).toBeGreaterThan(3)
    const guide = read('docs/utilisateurs/commandes.md')
    for (const verb of verbs) expect(guide).toContain(`## \`carnet ${verb}`)
  })

  test('every dependency is explained in docs/dependencies.md, and none that is gone', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'))
    const wanted = Object.keys({ ...dependencies, ...devDependencies }).filter(name => !name.startsWith('@types/'))
    const documented = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map(match => match[1]!)
    expect(documented.sort()).toEqual(wanted.sort())
  })

  test('decision pages are numbered without a hole', () => {
    const numbers = readdirSync('docs/decisions').map(name => Number(name.slice(0, 4)))
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })
})
