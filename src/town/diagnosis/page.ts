import type { DiagnosisPage } from '../../contract/diagnosis.ts'
import { dutyOf } from '../../core/diagnosis/duty.ts'
import type { Database } from '../../store/open.ts'
import { AGENTS, readFact, SHARED } from './facts.ts'
import { otherTowns } from './others.ts'
import { readDiagnoses } from './read.ts'

/** Everything that the page of the diagnosis shows. `people`: of the official list, undefined when it does not say. */
export async function diagnosisPage(
  db: Database,
  insee: string,
  people: number | undefined,
  me: DiagnosisPage['me'],
): Promise<DiagnosisPage> {
  const agents = await readFact(db, insee, AGENTS)
  return {
    diagnoses: await readDiagnoses(db, insee),
    me,
    duty: dutyOf(people, agents && Number(agents.value)),
    ...(agents && { agents }),
    shared: (await readFact(db, insee, SHARED))?.value === 'oui',
    others: await otherTowns(db, insee),
  }
}
