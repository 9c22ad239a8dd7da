import type { KitFacts } from './facts.ts'
import { capital, setsInWords } from './typeset.ts'

/** Words of the poster: a title, a line, what there is. The QR code and the address come by themselves. */
export const posterText = (facts: KitFacts): string => `# Les données ${facts.of} sont à\u00a0vous

${capital(setsInWords(facts.sets.length))} en libre accès

${[...new Set(facts.sets.map(({ name }) => name))].map(name => `- ${capital(bare(name))}`).join('\n')}

Scannez, regardez, servez-vous.`

const bare = (name: string): string => name.replace(/^(les |le |la |l’)/, '').replace(/^« (.*) »$/, '$1')
